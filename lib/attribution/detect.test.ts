import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detect, ENGINE_VERSION } from "./detect.ts";
import { found } from "./testdata/found.ts";
import { NORLAND } from "./testdata/norland.ts";

describe("where the speaker stands", () => {
  it("before a clause, with and without that", () => {
    expect(found("The Norlandic Foreign Ministry said the strait was open to all ships.")).toMatchObject([
      {
        speaker: "The Norlandic Foreign Ministry",
        cue: "said",
        content: ["the strait was open to all ships"],
        kind: "indirect",
        mode: "said",
        actor: "Norlandic Foreign Ministry",
      },
    ]);
    expect(found("Harsund said that the strait was open.")[0]?.content).toEqual(["the strait was open"]);
  });

  it("after a clause", () => {
    expect(found("The strait is open to all ships, Harsund has repeatedly said.")).toMatchObject([
      { speaker: "Harsund", cue: "has repeatedly said", content: ["The strait is open to all ships"] },
    ]);
  });

  it("after the verb", () => {
    expect(found("“The ferry is late again,” said Mira Holt, a fisherman from Elm Bay.")).toMatchObject([
      {
        speaker: "Mira Holt, a fisherman from Elm Bay",
        content: ["“The ferry is late again,”"],
        kind: "direct",
        actor: "Mira Holt",
      },
    ]);
  });

  it("after the verb without quotation marks", () => {
    expect(found("The ferry will be late again, warned Mira Holt.")).toMatchObject([
      { speaker: "Mira Holt", content: ["The ferry will be late again"] },
    ]);
  });

  it("in the middle of a clause", () => {
    expect(found("This rule, Norlandic officials have argued, is older than the port.")).toMatchObject([
      { speaker: "Norlandic officials", content: ["This rule", "is older than the port"], kind: "indirect" },
    ]);
  });

  it("in the middle of a quotation", () => {
    expect(found("“We waited,” Mira Holt said. “Nobody came to the pier.”")).toMatchObject([
      { content: ["“We waited,”", "“Nobody came to the pier.”"], kind: "direct", actor: "Mira Holt" },
    ]);
  });

  it("behind an apposition", () => {
    expect(found("Mira Holt, a former harbour master, said the pier was unsafe.")).toMatchObject([
      { speaker: "Mira Holt, a former harbour master", actor: "Mira Holt" },
    ]);
  });

  it("in a relative clause", () => {
    expect(found("Mira Holt, who said the pier was unsafe, left at noon.")).toMatchObject([
      { speaker: "who", content: ["the pier was unsafe"], actor: "Mira Holt" },
    ]);
  });

  it("before a quotation that was asked, with its own mark", () => {
    expect(found("“Who pays for the pier?” Mira Holt asked.")).toMatchObject([
      { speaker: "Mira Holt", content: ["“Who pays for the pier?”"], kind: "direct" },
    ]);
  });

  it("with a hearer between verb and content", () => {
    expect(found("Mira Holt told the town council that the pier was unsafe.")).toMatchObject([
      { cue: "told", content: ["the pier was unsafe"] },
    ]);
  });

  it("with an aside behind the verb", () => {
    expect(found("Mira Holt said, however, that the pier was safe.")[0]?.content).toEqual([
      "the pier was safe",
    ]);
  });
});

describe("according to", () => {
  it("at the beginning", () => {
    expect(found("According to Harsund, the drill was a provocation.")).toMatchObject([
      { cue: "According to", content: ["the drill was a provocation"], actor: "Norland" },
    ]);
  });

  it("at the end, around a date in the outlet’s own voice", () => {
    expect(
      found(
        "The regatta, which took place between May 2 and 4, was designed to “honour old boats,” according to the Harbour Guild.",
      ),
    ).toMatchObject([
      {
        content: ["The regatta", "was designed to “honour old boats,”"],
        kind: "mixed",
        actor: "Harbour Guild",
      },
    ]);
  });

  it("behind a statement with its own speaker is a relay", () => {
    const [statement, ...rest] = found(
      "“The pier is closed,” Mira Holt said, according to the Harbour News Agency.",
    );
    expect(rest).toEqual([]);
    expect(statement).toMatchObject({
      actor: "Mira Holt",
      via: ["Harbour News Agency: according to the Harbour News Agency"],
    });
  });
});

describe("cues that share a speaker", () => {
  it("coordinated", () => {
    expect(
      found("Ada Brandt has said the league will not grow, but stressed that it must watch the strait."),
    ).toMatchObject([
      { content: ["the league will not grow"], actor: "Ada Brandt" },
      { cue: "stressed", content: ["it must watch the strait"], actor: "Ada Brandt" },
    ]);
  });

  it("participles of speech", () => {
    expect(
      found(
        "The strait must stay open, the Norlandic Foreign Ministry has said, blasting the tolls as piracy.",
      ),
    ).toMatchObject([
      { content: ["The strait must stay open"] },
      { speaker: "the Norlandic Foreign Ministry", cue: "blasting", content: ["the tolls as piracy"] },
    ]);
  });

  it("participles of a view, which is never said", () => {
    expect(
      found("Norland has long opposed such drills, seeing them as rehearsals for a blockade."),
    ).toMatchObject([
      {
        cue: "seeing them as",
        content: ["rehearsals for a blockade"],
        mode: "attributedView",
        actor: "Norland",
      },
    ]);
  });

  it("beliefs", () => {
    expect(found("Mira Holt believes the ferry will sink.")).toMatchObject([{ mode: "attributedView" }]);
  });
});

describe("kind", () => {
  it("single marks quote too", () => {
    expect(found("‘The workers’ boat is old,’ Mira Holt said.")).toMatchObject([
      { kind: "direct", content: ["‘The workers’ boat is old,’"] },
    ]);
  });

  it("some words quoted", () => {
    expect(found("Harsund claimed the aim is “total control” of the strait.")).toMatchObject([
      { kind: "mixed" },
    ]);
  });

  it("a mark the wrong way round", () => {
    expect(found("”The strait is ours,” Harsund said.")).toMatchObject([
      { kind: "direct", content: ["”The strait is ours,”"] },
    ]);
  });

  it("a missing closing mark", () => {
    expect(found("“The strait is ours and open, Mira Holt said.")).toMatchObject([
      { speaker: "Mira Holt", content: ["“The strait is ours and open"], kind: "direct" },
    ]);
  });

  it("a quotation in a quotation", () => {
    expect(found("“They told us ‘go home’ and left,” Mira Holt said.")).toMatchObject([
      { kind: "direct", content: ["“They told us ‘go home’ and left,”"] },
    ]);
  });

  it("a quoted cue is no content", () => {
    expect(found("Harsund “firmly condemned” the toll.")).toMatchObject([
      { cue: "“firmly condemned”", content: ["the toll"], kind: "indirect" },
    ]);
  });

  it("two single marks are a double one", () => {
    expect(found("''The pier is closed for good,'' Mira Holt said.")).toMatchObject([{ kind: "direct" }]);
  });
});

describe("colons", () => {
  it("a quotation that a colon announces", () => {
    expect(found("The ferry guild has one answer: “Nobody may cross the strait at night.”")).toMatchObject([
      {
        speaker: "The ferry guild",
        cue: ":",
        content: ["“Nobody may cross the strait at night.”"],
        kind: "direct",
      },
    ]);
  });

  it("a transcript with names in capitals", () => {
    expect(found("Talk of the week\n\nHOLT: The pier is old and nobody cares.")).toMatchObject([
      { speaker: "HOLT", content: ["The pier is old and nobody cares"], kind: "indirect" },
    ]);
  });

  it("a colon before a title announces nothing", () => {
    expect(found("Her new book has a short name: “The Pier.”")).toEqual([]);
  });
});

describe("nouns that report", () => {
  it("with an owner", () => {
    expect(found("Few believed the guild’s claim that the pier was safe.")).toContainEqual(
      expect.objectContaining({ speaker: "the guild", cue: "claim", content: ["the pier was safe"] }),
    );
  });

  it("without an owner, none", () => {
    expect(found("The claim that the pier was safe came too late.")).toEqual([]);
  });
});

describe("who speaks when the verb has no subject beside it", () => {
  it("a time stands between speaker and verb", () => {
    expect(found("Mira Holt on Sunday defended the toll.")).toMatchObject([{ speaker: "Mira Holt" }]);
  });

  it("a statement is issued by the subject", () => {
    expect(found("Mira Holt issued a statement saying the pier was safe.")).toMatchObject([
      { speaker: "Mira Holt", cue: "saying", content: ["the pier was safe"] },
    ]);
  });

  it("a participle opens the sentence", () => {
    expect(found("Calling the toll “a bad joke,” Mira Holt left the hall.")).toMatchObject([
      { speaker: "Mira Holt", cue: "Calling", content: ["the toll “a bad joke,”"] },
    ]);
  });

  it("a subordinate clause ends where the main one begins", () => {
    expect(found("While the guild says the pier is safe, ships still avoid it.")[0]?.content).toEqual([
      "the pier is safe",
    ]);
  });

  it("a finding has a study as its speaker", () => {
    expect(found("A survey of sailors found that most avoid the pier.")).toMatchObject([
      { speaker: "A survey of sailors", mode: "attributedView" },
    ]);
    expect(found("Mira Holt found that the pier was gone.")).toEqual([]);
  });

  it("what somebody should say is not said", () => {
    expect(found("Mira Holt should say that the pier is old.")).toEqual([]);
  });
});

describe("several paragraphs", () => {
  it("a quotation that goes on is one statement", () => {
    const text = "“The pier is old,” Mira Holt said. “It shakes.\n\n“It will fall one day.”";
    expect(found(text)).toMatchObject([
      { content: ["“The pier is old,”", "“It shakes.", "“It will fall one day.”"] },
    ]);
  });

  it("a quotation alone goes to who was speaking", () => {
    const text = "“The pier is old,” Mira Holt said.\n\n“It will fall one day.”\n\nThe ferry left.";
    expect(found(text)).toMatchObject([
      { actor: "Mira Holt" },
      { actor: "Mira Holt", content: ["“It will fall one day.”"] },
    ]);
  });
});

describe("headlines", () => {
  const body = "\n\nThe ferry left the pier at noon and came back at night.";

  it("content and a name behind a dash", () => {
    expect(found(`League building ‘wall at sea’ – Norland${body}`)).toMatchObject([
      { speaker: "Norland", cue: "–", content: ["League building ‘wall at sea’"], kind: "mixed" },
    ]);
  });

  it("a name and a colon", () => {
    expect(found(`Ada Brandt: League will not grow${body}`)).toMatchObject([
      { actor: "Ada Brandt", content: ["League will not grow"] },
    ]);
  });

  it("says at the end of a standfirst", () => {
    const text = "Ferry back at night\n\nA toll in the strait is a threat to trade, Harsund says";
    expect(found(text)).toMatchObject([
      { speaker: "Harsund", content: ["A toll in the strait is a threat to trade"] },
    ]);
  });

  it("a dash before something that is no speaker", () => {
    expect(found(`Ferry back at night – four days late${body}`)).toEqual([]);
  });
});

describe("who the actor is", () => {
  it("a capital stands for its state", () => {
    expect(found("Harsund said the toll was illegal.")[0]?.why).toBe("metonym: capital of Norland");
  });

  it("a capital inside its ministry’s statement is the ministry", () => {
    const text =
      "The Norlandic Foreign Ministry said the toll was illegal. In a statement, Harsund said ships would turn back.";
    expect(found(text)[1]).toMatchObject({ actor: "Norlandic Foreign Ministry" });
  });

  it("an office goes to its holder at the date", () => {
    const text = "The Coast League Secretary General said the toll was illegal.";
    expect(found(text, { date: "2024-06-30" })[0]?.actor).toBe("Ada Brandt");
    expect(found(text, { date: "2025-06-30" })[0]?.actor).toBe("Olin Reyes");
  });

  it("an office in front of a name", () => {
    expect(found("Coast League Secretary General Ada Brandt said the toll was illegal.")[0]?.actor).toBe(
      "Ada Brandt",
    );
  });

  it("officials are unnamed sources", () => {
    const [statement] = detect({ text: "Norlandic officials said the toll was illegal." }, NORLAND);
    expect(statement?.actor?.name).toBe("Norlandic officials");
    expect(statement?.actor).not.toHaveProperty("actorId");
  });

  it("the ministry, the statement and pronouns", () => {
    const text =
      "The Norlandic Foreign Ministry said the toll was illegal. “It must end,” the ministry stressed. “Ships will turn back,” the statement reads. It added that trade would suffer.";
    expect(found(text).map((statement) => statement.actor)).toEqual(
      Array(4).fill("Norlandic Foreign Ministry"),
    );
    expect(found(text)[2]?.why).toContain("its issuer");
  });

  it("the statement is that of whoever made one, not of who spoke last", () => {
    const text =
      "The Norlandic Foreign Ministry said in a statement that the toll was illegal. The Elm Bay Council agreed that it hurt. “Ships will turn back,” the statement added.";
    expect(found(text).at(-1)).toMatchObject({
      speaker: "the statement",
      actor: "Norlandic Foreign Ministry",
    });
  });

  it("she is the last person who spoke", () => {
    const text = "Mira Holt said the pier was old. Norland said it was new. “It shakes,” she said.";
    expect(found(text)[2]).toMatchObject({ actor: "Mira Holt", kind: "direct" });
  });

  it("a surname stands for the name in full", () => {
    const text = "Mira Holt runs the ferry. Holt said the pier was old.";
    expect(found(text)[0]?.actor).toBe("Mira Holt");
  });

  it("he and she keep apart once the text has told them apart", () => {
    const text =
      "Mr. Olin Reyes said the pier was old. Ms. Ada Brandt said it was new. He added that it shakes.";
    expect(found(text)[2]?.actor).toBe("Olin Reyes");
  });

  it("a pronoun for nobody named has no actor", () => {
    expect(found("She said the pier was old.")[0]?.actor).toBeNull();
  });

  it("the Foreign Ministry is that of the state named before", () => {
    const text = "Norland said the toll was illegal. The Foreign Ministry added that ships would turn back.";
    expect(found(text)[1]).toMatchObject({ actor: "Norlandic Foreign Ministry" });
  });

  it("an apposition names whom a description means", () => {
    expect(found("The guild’s secretary, Mira Holt, said the pier was old.")[0]?.actor).toBe("Mira Holt");
  });

  it("a letter from somebody is that one’s", () => {
    expect(found("A letter from the Norlandic Foreign Ministry said the toll was illegal.")[0]?.actor).toBe(
      "Norlandic Foreign Ministry",
    );
  });

  it("an acronym defined in brackets", () => {
    const text = "The Elm Bay Ferry Guild (EBFG) met at noon. The EBFG said the pier was old.";
    expect(found(text)[0]?.actor).toBe("Elm Bay Ferry Guild");
  });

  it("a spokesperson stands for the body", () => {
    expect(found("A spokesman for the Norlandic Foreign Ministry said the toll was illegal.")[0]?.actor).toBe(
      "Norlandic Foreign Ministry",
    );
  });
});

describe("relays", () => {
  it("a letter carried by an agency, with its proof", () => {
    const text =
      "In a letter of Monday carried by the state-owned Harbour News Agency (HNA), Harsund denounced the toll.";
    expect(found(text)).toMatchObject([
      {
        actor: "Norland",
        via: ["Harbour News Agency: carried by the state-owned Harbour News Agency (HNA)"],
      },
    ]);
  });

  it("quoted as saying", () => {
    expect(found("The mayor was quoted as saying that the pier was old.")).toMatchObject([
      { speaker: "The mayor", content: ["the pier was old"] },
    ]);
  });
});

describe("what is no statement", () => {
  it.each([
    ["a scare quote", "The “express” ferry came two hours late."],
    ["a title", "She read “The Old Pier” on the ferry."],
    ["a name given to a thing", "In 2021 the towns signed a pact called Aurora which opened the strait."],
    ["the outlet speaking as we", "We suggest reading both letters, and we think that it pays."],
    ["a protest in the outlet’s own voice", "Norland has long protested against the toll."],
    ["a passive", "The toll was announced in May."],
    ["a noun", "The claims of the guild were old."],
    ["a fact that suggests", "This suggests the pier is old."],
    ["a verb without content", "The minister said so twice."],
    ["an inch mark", 'The board is 5" wide and 3" thick.'],
  ])("%s", (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  it("an explanation behind a dash", () => {
    const text =
      "Harsund said the clause binds the towns – which in plain words makes every quarrel a common one.";
    expect(found(text)[0]?.content).toEqual(["the clause binds the towns"]);
  });
});

describe("offsets", () => {
  it("are code points, whatever stands in front", () => {
    const text = "😀🚢 “The pier 🌊 is old,” Mira Holt said.";
    const [statement] = detect({ text }, NORLAND);
    expect(statement?.content).toEqual([{ start: 3, end: [..."😀🚢 “The pier 🌊 is old,”"].length }]);
    expect(found(text)[0]).toMatchObject({ speaker: "Mira Holt", cue: "said" });
  });

  it("keep to the parts they are given", () => {
    const text = "Pier closed – Norland\n\nThe ferry left.";
    const parts = [
      { kind: "paragraph" as const, start: 0, end: 21 },
      { kind: "paragraph" as const, start: 23, end: 38 },
    ];
    expect(found(text, { parts })).toEqual([]);
    expect(() => detect({ text, parts: [{ kind: "headline", start: 0, end: 999 }] }, NORLAND)).toThrow(
      RangeError,
    );
  });

  it("stay inside any text, and no content is empty", () => {
    const bit = fc.constantFrom(
      "“",
      "”",
      '"',
      "'",
      "’",
      "\n\n",
      "😀",
      ", ",
      ". ",
      " – ",
      ": ",
      "said ",
      "Mira Holt ",
      "according to ",
      "that ",
      "the pier is old",
      "who ",
      "(",
      ")",
      "’s ",
      "and ",
      "blasting ",
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
        const text = bits.join("");
        const length = [...text].length;
        for (const { content, cue, speaker, via } of detect({ text }, NORLAND))
          for (const span of [...content, ...cue, ...speaker, ...via.map((relay) => relay.proof)]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(length);
          }
      }),
      { numRuns: 300 },
    );
  });
});

it("names its version and gives reasons and confidence", () => {
  expect(ENGINE_VERSION).toMatch(/^[a-z]+-\d+$/);
  const [statement] = found("“The pier is old,” Mira Holt said.");
  expect(statement?.reason).toBe("reporting verb “said” after the content");
  expect(statement?.confidence).toBeGreaterThan(0.8);
  expect(statement?.confidence).toBeLessThanOrEqual(1);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePointIndex } from "../code-points.ts";
import { type CarriedSpans, carryAll, carryAnchor as carryOne, type KnownAnchor } from "./carry.ts";

const carryAnchor = (oldText: string, newText: string, spans: KnownAnchor) =>
  carryOne({ oldText, newText, spans });

const TEXT = `Canal gates to be rebuilt

Odo Fenn runs the port. The canal at Marrow is old.

“The gates will hold until spring,” said Ilse Varn 🚢, who runs the canal. He did not answer.

He said that 3,000 barges had passed. The board meets in May.`;

/** Spans by their words, which stand once in the text. */
function anchorOf(text: string, words: { speaker?: string; cue: string; content: string }): CarriedSpans {
  const index = new CodePointIndex(text);
  const span = (wanted: string) => {
    const at = text.indexOf(wanted);
    if (at < 0) throw new Error(`“${wanted}” is not in the text`);
    return { start: index.fromUtf16(at), end: index.fromUtf16(at + wanted.length) };
  };
  return {
    speaker: words.speaker === undefined ? [] : [span(words.speaker)],
    cue: [span(words.cue)],
    content: [span(words.content)],
    relay: [],
  };
}
const VARN = anchorOf(TEXT, {
  speaker: "Ilse Varn",
  cue: "said",
  content: "“The gates will hold until spring,”",
});

const contentIn = (text: string, spans: CarriedSpans | undefined) => {
  const [content] = spans?.content ?? [];
  return content && new CodePointIndex(text).slice(content.start, content.end);
};

describe("what stands by itself", () => {
  it("the same text", () =>
    expect(carryAnchor(TEXT, TEXT, VARN)).toMatchObject({ state: "exact", spans: VARN }));
  it("a paragraph before and behind: the same characters further down", () => {
    const now = `Work is to begin soon.\n\n${TEXT}\n\nMore tomorrow.`;
    const carried = carryAnchor(TEXT, now, VARN);
    expect(carried.state).toBe("exact");
    expect(contentIn(now, carried.spans)).toBe("“The gates will hold until spring,”");
  });
  it("marks and space set differently: moved", () => {
    const now = TEXT.replace(/[“”]/g, '"').replace("until spring", "until\u00a0spring");
    const carried = carryAnchor(TEXT, now, VARN);
    expect(carried.state).toBe("moved");
    expect(contentIn(now, carried.spans)).toBe('"The gates will hold until\u00a0spring,"');
  });
  it("a spelling mended beside the words", () => {
    const old = TEXT.replace("who runs the canal", "who runs the cannal");
    expect(carryAnchor(old, TEXT, VARN).state).toBe("exact");
  });
});

describe("what waits for an editor, and is named", () => {
  it.each([
    ["will hold", "will not hold", "negation", "", "not"],
    ["until spring", "until 2027", "number", "spring", "2027"],
    ["The gates will", "The Marrow gates will", "name", "", "Marrow"],
    ["said Ilse", "denied Ilse", "negation", "said", "denied"],
    ["said Ilse", "never said Ilse", "negation", "", "never"],
  ])("%s → %s", (gone, come, kind, before, after) => {
    const now = TEXT.replace(gone, come);
    const carried = carryAnchor(TEXT, now, VARN);
    expect(carried.state).toBe("changed");
    expect(carried.changes).toEqual([{ kind, before, after }]);
    expect(contentIn(now, carried.spans)).toBeDefined();
  });
  // Many words put in: to the alignment it is cheaper to leave out the rest of the sentence than to reach over them.
  it.each([
    [
      "before the last word",
      "million crowns.",
      "million, not 85 million as first reported, crowns.",
      "not 85 million as first reported",
    ],
    [
      "before the full stop",
      "crowns.",
      "crowns, not 85 million as first reported.",
      "not 85 million as first reported",
    ],
    [
      "in place of the full stop",
      "crowns.",
      "crowns, not 85 million as first reported!",
      "not 85 million as first reported",
    ],
    [
      "behind the first word",
      "She said",
      "She, whom 85 million did not trust on the first day, said",
      "whom 85 million did not trust on the first day",
    ],
  ])("what was put in %s, and no word that stood there", (_, gone, come, words) => {
    const old = "Ilse Varn met the board. She said it costs 90 million crowns.";
    const spans = anchorOf(old, { speaker: "She", cue: "said", content: "it costs 90 million crowns" });
    const now = old.replace(gone, come);
    const carried = carryAnchor(old, now, spans);
    expect(carried.changes).toEqual([
      { kind: "negation", before: "", after: words },
      { kind: "number", before: "", after: "85 million … first" },
    ]);
    expect(carried.reason).toContain(`“${words}” was added`);
    expect(contentIn(now, carried.spans)).toMatch(/^it costs 90 million(?:,.* reported,)? crowns$/u);
  });
  it("the same words of another speaker", () =>
    expect(carryAnchor(TEXT, TEXT.replace("Ilse Varn", "Odo Fenn"), VARN)).toMatchObject({
      state: "changed",
      changes: [{ kind: "name", before: "Ilse Varn", after: "Odo Fenn" }],
    }));
  it("the passage is gone", () => {
    const now = TEXT.replace(/“The gates.*\n\n/u, "");
    expect(carryAnchor(TEXT, now, VARN)).toMatchObject({ state: "orphan", candidates: [] });
  });
  it("the passage stands twice, side by side", () => {
    const [sentence] = /“The gates.*?canal\./u.exec(TEXT) ?? [""];
    const carried = carryAnchor(TEXT, TEXT.replace(sentence, `${sentence} ${sentence}`), VARN);
    expect(carried.state).toBe("ambiguous");
    expect(carried.candidates).toHaveLength(2);
  });
  it("one of two places that said the same is gone: nobody knows which", () => {
    const twice = `${TEXT}\n\nLater.\n\n“The gates will hold until spring,” said Ilse Varn 🚢, who runs the canal.`;
    expect(
      carryAnchor(
        twice,
        `Later.\n\n“The gates will hold until spring,” said Ilse Varn 🚢, who runs the canal.`,
        VARN,
      ).state,
    ).toBe("ambiguous");
  });
  it("“he” after the sentence that says who he is was changed", () => {
    const old = "Ilse Varn met the board. He said that 3,000 barges had passed.";
    const spans = anchorOf(old, { speaker: "He", cue: "said", content: "that 3,000 barges had passed" });
    expect(carryAnchor(old, old.replace("Ilse Varn", "Odo Fenn"), spans)).toMatchObject({
      state: "changed",
      reason: expect.stringContaining("what stands before"),
    });
    expect(carryAnchor(old, `${old} It rained.`, spans).state).toBe("exact");
  });
});

const NAMED = "Varrow said the harbour is shut.";
const inLast = (text: string, speaker: string, relay?: string): CarriedSpans => {
  const from = text.lastIndexOf(speaker);
  const rest = anchorOf(text.slice(from), { speaker, cue: "said", content: "the harbour is shut" });
  const before = new CodePointIndex(text.slice(0, from)).length;
  const move = (spans: CarriedSpans["cue"]) =>
    spans.map(({ start, end }) => ({ start: start + before, end: end + before }));
  const proof = relay === undefined ? [] : anchorOf(text, { cue: "said", content: relay }).content;
  return { speaker: move(rest.speaker), cue: move(rest.cue), content: move(rest.content), relay: proof };
};

describe("the same words that may be another's", () => {
  it.each([
    ["a namesake", "Piet Varrow runs it.", "Lena Varrow runs it.", NAMED, "Varrow"],
    [
      "nearer names between",
      "Orla Tennick rose. The Board sat.",
      "Sela Marrin rose. The Board sat.",
      "She said the harbour is shut.",
      "She",
    ],
    [
      "somebody without a name",
      "Orla Tennick rose.",
      "Orla Tennick rose.\n\nA fishwife rose too.",
      "She said the harbour is shut.",
      "She",
    ],
    [
      "a description far behind its name",
      `The Norland Guild met.\n\n${"It rained.\n\n".repeat(6)}`,
      `The Sorland Guild met.\n\n${"It rained.\n\n".repeat(6)}`,
      "The guild said the harbour is shut.",
      "The guild",
    ],
    [
      "nobody named but around",
      "Orla Tennick wrote:",
      "Sela Marrin wrote:",
      "Somebody said the harbour is shut.",
      "Somebody",
    ],
  ])("%s", (_, before, after, sentence, speaker) => {
    const old = `${before}\n\n${sentence}`;
    const spans = inLast(old, speaker);
    expect(carryAnchor(old, `It snowed.\n\n${old}`, { ...spans, speaker: [] }).state).toBe("exact");
    expect(carryAnchor(old, `${old}\n\nIt snowed.`, spans).state).toBe("exact");
    const carried = carryAnchor(
      old,
      `${after}\n\n${sentence}`,
      speaker === "Somebody" ? { ...spans, speaker: [] } : spans,
    );
    expect(carried).toMatchObject({ state: "changed", spans: { content: [expect.anything()] } });
  });
  it("a relay that is only described", () => {
    const sentence = "The agency reported that Varrow said the harbour is shut.";
    const old = `The Tarn Agency wrote.\n\n${sentence}`;
    const now = `The Sorley Agency wrote.\n\n${sentence}`;
    expect(carryAnchor(old, now, inLast(old, "Varrow"))).toMatchObject({ state: "exact" });
    expect(carryAnchor(old, now, inLast(old, "Varrow", "The agency"))).toMatchObject({
      state: "changed",
      changes: [{ kind: "name", before: "Tarn Agency", after: "Sorley Agency" }],
    });
  });
  it("numbers and spelling before a pronoun name nobody", () => {
    const old = "Orla Tennick counted 30 boats at the quayside.\n\nShe said the harbour is shut.";
    const spans = inLast(old, "She");
    expect(carryAnchor(old, old.replace("30", "300"), spans).state).toBe("exact");
    expect(carryAnchor(old, old.replace("quayside", "quaysdie"), spans).state).toBe("exact");
  });
});

describe("before a headline and a first paragraph without names: what follows", () => {
  const PARAGRAPHS = [
    "Minister: harbour bridge will cost 90 million crowns",
    "The harbour bridge is dear but needed, the transport minister said on Monday.",
    "The Opposition called that a scandal. “Nobody believes it,” said Jon Berg, who leads it.",
    "Sela Marrin, the transport minister, spoke in Marrow.",
    "It is to begin in May.",
    "“We will see,” said Astrid Mo of the fishers.",
    "Odo Fenn runs the port.",
  ];
  const [BERG, MARRIN, MAY] = PARAGRAPHS.slice(2) as [string, string, string];
  const old = PARAGRAPHS.join("\n\n");
  const MEANT = { names: [["Sela Marrin"]], persons: true };
  const headline = {
    ...anchorOf(old, { cue: "Minister:", content: "harbour bridge will cost 90 million crowns" }),
    speaker: [{ start: 0, end: 8 }],
  };
  const first = anchorOf(old, {
    speaker: "the transport minister",
    cue: "said",
    content: "The harbour bridge is dear but needed",
  });
  const without = (...paragraphs: readonly string[]) =>
    PARAGRAPHS.filter((one) => !paragraphs.includes(one)).join("\n\n");
  const states = (now: string, meant?: KnownAnchor["meant"], text = old) =>
    carryAll({
      oldText: text,
      newText: now,
      anchors: [headline, first, { ...headline, speaker: [] }].map((spans) =>
        meant ? { ...spans, meant } : spans,
      ),
    }).map(({ state }) => state);

  it("a paragraph about another speaker was dropped: they stand", () => {
    expect(states(without(BERG), MEANT)).toEqual(["exact", "exact", "exact"]);
    expect(states(without(BERG, MAY), MEANT)).toEqual(["exact", "exact", "exact"]);
    const bodies = { names: [["Ministry of Transport"]], persons: false };
    expect(states(without(BERG), bodies)).toEqual(["exact", "exact", "exact"]);
  });
  it("names that only moved up stood there before", () =>
    expect(states(without(MAY))).toEqual(["exact", "exact", "exact"]));
  it("a paragraph behind the one that names them in full may name them too", () => {
    const later = "Astrid Mo did not thank Marrin.";
    const text = [...PARAGRAPHS.slice(0, 2), MARRIN, later, MAY].join("\n\n");
    expect(states(text.replace(`${later}\n\n`, ""), MEANT, text)).toEqual(["exact", "exact", "exact"]);
    const relayed = { names: [["Sela Marrin"], ["Astrid Mo"]], persons: true };
    expect(states(text.replace(`${later}\n\n`, ""), relayed, text)).toEqual([
      "changed",
      "changed",
      "changed",
    ]);
    expect(states(text.replace(`${MARRIN}\n\n`, ""), MEANT, text)).toEqual(["changed", "changed", "changed"]);
  });
  it.each<[string, string, KnownAnchor["meant"]]>([
    ["the paragraph that names them is dropped", without(MARRIN), MEANT],
    ["somebody else is named in it", old.replace("Sela Marrin", "Astrid Mo"), MEANT],
    [
      "it is dropped, and of the body that is meant it said whose",
      without(MARRIN),
      { names: [["Norland"]], persons: false },
    ],
    ["one was dropped, and nobody knows who is meant", without(BERG), undefined],
    ["one was dropped and another put in", without(BERG).replace(MAY, `Orrin Tesk came.\n\n${MAY}`), MEANT],
    ["one was dropped and another changed", without(BERG).replace("Sela Marrin", "Odo Fenn"), MEANT],
    ["two changed places", old.replace(BERG, "#").replace(MARRIN, BERG).replace("#", MARRIN), MEANT],
  ])("they wait where %s", (_, now, meant) => {
    expect(states(now, meant).slice(0, 2)).toEqual(["changed", "changed"]);
  });
  it("the reason says where the names stand, and not those that only moved up", () => {
    const anchors = [
      { ...headline, meant: MEANT },
      { ...first, meant: MEANT },
    ];
    for (const carried of carryAll({ oldText: old, newText: without(BERG, MARRIN), anchors })) {
      expect(carried.reason).toContain("stand behind them");
      expect(carried.changes).toEqual([{ kind: "name", before: "Opposition", after: "" }]);
    }
  });
});

it.each([
  ["moral", "amoral"],
  ["legal", "regal"],
  ["reported", "deported"],
  ["public", "publics’"],
])("no slip of the pen: %s → %s", (before, after) => {
  const old = TEXT.replace("who runs the canal", `who runs the ${before} canal`);
  expect(carryAnchor(old, old.replace(before, after), VARN).state).toBe("changed");
});

it.each(["I did not approve of the toll", "I never did approve of the toll", "I did approve of no toll"])(
  "“I did approve of the toll” never stands where “%s” does",
  (now) => {
    const old = "The board met. “I did approve of the toll,” said Ilse Varn.";
    const spans = anchorOf(old, { speaker: "Ilse Varn", cue: "said", content: "I did approve of the toll" });
    const text = old.replace("I did approve of the toll", now);
    const carried = carryAnchor(old, text, spans);
    expect(carried.state).toBe("changed");
    expect(carried.changes.map(({ kind }) => kind)).toContain("negation");
    expect(contentIn(text, carried.spans)).toBe(now);
    expect(carryAnchor(text, old, { ...spans, ...carried.spans }).state).toBe("changed");
  },
);

describe("a copy", () => {
  const old = `It rained.\n\n${NAMED}\n\nThe ferry ran.\n\nThe board met.`;
  const spans = inLast(old, "Varrow");
  it("elsewhere: the one between the old neighbours", () => {
    const now = `${old}\n\n${NAMED}`;
    expect(carryAnchor(old, now, spans)).toMatchObject({ state: "exact", spans });
  });
  it("alone elsewhere, while other words stand in the old place", () => {
    const now = `${old.replace("is shut", "is not shut")}\n\n${NAMED}`;
    const carried = carryAnchor(old, now, spans);
    expect(carried.state).toBe("ambiguous");
    expect(carried.candidates.map((one) => contentIn(now, one))).toEqual([
      "the harbour is not shut",
      "the harbour is shut",
    ]);
  });
  it("alone elsewhere, while its old place has another speaker, in a text of many such sentences", () => {
    const others = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo"].map(
      (name) => `${name} Lund said the harbour is shut.`,
    );
    const first = [NAMED.replace("Varrow", "Ilse Varn, 54,"), ...others].join("\n\n");
    const now = [NAMED.replace("Varrow", "Orrin Tesk"), ...others, first.split("\n\n")[0], "It rained."].join(
      "\n\n",
    );
    expect(carryAnchor(first, now, inLast(first.split("\n\n")[0] ?? "", "Ilse Varn, 54,")).state).toBe(
      "ambiguous",
    );
  });
  it("of half of what the statement spans, beside it", () => {
    const half = "“It will be shut for long.”";
    const whole = `It rained.\n\n${NAMED}\n\n${half}\n\nThe ferry ran.`;
    const at = whole.indexOf(half);
    const long = { ...spans, content: [...spans.content, { start: at, end: at + half.length }] };
    expect(carryAnchor(whole, `${whole} Later.`, long).state).toBe("exact");
    expect(carryAnchor(whole, whole.replace(half, `${half}\n\n${half}`), long).state).toBe("ambiguous");
  });
  it("that differed in its marks changed places with it", () => {
    const twins = ["“It is shut,” said Ilse Varn.", '"It is shut," said Ilse Varn.'];
    const was = `It rained.\n\n${twins.join("\n\n")}\n\nThe ferry ran.`;
    const is = `It rained.\n\n${twins.toReversed().join("\n\n")}\n\nThe ferry ran.`;
    const first = anchorOf(was, { speaker: "Ilse Varn", cue: "said", content: "“It is shut,”" });
    expect(carryAnchor(was, `${was} Later.`, first).state).toBe("exact");
    expect(carryAnchor(was, is, first).state).toBe("ambiguous");
    expect(carryAnchor(was, was.replace(/[“”]/gu, "'"), first).state).toBe("ambiguous");
  });
  it("moved, and nothing else: still certain", () => {
    const now = old.replace(`${NAMED}\n\n`, "").concat(`\n\n${NAMED}`);
    expect(carryAnchor(old, now, spans).state).toBe("exact");
  });
});

/** Lower-case words, marks, right-to-left and combining characters, characters of two units. */
const OTHERS = fc
  .array(
    fc.constantFrom(
      "ship",
      "not",
      "3,000",
      "“",
      "”",
      "’",
      "🌊",
      "e\u0301",
      "ميناء",
      "항구",
      ".",
      "(",
      "—",
      "\u00a0",
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => words.join(" ").normalize("NFC"));

describe("for any text", () => {
  const stands = (old: string, now: string) => ["exact", "moved"].includes(carryAnchor(old, now, VARN).state);
  it("a letter changed within the words never stands by itself", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.constantFrom(..."abcxyzQ7"), (at, letter) => {
        const start = TEXT.indexOf("The gates will hold until spring");
        const now = TEXT.slice(0, start + at) + letter + TEXT.slice(start + at + 1);
        fc.pre(/[\p{L}]/u.test(TEXT[start + at] ?? "") && now !== TEXT);
        return !stands(TEXT, now);
      }),
    ));
  it("whatever is written behind it, it stands where it stood", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (words) => {
        const now = `${TEXT}\n\n${words}`.normalize("NFC");
        return !now.startsWith(TEXT) || stands(TEXT, now);
      }),
    ));
  it("other paragraphs may become anything that names nobody", () =>
    fc.assert(
      fc.property(OTHERS, OTHERS, fc.boolean(), (before, behind, first) => {
        const own = "“The 🚢 will hold until spring,” said Ilse Varn, who runs the café.";
        const old = `The board met.\n\n${own}\n\nIt rained.`;
        const spans = anchorOf(old, {
          speaker: "Ilse Varn",
          cue: "said",
          content: "“The 🚢 will hold until spring,”",
        });
        const now = first ? `${before}\n\n${own}\n\n${behind}` : `${before}\n\n${own}\n\nIt rained.`;
        const carried = carryAnchor(old, now, spans);
        expect(carried.state).toBe("exact");
        expect(contentIn(now, carried.spans)).toBe("“The 🚢 will hold until spring,”");
      }),
    ));
  it("marks and letters of any script: what is exact has the same characters, and JSON keeps it", () =>
    fc.assert(
      fc.property(OTHERS, OTHERS, (before, after) => {
        const old = `${before} ${NAMED}`;
        const carried = carryAnchor(old, `${after} ${NAMED}`, inLast(old, "Varrow"));
        expect(JSON.parse(JSON.stringify(carried))).toEqual(carried);
        if (carried.state === "exact")
          expect(contentIn(`${after} ${NAMED}`, carried.spans)).toBe("the harbour is shut");
      }),
    ));
  it("never throws, and says nothing that is not in the text", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (words) => {
        const length = new CodePointIndex(words).length;
        const { spans } = carryAnchor(TEXT, words, VARN);
        return spans === undefined || spans.content.every(({ end }) => end <= length);
      }),
    ));
});

it("a long text of one repeated sentence is carried all the same", () => {
  const line = "The gates hold, she said. ";
  const long = `${line.repeat(10_000)}\n\n${TEXT}`;
  const shift = new CodePointIndex(`${line.repeat(10_000)}\n\n`).length;
  const move = (spans: CarriedSpans["content"]) =>
    spans.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  const anchor = { speaker: move(VARN.speaker), cue: move(VARN.cue), content: move(VARN.content), relay: [] };
  expect(carryAnchor(long, `${long}\n\nMore.`, anchor).state).toBe("exact");
});

it("many anchors come back in their order, each as it would alone", () => {
  const gates = anchorOf(TEXT, { speaker: "Odo Fenn", cue: "runs", content: "the port" });
  const now = TEXT.replace("Odo Fenn", "Odo Lund");
  const anchors = [VARN, gates, VARN];
  expect(carryAll({ oldText: TEXT, newText: now, anchors })).toEqual(
    anchors.map((spans) => carryAnchor(TEXT, now, spans)),
  );
});

it("an anchor outside the text is refused, one without content is nowhere", () => {
  const behind = { speaker: [], cue: [], content: [{ start: 0, end: 100_000 }], relay: [] };
  expect(() => carryAnchor(TEXT, `${TEXT} More.`, behind)).toThrow(RangeError);
  const empty = { speaker: [], cue: [], content: [], relay: [] };
  expect(carryAnchor(TEXT, `${TEXT} More.`, empty).state).toBe("orphan");
});

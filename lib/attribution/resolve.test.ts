import { describe, expect, it } from "vitest";
import { packagedAuthority } from "../actor/packaged/authority.ts";
import type { Authority } from "./authority.ts";
import { namesInText } from "./names.ts";
import { Resolver } from "./resolve.ts";
import { segment } from "./segment.ts";
import type { MentionContext } from "./setting.ts";
import { NORLAND } from "./testdata/norland.ts";

/** The actors of the mentions marked with [[ ]] in a text, in its order. */
function resolved(marked: string, { date = "2025-06-01", authority = NORLAND as Authority, on = "" } = {}) {
  const marks: { surface: string; start: number }[] = [];
  let text = "";
  for (const [at, piece] of marked.split(/\[\[|\]\]/u).entries()) {
    if (at % 2 === 1) marks.push({ surface: piece, start: text.length });
    text += piece;
  }
  const article = segment({ text, date });
  const resolver = new Resolver(authority, namesInText(article), date);
  return marks.map(({ surface, start }) => {
    const part = article.parts.findLast((other) => other.start <= start)?.start ?? 0;
    const context: MentionContext = { start, part, ...(on && { on }) };
    return resolver.resolve(surface, context);
  });
}
const names = (marked: string, more = {}) => resolved(marked, more).map((actor) => actor?.name ?? null);
const chains = (marked: string, more = {}) => resolved(marked, more).map((actor) => actor?.chain);
const real = { authority: packagedAuthority() };

describe("a mention of any length", () => {
  it.each([
    ["[[Dara Quill, a professor at the University of Elm Bay,]] waited.", "Dara Quill"],
    ["[[the guild’s secretary, Mira Holt,]] waited.", "Mira Holt"],
    ["[[Mira Holt, who chairs the guild,]] waited.", "Mira Holt"],
    ["[[Mira Holt (right)]] waited.", "Mira Holt"],
    ["[[Mira Holt – a pilot –]] waited.", "Mira Holt"],
    ["[[Coast Guard chief of staff Mira Holt]] waited.", "Mira Holt"],
    ["[[Former Secretary of the League and ferry pilot Mira Holt]] waited.", "Mira Holt"],
    ["[[Elm Bay’s mayor, Mr. Tove Lind (62),]] waited.", "Tove Lind"],
    ["[[the National Association of Ferry Pilots and the Harbour Guild]] waited.", null],
    ["[[the Association of Ferry Pilots]] waited.", "Association of Ferry Pilots"],
    ["[[ ]]", null],
  ])("%s", (text, name) => {
    if (name === null) expect(names(text)[0]).not.toBe("Ferry Pilots");
    else expect(names(text)).toEqual([name]);
  });
});

describe("surnames", () => {
  it("go to the full name in the text before a known bearer of the surname alone", () => {
    const [actor] = resolved("Gerda Merkel bakes bread. [[Merkel]] stops in May.", real);
    expect(actor).toMatchObject({ name: "Gerda Merkel", others: [{ actorId: "angela-merkel" }] });
    expect(actor).not.toHaveProperty("actorId");
  });

  it("stay with the known one who stood there first, or whom the text names, too", () => {
    expect(names("[[Merkel]] waved. Her cousin Gerda Merkel sat down. [[Merkel]] stood.", real)).toEqual([
      "Angela Merkel",
      "Angela Merkel",
    ]);
    expect(names("Angela Merkel met Gerda Merkel. [[Merkel]] stood.", real)).toEqual(["Angela Merkel"]);
  });

  it("of two people go to the one named last, and mind a title", () => {
    const text =
      "Ms. Ada Lund met her brother, Mr. Bo Lund. [[Lund]] left. [[Ms. Lund]] stayed. [[Mr. Lund]] came back.";
    expect(names(text)).toEqual(["Bo Lund", "Ada Lund", "Bo Lund"]);
    expect(resolved(text)[0]?.reason).toContain("the last named of 2 with this name");
  });

  it("mind how the text goes on about a full name", () => {
    const text = "Ada Lund said she was late. Her brother Bo Lund came. [[Mrs. Lund]] sat. [[She]] stood.";
    expect(names(text)).toEqual(["Ada Lund", "Ada Lund"]);
  });

  it("behind a role are no other name", () => {
    expect(names("Vera Amar, dean of the school, came. Dean Amar sat. [[Dean Amar]] stood.")).toEqual([
      "Vera Amar",
    ]);
  });

  it("with particles and Arabic articles belong to their full names", () => {
    expect(names("Nadim al-Harun came. [[Al-Harun]] sat. [[Harun]] left.")).toEqual([
      "Nadim al-Harun",
      "Nadim al-Harun",
    ]);
    expect(names("Ulla von der Tann came. [[Ms. Tann]] sat.")).toEqual(["Ulla von der Tann"]);
  });

  it("after which a body’s name is shortened", () => {
    expect(
      names("[[The Elm Bay Daily News]] sat. [[The Daily News]] stood. [[The newspaper]] left."),
    ).toEqual(Array(3).fill("Elm Bay Daily News"));
    expect(names("Gullmark Energy plc sat. [[Gullmark]] stood. [[The firm]] left.")).toEqual(
      Array(2).fill("Gullmark Energy plc"),
    );
  });

  it("a title goes with a first name", () => {
    expect(names("Sir Alan Fitch came. [[Sir Alan]] sat down.")).toEqual(["Alan Fitch"]);
  });

  it("a first name alone needs more than a name that looks like a person’s", () => {
    expect(names("The Tarn Trail was wet. [[Tarn]] closed it.")).toEqual(["Tarn"]);
  });
});

describe("roles that the text introduces", () => {
  it.each([
    ["Dara Quill, a professor at Elm Bay, came. [[The professor]] sat.", "Dara Quill"],
    ["Harbour master Ilse Rand came. [[The harbour master]] sat.", "Ilse Rand"],
    ["Pia Strand, the head of the Tarn Service, came. [[The head of the service]] sat.", "Pia Strand"],
    ["[[Union chair]] says no\n\nSela Marsh, who chairs the union, came and sat down for tea.", "Sela Marsh"],
    ["Trade Minister Ada Lund met Finance Minister Bo Rask. [[The trade minister]] sat.", "Ada Lund"],
    ["Trade Minister Ada Lund met Finance Minister Bo Rask. [[The minister]] sat.", "Bo Rask"],
    [
      "Trade Minister Ada Lund met Finance Minister Bo Rask. [[The two ministers]] sat.",
      "Ada Lund and Bo Rask",
    ],
  ])("%s", (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it("not to somebody with other words", () => {
    expect(names("Finance Minister Bo Rask came. [[The trade minister]] sat.")).toEqual([
      "The trade minister",
    ]);
    expect(names("Finance Minister Bo Rask came. [[A minister]] sat.")).toEqual(["A minister"]);
  });
});

describe("acronyms", () => {
  it.each([
    "The Elm Bay Ferry Guild (EBFG) met. [[EBFG]] sat.",
    "EBFG (Elm Bay Ferry Guild) met. [[The EBFG]] sat.",
    "EBFG, the Elm Bay Ferry Guild, met. [[EBFG]] sat.",
    "The Elm Bay Ferry Guild, or EBFG, met. [[EBFG]] sat.",
    "In May the Elm Bay Ferry Guild (EBFG) met. [[EBFG]] sat.",
  ])("%s", (text) => {
    expect(names(text)).toEqual(["Elm Bay Ferry Guild"]);
  });
});

describe("several", () => {
  it("with titles and roles speak together", () => {
    const text =
      "Mira Holt met Bo Lund. [[Former captain Mira Holt and Mr. Lund]] sat. [[They]] stood. [[Both Norlandic officials and farmers]] left.";
    const [pair, they, unnamed] = resolved(text);
    expect(pair?.name).toBe("Mira Holt and Bo Lund");
    expect(they?.chain).toBe(pair?.chain);
    expect(unnamed?.reason).toMatch(/^unnamed sources/);
  });
});

describe("documents", () => {
  it("are of whoever published one, though that one has not spoken", () => {
    expect(names("The Ferry Guild published a statement on Sunday. [[The statement]] was long.")).toEqual([
      "Ferry Guild",
    ]);
    expect(names("A letter by the Ferry Guild came. [[The letter]] was long.")).toEqual(["Ferry Guild"]);
  });

  it("that are joint are of the states in a row", () => {
    expect(names("Norland and Sudland met. [[A joint statement]] was long.")).toEqual([
      "Norland and Sudland",
    ]);
  });
});

describe("places", () => {
  it("a capital behind “in” speaks for nobody", () => {
    expect(names("In [[Harsund]], shops were shut. [[Harsund]] kept still.")).toEqual([null, "Norland"]);
  });

  it("Korea is the one that the text names, else both are offered", () => {
    const [one] = resolved("South Korea opened a garden. [[Korea]] was glad.", real);
    expect(one).toMatchObject({ actorId: "state-kr", others: [{ actorId: "state-kp" }] });
    const [none] = resolved("A garden opened. [[Korea]] was glad.", real);
    expect(none?.actorId).toBeUndefined();
    expect(none?.others?.map(({ actorId }) => actorId)).toEqual(["state-kp", "state-kr"]);
  });
});

describe("chains", () => {
  it("hold what stands for the same one, and count from 0", () => {
    expect(
      chains("[[Mira Holt]] sat. [[She]] stood. [[Ada Brandt]] came. [[Holt]] left. [[Brandt]] sat."),
    ).toEqual([0, 0, 1, 0, 1]);
  });

  it("keep what a capital says apart from what its state says, so that the rule can be taken back for it alone", () => {
    const found = resolved("[[Norland]] sat. [[Harsund]] stood. [[Norland]] left. [[Harsund]] came.");
    expect(found.map((actor) => actor?.actorId)).toEqual(["no", "no", "no", "no"]);
    expect(found.map((actor) => actor?.chain)).toEqual([0, 1, 0, 1]);
  });

  it("offer the ministry that spoke beside its state’s capital", () => {
    const [, capital] = resolved("[[The Norlandic Foreign Ministry]] sat. [[Harsund]] stood.");
    expect(capital).toMatchObject({ actorId: "no", others: [{ actorId: "mfa" }] });
  });

  it("say which state a capital is, where its ministry’s statement makes it the ministry", () => {
    const [, capital] = resolved(
      "[[The Norlandic Foreign Ministry]] sat. In its statement, [[Harsund]] stood.",
    );
    expect(capital).toMatchObject({ actorId: "mfa", others: [{ actorId: "no" }] });
    expect(capital?.reason).toContain("inside the statement of Norlandic Foreign Ministry");
  });
});

describe("offices", () => {
  it("go by the date said where there is one", () => {
    const text = "[[The NATO Secretary General]] came.";
    expect(names(text, real)).toEqual(["Mark Rutte"]);
    expect(names(text, { ...real, on: "2024-06-30" })).toEqual(["Jens Stoltenberg"]);
    expect(names(text, { ...real, on: "2024" })).not.toEqual(["Mark Rutte"]);
  });
});

describe("proposals", () => {
  const proposal = (text: string) => resolved(text)[0]?.proposal;
  it.each([
    [
      "[[Dara Quill]], a professor at the University of Elm Bay, sat.",
      "person",
      "a professor at the University of Elm Bay",
    ],
    ["“No,” said harbour master [[Ilse Rand]].", "person", "harbour master"],
    [
      "[[The Tarn Dockers’ Union]], which represents 400 workers, sat.",
      "organisation",
      "which represents 400 workers",
    ],
    ["[[The Tarn Town Council]] sat.", "governmentBody", undefined],
    ["[[The Tarn Coast Guard]] sat.", "military", undefined],
    ["The company [[Tarn Boats]] sat.", "company", undefined],
    ["[[Tarn Holdings]] sat.", "company", undefined],
    ["[[Gullmark]] and its crew sat.", "organisation", undefined],
    ["[[Gullmark]] and her crew sat.", "person", undefined],
    ["Bo sat next to Mayor [[Mira Holt]].", "person", "Mayor"],
  ])("%s", (text, kind, description) => {
    expect(proposal(text)).toEqual({ kind, ...(description && { description }) });
  });

  it("hold at most 120 characters of the text", () => {
    const long = `a pilot of ${"the old and the new and ".repeat(20)}`;
    expect(proposal(`[[Mira Holt]], ${long}ferry, sat.`)?.description?.length ?? 0).toBeLessThanOrEqual(120);
  });

  it("are made for nobody on record and for nobody unnamed", () => {
    expect(proposal("[[Ada Brandt]] sat.")).toBeUndefined();
    expect(proposal("[[A senior official]] sat.")).toBeUndefined();
  });

  it("say by which rule the kind was taken", () => {
    expect(resolved("[[The Tarn Town Council]] sat.")[0]?.reason).toBe(
      "named in the text, not in the authority; taken for a public body, for “Council” in its name",
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePointIndex } from "../code-points.ts";
import { type CarriedSpans, carryAnchor as carryOne } from "./carry.ts";

const carryAnchor = (oldText: string, newText: string, spans: CarriedSpans) =>
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

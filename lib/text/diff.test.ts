import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePointIndex } from "./code-points.ts";
import { type Segment, summarisedDiff, wordDiff } from "./diff.ts";

const shown = (segments: readonly Segment[]) =>
  segments.map(({ folded, kind, moved, row, text }) => {
    const sign = { kept: "=", leftOut: "-", added: "+" }[kind];
    return `${row}${moved ? "m" : ""}${folded ? "~" : ""}${sign}${text}`;
  });

const BOARD = "The board met on the quay.";
const FERRY = "The ferry ran to its timetable.";
const GUILD = "The guild saw 3,000 boats and did approve of them.";

describe("a word diff", () => {
  it("keeps what is the same, and shows what changed in its paragraph", () =>
    expect(
      shown(wordDiff(`${BOARD}\n\n${GUILD}`, `${BOARD}\n\n${GUILD.replace("3,000", "30,000")}`)),
    ).toEqual([
      `0=${BOARD}`,
      "1=The guild saw ",
      "1-3,000 ",
      "1+30,000 ",
      "1=boats and did approve of them.",
    ]));
  it("a paragraph that came, one that went", () => {
    expect(shown(wordDiff(`${BOARD}\n\n${FERRY}`, `${BOARD}\n\n${GUILD}\n\n${FERRY}`))).toEqual([
      `0=${BOARD}`,
      `1+${GUILD}`,
      `2=${FERRY}`,
    ]);
    expect(shown(wordDiff(`${BOARD}\n\n${GUILD}\n\n${FERRY}`, `${BOARD}\n\n${FERRY}`))).toEqual([
      `0=${BOARD}`,
      `1-${GUILD}`,
      `2=${FERRY}`,
    ]);
  });
  it("a paragraph that changed its place", () => {
    const { segments, summary } = summarisedDiff(
      [GUILD, BOARD, FERRY].join("\n\n"),
      [BOARD, FERRY, GUILD].join("\n\n"),
    );
    expect(shown(segments)).toEqual([`0m-${GUILD}`, `1=${BOARD}`, `2=${FERRY}`, `3m=${GUILD}`]);
    expect(summary).toMatchObject({ leftOut: 0, added: 0, movedParagraphs: 1, changes: [] });
  });
  it("other marks and space are kept words", () => {
    const [segment] = wordDiff("“It is shut,” he said.", '"It is  shut," he said.');
    expect(segment).toMatchObject({ kind: "kept", folded: true, text: '"It is  shut," he said.' });
  });
  it("where every paragraph of a long text changed, each is still beside its own", () => {
    const words = (at: number) => `Boat ${at} of the ${at % 7}th row left pier ${at} on time`;
    const text = (end: string) => Array.from({ length: 100 }, (_, at) => `${words(at)} ${end}`).join("\n\n");
    const { summary } = summarisedDiff(text("today"), text("at last"));
    expect(summary).toMatchObject({ leftOut: 100, added: 200 });
  });
  it("no text at all", () => {
    expect(wordDiff("", "")).toEqual([]);
    expect(shown(wordDiff("", BOARD))).toEqual([`0+${BOARD}`]);
    expect(shown(wordDiff(BOARD, ""))).toEqual([`0-${BOARD}`]);
  });
});

describe("its summary", () => {
  it("counts words", () => {
    const { summary } = summarisedDiff("The old quay is shut.", "The quay is shut for good.");
    expect(summary).toMatchObject({ kept: 4, leftOut: 1, added: 2 });
  });
  it.each([
    ["3,000", "30,000", "number", "3,000", "30,000"],
    ["did approve", "did not approve", "negation", "", "not"],
    ["The guild", "The Norland guild", "name", "", "Norland"],
    ["approve", "disapprove", "negation", "approve", "disapprove"],
    ["boats", "boats on Tuesday", "number", "", "on Tuesday"],
    ["of them", "of them, not of all", "negation", "", "not of all"],
    ["them.", "them, not of all!", "negation", "", "not of all"],
  ])("names %s → %s", (gone, come, kind, before, after) => {
    const { changes } = summarisedDiff(GUILD, GUILD.replace(gone, come)).summary;
    expect(changes).toEqual([expect.objectContaining({ kind, before })]);
    expect(changes[0]?.after).toBe(after.replace("on ", ""));
  });
});

/** Paragraphs of few words, so that they meet again: with marks, numbers and characters of two units. */
const TEXT = fc
  .array(
    fc
      .array(fc.constantFrom("quay", "not", "3,000", "“shut”", "🚢", "é", "Norland", "—", "."), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join(" ")),
    { maxLength: 6 },
  )
  .map((paragraphs) => paragraphs.join("\n\n"));

describe("for any two texts", () => {
  const joined = (segments: readonly Segment[], text: string, side: "before" | "after") => {
    const index = new CodePointIndex(text);
    const spans = segments.flatMap((segment) => {
      const isTold = side === "before" && segment.moved && segment.kind === "leftOut";
      return segment[side] && !isTold ? [segment[side]] : [];
    });
    const all = spans.toSorted((a, b) => a.start - b.start).map(({ start, end }) => index.slice(start, end));
    return all.join("").replace(/\s/gu, "");
  };
  it("every character of both is in one segment", () =>
    fc.assert(
      fc.property(TEXT, TEXT, (before, after) => {
        const segments = wordDiff(before, after);
        expect(joined(segments, before, "before")).toBe(before.replace(/\s/gu, ""));
        expect(joined(segments, after, "after")).toBe(after.replace(/\s/gu, ""));
      }),
    ));
  it("kept words are the same words; of one text with itself all is kept", () =>
    fc.assert(
      fc.property(TEXT, TEXT, (before, after) => {
        const old = new CodePointIndex(before);
        for (const { before: span, folded, kind, text } of wordDiff(before, after))
          if (kind === "kept" && span && !folded) expect(old.slice(span.start, span.end)).toBe(text);
        expect(wordDiff(before, before).every(({ folded, kind }) => kind === "kept" && !folded)).toBe(true);
      }),
    ));
});

it("is plain data", () => {
  const diff = summarisedDiff(`${BOARD}\n\n${GUILD}`, `${GUILD}\n\n${FERRY}`);
  expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
});

import { describe, expect, it } from "vitest";
import {
  entriesOf,
  isFound,
  listed,
  nextOpen,
  overlapping,
  progressOf,
  progressWords,
  stepFrom,
  unprovedIn,
} from "./entry.ts";
import { COUNCIL, COUNCIL_SUGGESTION, deskArticle, spanOf, statement, suggestion } from "./fixture.ts";

it("statements whose relays no words prove are named with these relays", () => {
  const via = [
    { ...COUNCIL, name: "Harbour Wire", proof: null },
    { ...COUNCIL, proof: spanOf("said") },
  ];
  const article = deskArticle({ statements: [statement(), statement({ id: "relayed", via })] });
  expect(unprovedIn(article)).toEqual([{ id: "relayed", actor: statement().actor, via: "Harbour Wire" }]);
});

describe("the list of an article", () => {
  it("stands in reading order, a statement marked by hand between the suggestions", () => {
    const byHand = statement({ id: "by-hand", content: [spanOf("Ferry line drops")] });
    const entries = entriesOf(deskArticle({ statements: [byHand] }));
    expect(entries.map(({ key, state }) => [key, state])).toEqual([
      ["by-hand", "added"],
      ["suggestion-ines", "open"],
      ["suggestion-council", "open"],
    ]);
  });

  it("keeps a suggestion's place and key when it becomes a statement, with the statement's words", () => {
    const accepted = suggestion({ state: "accepted", statementId: "statement-ines" });
    const corrected = statement({ content: [spanOf("The night boat")] });
    const [first] = entriesOf(deskArticle({ suggestions: [accepted], statements: [corrected] }));
    expect(first).toMatchObject({ key: "suggestion-ines", state: "accepted", content: corrected.content });
  });

  it("calls a suggestion taken back whose statement is gone", () => {
    const accepted = suggestion({ state: "accepted", statementId: "statement-ines" });
    expect(entriesOf(deskArticle({ suggestions: [accepted] }))[0]?.state).toBe("takenBack");
  });

  it("shows what is on its way as decided, but only where the record is still open", () => {
    const underway = [{ key: "suggestion-ines", as: "accepted" as const }];
    expect(entriesOf(deskArticle(), underway).map(({ state }) => state)).toEqual(["accepted", "open"]);
    const rejected = deskArticle({ suggestions: [suggestion({ state: "rejected" })] });
    expect(entriesOf(rejected, underway)[0]?.state).toBe("rejected");
  });
});

it("a statement accepted in an earlier text is accepted, one without any suggestion was added", () => {
  const statements = [statement({ byHand: false }), statement({ id: "statement-other" })];
  const entries = entriesOf(deskArticle({ suggestions: [], statements }));
  expect(entries.map(({ key, state }) => [key, state])).toEqual([
    ["statement-ines", "accepted"],
    ["statement-other", "added"],
  ]);
});

describe("going through the list", () => {
  const entries = entriesOf(deskArticle(), [{ key: "suggestion-council", as: "rejected" }]);

  it("finds the next open one, from the top again at the end, and none when all are decided", () => {
    expect(nextOpen(entries, "suggestion-council")).toBe("suggestion-ines");
    expect(nextOpen(entries, "suggestion-ines")).toBe("suggestion-ines");
    const done = [
      { key: "suggestion-ines", as: "accepted" as const },
      { key: "suggestion-council", as: "rejected" as const },
    ];
    expect(nextOpen(entriesOf(deskArticle(), done), null)).toBeNull();
  });

  it("steps and stops at the ends", () => {
    expect(stepFrom(entries, "suggestion-ines", 1)).toBe("suggestion-council");
    expect(stepFrom(entries, "suggestion-council", 1)).toBe("suggestion-council");
    expect(stepFrom(entries, null, -1)).toBe("suggestion-council");
    expect(stepFrom([], null, 1)).toBeNull();
  });

  it("counts, in words", () => {
    expect(progressWords(progressOf(entries))).toBe("1 rejected · 1 to go");
    expect(progressWords(progressOf([]))).toBe("nothing left to decide");
  });

  it("is searched by speaker, words and claims", () => {
    const [ines] = entries;
    if (!ines) throw new Error("no entry");
    expect(isFound(ines, "The night boat", "halloran NIGHT")).toBe(true);
    expect(isFound(ines, "The night boat", "halloran council")).toBe(false);
  });
});

describe("less certain suggestions", () => {
  const doubtful = suggestion({
    id: "doubtful",
    confidence: 0.2,
    content: [spanOf("night boat loses money")],
  });
  const article = deskArticle({ suggestions: [suggestion(), doubtful, COUNCIL_SUGGESTION] });
  const keys = (entries: readonly { key: string }[]) => entries.map(({ key }) => key);

  it("are left out of the list until asked for", () => {
    const entries = entriesOf(article);
    expect(keys(listed(entries, false))).toEqual(["suggestion-ines", "suggestion-council"]);
    expect(keys(listed(entries, true))).toEqual(["suggestion-ines", "doubtful", "suggestion-council"]);
  });

  it("are counted apart: nobody has to decide them", () => {
    expect(progressWords(progressOf(entriesOf(article)))).toBe("2 to go · 1 less certain");
    const done = deskArticle({ suggestions: [doubtful] });
    expect(progressWords(progressOf(entriesOf(done)))).toBe("nothing left to decide · 1 less certain");
  });

  it("are like any other once decided", () => {
    const rejected = entriesOf(deskArticle({ suggestions: [{ ...doubtful, state: "rejected" }] }));
    expect(keys(listed(rejected, false))).toEqual(["doubtful"]);
    expect(progressOf(rejected)).toMatchObject({ rejected: 1, lessCertain: 0 });
  });

  it("may lie on the words of others, and each leads to the other; what was rejected leads nowhere", () => {
    const entries = entriesOf(article);
    const [ines, other, council] = entries;
    if (!ines || !other || !council) throw new Error("no entries");
    expect(keys(overlapping(ines, entries))).toEqual(["doubtful"]);
    expect(keys(overlapping(other, entries))).toEqual(["suggestion-ines"]);
    expect(overlapping(council, entries)).toEqual([]);
    const rejected = entriesOf({
      ...article,
      suggestions: [suggestion(), { ...doubtful, state: "rejected" }],
    });
    expect(overlapping(rejected[0] ?? ines, rejected)).toEqual([]);
  });
});

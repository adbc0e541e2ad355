import { describe, expect, it } from "vitest";
import { entriesOf, isFound, nextOpen, progressOf, progressWords, stepFrom } from "./entry.ts";
import { deskArticle, spanOf, statement, suggestion } from "./fixture.ts";

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

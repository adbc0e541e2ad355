import { describe, expect, it } from "vitest";
import type { DecisionRow } from "#lib/decision/read.server.ts";
import { canUndo, changesOf, lastToUndo } from "./decision-words.ts";

const row = (seq: number, over: Partial<DecisionRow> = {}): DecisionRow => ({
  seq: String(seq),
  at: "2024-07-02T10:00:00Z",
  userId: "anna",
  by: "Anna",
  action: "accept",
  summary: "",
  before: [],
  after: [{ noun: "suggestion", id: "s", state: { state: "accepted", statementId: null } }],
  undoes: null,
  undoneBy: null,
  ...over,
});
const article = { noun: "article", id: "a", state: {} } as const;
const stated = (over = {}) => ({
  anchorId: "anchor",
  kind: "direct",
  mode: "said",
  attributedToId: "ines",
  withdrawn: false,
  via: [],
  stances: {},
  ...over,
});

describe("what a decision changed, in words", () => {
  const names = {
    ines: "Ines Halloran",
    council: "Harbour Council",
    anchor: "night boat",
    claim: "It loses money.",
  };

  it("names the actor and the claim, and leaves out what stayed", () => {
    const changes = changesOf(
      {
        before: [{ noun: "statement", id: "s", state: stated() }],
        after: [
          {
            noun: "statement",
            id: "s",
            state: stated({
              attributedToId: "council",
              mode: "attributedView",
              stances: { claim: "denies" },
            }),
          },
        ],
      },
      names,
    );
    expect(changes).toEqual([
      { what: "actor", before: "Ines Halloran", after: "Harbour Council" },
      { what: "mode", before: "said", after: "attributed view" },
      { what: "claims", before: "nothing", after: "denies: It loses money." },
    ]);
  });

  it("shows a record that was made with all it began with", () => {
    const changes = changesOf(
      {
        before: [{ noun: "statement", id: "s", state: null }],
        after: [{ noun: "statement", id: "s", state: stated() }],
      },
      names,
    );
    expect(changes.map(({ what, after }) => `${what}: ${after}`)).toEqual([
      "statement: on record",
      "actor: Ines Halloran",
      "words: “night boat”",
      "kind: direct",
      "mode: said",
    ]);
  });

  it("says once, with how many, what changed alike in several records", () => {
    const states = (state: string) =>
      ["a", "b", "c"].map((id) => ({ noun: "suggestion", id, state: { state, statementId: null } }) as const);
    const before = states("open");
    const after = [
      ...states("superseded"),
      { noun: "suggestion", id: "d", state: before[0]?.state ?? null } as const,
    ];
    expect(changesOf({ before, after }, names)).toEqual([
      { what: "suggestion (3)", before: "to decide", after: "replaced" },
      { what: "suggestion", before: "nothing", after: "to decide" },
    ]);
  });

  it("says so where a record is gone", () => {
    const [change] = changesOf(
      { before: [], after: [{ noun: "statement", id: "s", state: { attributedToId: "nobody" } }] },
      names,
    );
    expect(change?.after).toBe("a record that is gone");
  });
});

describe("undo", () => {
  it("is there for a statement that was added, not for an article that was brought in", () => {
    expect(canUndo(row(1, { action: "add", after: [article] }))).toBe(false);
    const added = { noun: "statement", id: "s", state: stated() } as const;
    expect(canUndo(row(2, { action: "add", after: [added] }))).toBe(true);
    expect(canUndo(row(3, { undoneBy: "4" }))).toBe(false);
  });

  it("takes the viewer's own last decision, step by step", () => {
    const history = [row(5, { userId: "another-anna" }), row(4), row(3)];
    expect(lastToUndo(history, "anna")?.seq).toBe("4");
    const after = [row(6, { action: "undo", undoes: "4" }), history[0], row(4, { undoneBy: "6" }), row(3)];
    expect(lastToUndo(after as DecisionRow[], "anna")?.seq).toBe("3");
  });

  it("stops at a sign-off that stands, and passes one that was undone", () => {
    const signed = row(4, { action: "signOff", after: [article] });
    expect(lastToUndo([signed, row(3)], "anna")).toBeNull();
    expect(lastToUndo([{ ...signed, undoneBy: "5" }, row(3)], "anna")?.seq).toBe("3");
    expect(lastToUndo([row(4, { action: "edit", after: [article] })], "anna")?.seq).toBe("4");
  });
});

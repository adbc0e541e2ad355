import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CleanedLine, LineRole } from "#lib/article/cleaned.ts";
import { articleOf, type Change, change, type Draft, draftOf, missingFrom, readDraft } from "./draft.ts";

const LINES: readonly (readonly [string, LineRole, string])[] = [
  ["Home", "dropped", "menu"],
  ["Harbour dredging delayed again", "headline", "title above the body"],
  ["By Ines Vale", "byline", "names the author"],
  ["3 March 2025, 14:05", "date", "date under the headline"],
  ["The harbour office has put the work off until May.", "paragraph", "sentence of the article"],
  ["Two barges lie idle at the north quay.", "paragraph", "sentence of the article"],
  ["Read more about the harbour", "dropped", "link title"],
];
const lines: readonly CleanedLine[] = LINES.map(([text, role, reason], line) => ({
  line,
  text,
  role,
  reason,
}));
const draft = draftOf("the paste", {
  headline: null,
  standfirst: null,
  outlet: null,
  publishedAt: null,
  zone: null,
  byline: null,
  paragraphs: [],
  lines,
});
const changed = (...changes: readonly Change[]): Draft => changes.reduce(change, draft);
const roles = ({ lines: now }: Draft) => now.map(({ role }) => role);

describe("moving a line", () => {
  it("drops a kept one, and its words leave the article", () => {
    const moved = changed({ type: "drop", line: 5 });
    expect(readDraft(moved).paragraphs).toEqual(["The harbour office has put the work off until May."]);
    expect(moved.lines[5]).toMatchObject({ role: "dropped", reason: "set by you" });
    expect(readDraft(moved)).toMatchObject({ words: 10, dropped: 3 });
  });

  it("keeps a dropped one as a paragraph, in the page's order", () => {
    expect(readDraft(changed({ type: "keep", line: 0 })).paragraphs[0]).toBe("Home");
  });

  it("brings a line back as what it was, with its first reason", () => {
    expect(changed({ type: "drop", line: 1 }, { type: "keep", line: 1 }).lines[1]).toEqual(lines[1]);
  });

  it("sets a role, and the field follows", () => {
    const moved = changed({ type: "role", line: 4, role: "standfirst" });
    expect(readDraft(moved).fields.standfirst.value).toBe(
      "The harbour office has put the work off until May.",
    );
    expect(readDraft(moved).fields.standfirst.from.map(({ line }) => line)).toEqual([4]);
  });

  it("does nothing for a line that is not there, or has the role already", () => {
    expect(changed({ type: "drop", line: 99 })).toBe(draft);
    expect(changed({ type: "drop", line: 0 })).toBe(draft);
  });

  it("is undone step by step, whatever was moved", () => {
    const move = fc.record({
      type: fc.constant("role" as const),
      line: fc.nat(7),
      role: fc.constantFrom<LineRole>("dropped", "paragraph", "headline", "byline", "date", "outlet"),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let now = changed(...moves);
        while (now.past.length > 0) now = change(now, { type: "undo" });
        expect(now.lines).toEqual(draft.lines);
        expect(change(now, { type: "undo" })).toBe(now);
      }),
    );
  });

  it("leaves what the editor wrote alone when it is undone", () => {
    const now = changed(
      { type: "edit", field: "headline", value: "Mine" },
      { type: "drop", line: 5 },
      { type: "undo" },
    );
    expect(roles(now)).toEqual(roles(draft));
    expect(readDraft(now).fields.headline).toMatchObject({ value: "Mine", edited: true });
  });
});

describe("a field", () => {
  it("is read off its lines, with the time as printed and no zone added", () => {
    const { fields } = readDraft(draft);
    expect(fields.publishedAt).toMatchObject({ value: "2025-03-03T14:05", edited: false });
    expect(fields.zone).toEqual({ value: "", edited: false, from: [] });
    expect(fields.byline).toMatchObject({ value: "Ines Vale" });
    expect(fields.outlet).toEqual({ value: "", edited: false, from: [] });
  });

  it("keeps what the editor wrote when lines move, until it is restored", () => {
    const edited = changed({ type: "edit", field: "headline", value: "Mine" }, { type: "drop", line: 1 });
    expect(readDraft(edited).fields.headline).toMatchObject({ value: "Mine", edited: true });
    const restored = change(change(edited, { type: "undo" }), { type: "restore", field: "headline" });
    expect(readDraft(restored).fields.headline).toMatchObject({
      value: "Harbour dredging delayed again",
      edited: false,
    });
  });
});

describe("what is missing", () => {
  it("is the outlet, which the page did not say", () => {
    expect(missingFrom(readDraft(draft))).toEqual(["outlet"]);
  });

  it("is everything where all lines are dropped", () => {
    const empty = changed(...lines.map(({ line }) => ({ type: "drop", line }) as const));
    expect(missingFrom(readDraft(empty))).toEqual(["headline", "outlet", "paragraphs"]);
  });
});

describe("the article to save", () => {
  const known = [{ id: "0198c0de-0000-7000-8000-000000000001", name: "The Meridian Post" }];

  it("names an outlet on record by its id, whatever the case", () => {
    const named = changed({ type: "edit", field: "outlet", value: " the meridian post " });
    expect(articleOf(named, known).outlet).toEqual({ id: known[0]?.id });
  });

  it("adds another outlet with its kind", () => {
    const named = changed(
      { type: "edit", field: "outlet", value: "Harbour Wire" },
      { type: "outletKind", kind: "agency" },
    );
    expect(articleOf(named, known).outlet).toEqual({ name: "Harbour Wire", kind: "agency" });
  });

  it("says whether the date stands in the text or comes from the editor", () => {
    expect(articleOf(draft, known)).toMatchObject({
      publishedAt: "2025-03-03T14:05",
      publishedSource: "text",
    });
    const dated = changed({ type: "edit", field: "publishedAt", value: "2025-03-03 09:00" });
    expect(articleOf(dated, known)).toMatchObject({
      publishedAt: "2025-03-03T09:00",
      publishedSource: "editor",
    });
    const zoned = changed({ type: "edit", field: "zone", value: "UTC" });
    expect(articleOf(zoned, known)).toMatchObject({ zone: "UTC", publishedSource: "editor" });
  });

  it("carries the paste as it came, and no address where none was given", () => {
    expect(articleOf(draft, known)).toMatchObject({ raw: "the paste", url: null });
    expect(articleOf(changed({ type: "url", value: " https://wire.example/1 " }), known).url).toBe(
      "https://wire.example/1",
    );
  });
});

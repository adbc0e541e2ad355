import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Place, placeText, readPlace, turned } from "./place.ts";

const place = (key: string): Place => ({ rank: 1, key, id: randomUUID() });

describe("a place in an address", () => {
  it.each(["", "2024-06-30T10:41", "the pier.of kelm", "한국 😀\n"])("is read back: %j", (key) => {
    const said = place(key);
    expect(readPlace(placeText(said))).toEqual(said);
  });
  it.each([
    undefined,
    "",
    "1",
    "1.x.k",
    `x.${randomUUID()}.k`,
    `1.${randomUUID()}`,
    `1.${randomUUID()}.a\0b`,
  ])("is none if it can't be read: %j", (text) => expect(readPlace(text)).toBeNull());
});

describe("a page", () => {
  const rows = ["a", "b", "c"].map(place);
  const [a, b, c] = rows.map(placeText);
  const of = (found: readonly Place[], asked = {}) => turned(found, (row) => row, asked, 2);

  it("is the only one where all fits in", () =>
    expect(of(rows.slice(0, 2))).toEqual({ rows: rows.slice(0, 2), before: null, after: null }));
  it("leads on where there is more", () =>
    expect(of(rows)).toEqual({ rows: rows.slice(0, 2), before: null, after: b }));
  it("leads back where it began after a place", () =>
    expect(of(rows.slice(2), { after: rows[1] })).toEqual({ rows: rows.slice(2), before: c, after: null }));
  it("found backwards stands forwards, and leads on", () => {
    const found = rows.slice(0, 2).reverse();
    expect(of(found, { before: rows[2] })).toEqual({ rows: rows.slice(0, 2), before: null, after: b });
    expect(of([...rows].reverse(), { before: place("d") }).before).toBe(b);
  });
  it("of nothing leads nowhere", () => {
    expect(of([], { after: rows[2] })).toEqual({ rows: [], before: null, after: null });
    expect(a).toBeDefined();
  });
});

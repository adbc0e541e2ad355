import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasEmptyFields, isEmpty, readSearch, searchAddress } from "./query.ts";

describe("readSearch", () => {
  it("takes an address without fields for an empty search", () => {
    expect(isEmpty(readSearch({}).query)).toBe(true);
    expect(isEmpty(readSearch({ words: "  " }).query)).toBe(true);
    expect(isEmpty(readSearch({ from: "2024-06-30" }).query)).toBe(false);
  });

  it("names a day that doesn't exist and leaves it out", () => {
    const { query, problems } = readSearch({ words: "ferry", from: "2024-02-30", to: "soon" });
    expect(problems.from).toMatch(/not a day/);
    expect(problems.to).toMatch(/not a day/);
    expect(query).toMatchObject({ words: "ferry", from: "", to: "" });
  });

  it("names days that are the wrong way round", () => {
    expect(readSearch({ from: "2024-07-01", to: "2024-06-30" }).problems.to).toBeDefined();
    expect(readSearch({ from: "2024-06-30", to: "2024-06-30" }).problems.to).toBeUndefined();
  });

  it("never throws and never gives a page below the first", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("words", "actor", "from", "to", "page", "x"), value),
        (params) => {
          expect(readSearch(params).query.page).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});

describe("searchAddress", () => {
  it("is the query and nothing else", () => {
    const { query } = readSearch({ words: "red line", outlet: "harbour-wire", page: "3" });
    expect(searchAddress(query, { page: 4 })).toBe("/search?words=red+line&outlet=harbour-wire&page=4");
  });

  it("goes back to the first page when a field changes", () => {
    const { query } = readSearch({ words: "ferry", page: "3" });
    expect(searchAddress(query, { outlet: "harbour-wire" })).toBe("/search?words=ferry&outlet=harbour-wire");
    expect(searchAddress(query, { words: "" })).toBe("/search");
  });

  it("reads back as the same query", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.toWellFormed());
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 1_000 }), (actor, outlet, page) => {
        const { query } = readSearch({ actor, outlet, page: String(page), from: "2024-06-30" });
        const address = new URL(searchAddress(query, { page }), "http://localhost");
        expect(readSearch(Object.fromEntries(address.searchParams)).query).toEqual(query);
      }),
    );
  });
});

describe("hasEmptyFields", () => {
  it("finds what a form sends without being asked, and nothing in the address made from it", () => {
    const sent = { words: "ferry", actor: "", outlet: "", from: "", to: "" };
    expect(hasEmptyFields(sent)).toBe(true);
    const address = new URL(searchAddress(readSearch(sent).query), "http://localhost");
    expect(hasEmptyFields(Object.fromEntries(address.searchParams))).toBe(false);
    expect(hasEmptyFields({ other: "" })).toBe(false);
    expect(hasEmptyFields({})).toBe(false);
  });
});

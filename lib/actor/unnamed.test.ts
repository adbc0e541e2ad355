import { describe, expect, it } from "vitest";
import { isUnnamedSource, unnamedWording } from "./unnamed.ts";

describe("is an unnamed source", () => {
  it.each([
    "a senior official",
    "A senior official",
    "a senior harbour official",
    "another official",
    "two officials",
    "several Western diplomats",
    "Western diplomats",
    "senior officials",
    "officials",
    "officials familiar with the matter",
    "US officials familiar with the matter",
    "sources close to the harbour board",
    "a source",
    "the source",
    "security sources",
    "a source at the ministry",
    "ministry sources",
    "a person briefed on the talks",
    "people familiar with the plans",
    "three people with direct knowledge of the dredging contract",
    "an aide to the mayor",
    "a former adviser",
    "a company executive who asked not to be named",
    "one trader who declined to be identified",
    "the official, who spoke on condition of anonymity",
    "an unnamed spokesman",
    "analysts familiar with the talks",
    "a union insider",
  ])("%s", (words) => expect(isUnnamedSource(words)).toBe(true));
});

describe("is none", () => {
  it.each([
    ["the ministry", "a body"],
    ["a ministry", "a body"],
    ["a spokesman for the board", "speaks for the board"],
    ["the ministry's spokeswoman", "speaks for the ministry"],
    ["analysts", "anybody may be one"],
    ["experts", "anybody may be one"],
    ["residents of the old town", "anybody may be one"],
    ["a witness", "saw it, does not know it from inside"],
    ["critics", "anybody may be one"],
    ["the official", "points back to somebody in the text"],
    ["US officials", "speak for the state"],
    ["Norland officials", "speak for the state"],
    ["a senior official, Ada Verrin", "is named"],
    ["Ada Verrin, a senior official", "is named"],
    ["an official named Verrin", "is named"],
    ["a source of income", "no person"],
    ["a statement", "a document"],
    ["an official statement", "a document"],
    ["the president", "an office"],
    ["she", "a pronoun"],
    ["", "nothing"],
    ["\n ", "nothing"],
  ])("%s: %s", (words) => expect(isUnnamedSource(words)).toBe(false));
});

describe("one record for each article and wording", () => {
  it("whatever the case, marks and article", () => {
    const key = unnamedWording("a senior official");
    expect(unnamedWording("A Senior Official")).toBe(key);
    expect(unnamedWording("the senior official")).toBe(key);
    expect(unnamedWording(" “senior official” ")).toBe(key);
  });
  it("another one is somebody else", () => {
    const wordings = ["a senior official", "another senior official", "two senior officials", "an official"];
    expect(new Set(wordings.map(unnamedWording)).size).toBe(4);
  });
  it("never nothing of something", () => {
    expect(unnamedWording("a")).toBe("a");
    expect(unnamedWording("一名官员")).not.toBe("");
  });
});

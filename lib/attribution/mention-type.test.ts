import { describe, expect, it } from "vitest";
import { detect } from "./detect.ts";
import { mentionType } from "./mention-type.ts";
import { NORLAND } from "./testdata/norland.ts";

describe("how a mention names", () => {
  it.each([
    "Mira Holt",
    "Holt",
    "Kremlin spokesman Dara Vance",
    "Mayor Mira Holt",
    "Mira Holt, a former harbour master",
    "the guild’s secretary, Mira Holt",
    "Holt herself",
    "Norland",
    "Pyongyang",
    "the White House",
    "The Elm Bay Post",
    "the Norlandic Foreign Ministry",
    "the Bank of Elm Bay",
    "the University of Port Halden",
    "Norland and its allies",
    "the EBFG",
    "the Elm Bay Ferry Guild (EBFG)",
    "Hassan al-Tarim",
    "HOLT",
  ])("by a name: %s", (words) => {
    expect(mentionType(words)).toBe("name");
  });

  it.each([
    "the ministry",
    "the Ministry",
    "The Guild",
    "the spokesman",
    "a spokesman for the Norlandic Foreign Ministry",
    "Norland’s foreign minister",
    "the Elm Bay mayor",
    "Mira Holt’s lawyer",
    "U.S. officials",
    "Norlandic officials",
    "Republicans",
    "one analyst",
    "one of the sailors",
    "some sailors",
    "A survey of sailors",
    "the statement",
    "the Secretary General",
    "The Mayor",
    "the mayor of Elm Bay",
    "a sailor, who asked not to be named",
    "officials in Harsund",
  ])("by a description: %s", (words) => {
    expect(mentionType(words)).toBe("description");
  });

  it.each([
    "he",
    "She",
    "They",
    "who",
    "which",
    "that",
    "their",
    "some",
    "others",
    "one of them",
    "all three",
    "he himself",
    "nobody",
  ])("by a pronoun: %s", (words) => {
    expect(mentionType(words)).toBe("pronoun");
  });

  it("by nothing", () => {
    expect(mentionType(undefined)).toBe("none");
    expect(mentionType("  ")).toBe("none");
  });
});

it("a capital that only begins a sentence names nobody", () => {
  const mention = (text: string) => detect({ text }, NORLAND)[0]?.mention;
  expect(mention("Sailors said that the pier was old.")).toBe("description");
  expect(mention("Neighbours said that the pier was old.")).toBe("description");
  expect(mention("Harsund said that the pier was old.")).toBe("name");
  expect(mention("Holt said that the pier was old.")).toBe("name");
});

import { describe, expect, it } from "vitest";
import { found } from "./testdata/found.ts";

describe("a speaker between subject and predicate", () => {
  it("splits the content", () => {
    expect(found("Ties between the towns, Mira Holt said, show “a long wall”.")).toMatchObject([
      { content: ["Ties between the towns", "show “a long wall”"], kind: "mixed" },
    ]);
  });

  it("with the way of its statement behind the verb", () => {
    const text =
      "The tolls, Norland said in a press statement distributed by the Harbour News Agency, were “sheer piracy”.";
    expect(found(text)).toMatchObject([
      {
        content: ["The tolls", "were “sheer piracy”"],
        actor: "Norland",
        via: ["Harbour News Agency: distributed by the Harbour News Agency"],
      },
    ]);
  });
});

it("a date of the frame is no subject", () => {
  expect(found("On Friday, Mira Holt said in a letter, “the pier is old.”")[0]?.content).toEqual([
    "“the pier is old.”",
  ]);
});

it("doubts that a noun is all of: nothing is held", () => {
  expect(found("Mira Holt doubts that last part.")).toEqual([]);
  expect(found("Mira Holt doubts that the ferry will sail.")).toHaveLength(1);
});

describe("where words come from is no part of them", () => {
  it("a statement behind what was described", () => {
    const text =
      "Norland has described the toll as “sheer piracy”, in a statement carried on Sunday by the Harbour News Agency.";
    expect(found(text)).toMatchObject([
      {
        content: ["the toll as “sheer piracy”"],
        via: ["Harbour News Agency: carried on Sunday by the Harbour News Agency"],
      },
    ]);
  });

  it("a relative clause of the document", () => {
    const text =
      "According to a joint statement that the Harbour News Agency published on Monday, the toll is “sheer piracy”.";
    expect(found(text)).toMatchObject([
      {
        content: ["the toll is “sheer piracy”"],
        via: ["Harbour News Agency: that the Harbour News Agency published"],
      },
    ]);
  });
});

describe("speaks and writes of quoted words", () => {
  it.each([
    ["Norland speaks of a “long wall” at sea.", "speaks of"],
    ["Norland has written of “a long wall” at sea.", "has written of"],
    ["Norland also spoke of “a long wall”.", "also spoke of"],
  ])("%s", (text, cue) => {
    const [statement, ...rest] = found(text);
    expect(rest).toEqual([]);
    expect(statement).toMatchObject({ actor: "Norland", cue, kind: "direct" });
    expect(statement?.content[0]).toMatch(/^“(?:a )?long wall”$/);
  });

  it("without a quotation, none", () => {
    expect(found("Mira Holt spoke of her childhood in Elm Bay.")).toEqual([]);
  });
});

describe("a name that is given", () => {
  it.each(["The naval drill called Long Wall is over.", "The drill called “Long Wall” was the first."])(
    "says nothing: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it("in front: how somebody described it", () => {
    expect(found("“A long wall” is how Mira Holt described the toll.")).toMatchObject([
      { content: ["“A long wall”"], actor: "Mira Holt", kind: "direct" },
    ]);
  });
});

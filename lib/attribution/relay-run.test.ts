import { describe, expect, it } from "vitest";
import { found } from "./testdata/found.ts";

const PROOF = "Harbour News Agency: carried by the Harbour News Agency";
const FIRST =
  "The Norlandic Foreign Ministry said in a statement carried by the Harbour News Agency that the toll was illegal.";
const via = (text: string) => found(text).map((statement) => statement.via);

describe("a relay holds", () => {
  it("while the same actor goes on, with the same proof", () => {
    const text = `${FIRST} “Ships will turn back,” the statement reads. It also said that trade would suffer.`;
    expect(via(text)).toEqual([[PROOF], [PROOF], [PROOF]]);
  });

  it("in the next paragraph too", () => {
    expect(via(`${FIRST}\n\n“Ships will turn back,” the ministry added.`)).toEqual([[PROOF], [PROOF]]);
  });

  it("for words that a sentence behind them explains", () => {
    const text =
      "The toll was illegal, the Norlandic Foreign Ministry said. The words are from a statement carried by the Harbour News Agency.";
    expect(via(text)).toEqual([[PROOF]]);
  });

  it("for words behind a sentence about their document", () => {
    const text =
      "Two texts exist. The second was carried by the Harbour News Agency. “Ships will turn back,” the Norlandic Foreign Ministry said.";
    expect(via(text)).toEqual([[PROOF]]);
  });
});

describe("a relay ends", () => {
  it("when somebody else has spoken", () => {
    const text = `${FIRST} Mira Holt said it was not. The ministry said that ships would turn back.`;
    expect(via(text)).toEqual([[PROOF], [], []]);
  });

  it("with a paragraph in which the actor is silent", () => {
    const text = `${FIRST}\n\nThe ferry sailed at noon.\n\nThe ministry said that ships would turn back.`;
    expect(via(text)).toEqual([[PROOF], []]);
  });

  it("when words are told to somebody", () => {
    expect(via(`${FIRST} The ministry told the Elm Bay Post that ships would turn back.`)).toEqual([
      [PROOF],
      [],
    ]);
  });

  it("for a person, with the paragraph", () => {
    const text =
      "Mira Holt said in a statement carried by the Harbour News Agency that the toll was illegal.\n\nHolt added that she was tired.";
    expect(via(text)).toEqual([[PROOF], []]);
  });

  it("at a report that somebody published, which is no one’s statement", () => {
    const text = "A report on the pier was published by the Harbour News Agency. Norland said it was late.";
    expect(via(text)).toEqual([[]]);
  });
});

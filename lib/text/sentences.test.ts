import { describe, expect, it } from "vitest";
import { quotationsIn } from "./quotation-marks.ts";
import { sentencesIn } from "./sentences.ts";

const found = (text: string) =>
  sentencesIn(text, quotationsIn(text)).map((sentence) => text.slice(sentence.start, sentence.end));

describe("sentencesIn", () => {
  it.each([
    ["two sentences", "The ferry left. It came back.", ["The ferry left.", "It came back."]],
    ["titles", "Dr. Holt met Sen. Brandt. They left.", ["Dr. Holt met Sen. Brandt.", "They left."]],
    ["initials", "J. P. Holt left. He came back.", ["J. P. Holt left.", "He came back."]],
    [
      "a country with full stops",
      "The U.S. Navy left the U.S. It came back.",
      ["The U.S. Navy left the U.S.", "It came back."],
    ],
    ["numbers", "It cost 3.5 crowns. Nobody paid.", ["It cost 3.5 crowns.", "Nobody paid."]],
    ["nothing inside a quotation", "“One. Two,” he said. Three.", ["“One. Two,” he said.", "Three."]],
    ["the mark behind the stop", "He said “one.” Then he left.", ["He said “one.”", "Then he left."]],
    ["a question in front of its speaker", "“Why?” she asked. He left.", ["“Why?” she asked.", "He left."]],
    ["no stop at the end", "One. Two", ["One.", "Two"]],
    ["nothing", "  ", []],
  ])("%s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("keeps to its part of the text", () => {
    const text = "Zero. One two. Three. Four.";
    const parts = sentencesIn(text, [], 6, 21).map((sentence) => text.slice(sentence.start, sentence.end));
    expect(parts).toEqual(["One two.", "Three."]);
  });
});

import { expect, it } from "vitest";
import { CodePointIndex } from "../text/code-points.ts";
import { markedPair, markedParagraphs, type Passage, withNeighbours } from "./marked-passage.ts";

/** Paragraphs with one statement: its content words and who speaks. */
function passage(paragraphs: readonly string[], content: string, speaker: string): Passage {
  const text = paragraphs.join("\n\n");
  const index = new CodePointIndex(text);
  const span = (words: string) => {
    const at = text.indexOf(words);
    return { start: index.fromUtf16(at), end: index.fromUtf16(at + words.length) };
  };
  let at = 0;
  const parts = paragraphs.map((paragraph) => {
    const start = at;
    at += [...paragraph].length + 2;
    return { kind: "paragraph" as const, start, end: at - 2 };
  });
  return { text, parts, spans: { content: [span(content)], cue: [], speaker: [span(speaker)], relay: [] } };
}

const BEFORE = passage(
  ["Night boat 🚢 dropped", "“The boat will sail,” said Ines Halloran.", "Fares stay."],
  "The boat will sail",
  "Ines Halloran",
);
const AFTER = passage(
  ["Night boat 🚢 dropped", "A ship 🚢 waits. “The boat will not sail,” said Ines Halloran.", "Fares stay."],
  "The boat will not sail",
  "Ines Halloran",
);

it("holds only the paragraphs that a statement stands in, letter for letter, with who is marked how", () => {
  const [only, ...others] = markedParagraphs(BEFORE);
  expect(others).toEqual([]);
  expect(only?.pieces.map(({ text, roles }) => [text, ...roles])).toEqual([
    ["“"],
    ["The boat will sail", "content"],
    [",” said "],
    ["Ines Halloran", "speaker"],
    ["."],
  ]);
});

it("marks in each of two passages what the other lacks, at its place", () => {
  const { before, after } = markedPair(BEFORE, AFTER);
  const differing = (paragraphs: typeof before) =>
    paragraphs.flatMap(({ pieces }) =>
      pieces.filter(({ differs }) => differs).map(({ text }) => text.trim()),
    );
  expect(differing(before)).toEqual([]);
  expect(differing(after)).toEqual(["A ship 🚢 waits.", "not"]);
  expect(after[0]?.pieces.map(({ text }) => text).join("")).toBe(
    "A ship 🚢 waits. “The boat will not sail,” said Ines Halloran.",
  );
  expect(after[0]?.pieces.find(({ text }) => text.trim() === "not")?.roles).toEqual(["content"]);
});

it("stands between its neighbours where places are alike", () => {
  const around = withNeighbours(BEFORE, markedParagraphs(BEFORE));
  const words = around.map(({ pieces, beside }) => [pieces.map(({ text }) => text).join(""), beside]);
  expect(words).toEqual([
    ["Night boat 🚢 dropped", true],
    ["“The boat will sail,” said Ines Halloran.", false],
    ["Fares stay.", true],
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPaste, reassemble } from "./clean.ts";
import { tidyLine } from "./paste-line.ts";

const LABELS = [
  "Read more",
  "Share",
  "Advertisement",
  "Home",
  "3 March 2025 14:05 GMT",
  "By Ines Vale",
  "Image caption,",
  "Most read",
  "© 2025 Harbour Wire",
  "",
  "",
  " \t",
  "12:04",
  "###",
  "0:00",
  "Photo: Dov Anselm",
];
const WORDS =
  "the a harbour said of Ferry closed “we shall” it’s, 🦢 naïve and was on Monday. until Friday! why? Vale’s 4,000 to for – (so)".split(
    " ",
  );

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 })
  .map((words) => `${words.join(" ")}.`);
const line = fc.oneof(sentence, fc.constantFrom(...LABELS), fc.string({ unit: "binary", maxLength: 60 }));
const page = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\n\n"))
  .map(([lines, end]) => lines.join(end));
const paste = fc.oneof(page, fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme" }));

test("any text can be cleaned, and its words are neither invented nor moved", () => {
  fc.assert(
    fc.property(paste, (text) => {
      const { headline, standfirst, paragraphs, lines } = cleanPaste(text);
      const all = tidyLine(text).split(" ");
      let at = 0;
      for (const paragraph of paragraphs) {
        for (const word of paragraph.split(" ")) {
          at = all.indexOf(word, at) + 1;
          expect(at, word).toBeGreaterThan(0);
        }
      }
      const read = lines.flatMap((one) => one.text.split(" ")).join(" ");
      expect(read).toBe(all.join(" "));
      if (headline !== null) expect(read).toContain(headline);
      for (const word of standfirst?.split(" ") ?? []) expect(all).toContain(word);
    }),
    { numRuns: 400 },
  );
});

test("putting the lines together again without a change gives the same article", () => {
  fc.assert(
    fc.property(paste, (text) => {
      const article = cleanPaste(text);
      expect(reassemble(article.lines)).toEqual(article);
    }),
  );
});

test("paragraphs are tidy and none is empty", () => {
  fc.assert(
    fc.property(paste, (text) => {
      const { paragraphs } = cleanPaste(text);
      expect(paragraphs.every((paragraph) => paragraph === tidyLine(paragraph) && paragraph !== "")).toBe(
        true,
      );
    }),
  );
});

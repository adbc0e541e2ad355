import { GOLDEN_DATE, type GoldenCase, goldenCases, placeOf } from "#lib/attribution/testdata/golden.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import type { GoldDocument, GoldSpan } from "./gold.ts";

/**
 * Other words for those of the golden cases, so that what is learned is how a sentence is built, and the cases themselves
 * stay a test.
 */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "Mira Holt": ["Lena Marsh", "Tom Ekholm", "Rosa Dell", "Piet Varga"],
  "Ada Brandt": ["Carl Winter", "Nora Feld", "Jon Abel", "Ruth Sand"],
  "Olin Reyes": ["Max Tarn", "Ines Cole", "Paul Grey", "Vera Lund"],
  Holt: ["Marsh", "Ekholm", "Dell", "Varga"],
  Brandt: ["Winter", "Feld", "Abel", "Sand"],
  Reyes: ["Tarn", "Cole", "Grey", "Lund"],
  pier: ["bridge", "law", "report", "school"],
  planks: ["beams", "rules", "figures", "walls"],
  ferry: ["train", "bill", "paper", "bus"],
  toll: ["tax", "plan", "ban", "deal"],
  guild: ["union", "party", "company", "board"],
  council: ["senate", "committee", "cabinet", "panel"],
  crews: ["farmers", "voters", "nurses", "drivers"],
  harbour: ["market", "district", "city", "campus"],
  boats: ["cars", "shops", "books", "trucks"],
  ships: ["trucks", "banks", "readers", "guests"],
  unsafe: ["broken", "illegal", "wrong", "costly"],
  safe: ["sound", "legal", "right", "cheap"],
  old: ["weak", "unfair", "late", "bad"],
  noon: ["midnight", "nine", "dawn", "five"],
};
export const VARIANTS = 4;
const WORDS = new RegExp(`\\b(?:${Object.keys(OTHERS).join("|")})\\b`, "g");

/** A text with the words of one variant. */
function varied(text: string, variant: number): string {
  return text.replace(WORDS, (word) => OTHERS[word]?.[variant % VARIANTS] ?? word);
}

/** The golden cases in other words, in the form of annotated articles: content with its marks and a leading "that". */
export function drills(): GoldDocument[] {
  const documents: GoldDocument[] = [];
  for (let variant = 0; variant < VARIANTS; variant++)
    for (const one of goldenCases()) if (one.known === undefined) documents.push(drillOf(one, variant));
  return documents;
}

function drillOf(one: GoldenCase, variant: number): GoldDocument {
  const text = varied(one.text, variant);
  const index = new CodePointIndex(text);
  type Words = Parameters<typeof placeOf>[1];
  const place = (given: Words): GoldSpan => {
    const words =
      typeof given === "string" ? varied(given, variant) : { ...given, words: varied(given.words, variant) };
    const { end, start } = placeOf(text, words);
    return { start: index.toUtf16(start), end: index.toUtf16(end) };
  };
  const content = (given: Words): GoldSpan => {
    const span = place(given);
    const that = /\bthat\s+$/iu.exec(text.slice(Math.max(0, span.start - 8), span.start));
    return that ? { ...span, start: span.start - that[0].length } : span;
  };
  return {
    id: `drill ${one.family}, ${one.name}, ${variant}`,
    date: one.date ?? GOLDEN_DATE,
    text,
    statements: one.statements.map((statement) => {
      const speaker = statement.whole ?? statement.speaker;
      return {
        speaker: speaker === undefined ? [] : [place(speaker)],
        cue: [place(statement.cue)],
        content: statement.content.map(content),
      };
    }),
  };
}

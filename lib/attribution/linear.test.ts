import { expect, it } from "vitest";
import { detect } from "./detect.ts";
import { NORLAND } from "./testdata/norland.ts";

/** Work that grows with the square of half a megabyte takes an hour: the test's own time limit sees it. */
const LIMIT = 60_000;

it.each([
  ["opening marks", "“ “a ".repeat(25_000)],
  ["all marks", `“”"'’‘«»`.repeat(7_500)],
  ["single marks", "'a' b’s ‘c ".repeat(10_000)],
  ["one long word", "a".repeat(500_000)],
  ["full stops", `${".".repeat(150_000)}a`],
  ["spaces", `a,${" ".repeat(250_000)}b`],
  ["one sentence of reporting verbs", "she said the pier is old and he added ".repeat(12_500)],
  ["one sentence of sources", "the pier, according to Mira Holt, is old, ".repeat(10_000)],
  ["one sentence of participles", ", saying it, cited by the guild".repeat(10_000)],
  ["names joined", `${"Mira and ".repeat(25_000)}Holt said no.`],
  ["names in a row", `${"Mira Holt, ".repeat(25_000)}and Ada Brandt said no.`],
  ["bodies", "The Elm Bay Council met. The board said that it was over. ".repeat(5_000)],
  ["countries", "Norland and Mira met. The two countries said that it was over. ".repeat(5_000)],
  ["persons", "Mayor Mira Holt met Ada Brandt. She said that it was over. ".repeat(5_000)],
  ["paragraphs that never close", "“The pier is old.\n\n".repeat(15_000)],
  ["brackets", "(".repeat(100_000)],
  ["emoji", "😀".repeat(125_000)],
  ["dashes in a headline", `${"a – ".repeat(50_000)}b\n\nThe end.`],
])(
  "a text of %s is read in time that grows with its length",
  (_name, text) => {
    expect(Array.isArray(detect({ text }, NORLAND))).toBe(true);
  },
  LIMIT,
);

it(
  "half a megabyte of ordinary statements gives each of them",
  () => {
    const paragraph = "“The pier is old,” Mira Holt said. She added that it would fall.\n\n";
    const times = Math.ceil(500_000 / paragraph.length);
    expect(detect({ text: paragraph.repeat(times) }, NORLAND)).toHaveLength(2 * times);
  },
  LIMIT,
);

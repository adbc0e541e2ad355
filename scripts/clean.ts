import { readFile, stat } from "node:fs/promises";
import { cleanPaste } from "#lib/article/clean/clean.ts";
import { judgePaste, LARGEST_PASTE } from "#lib/article/clean/judge.ts";
import { OnRecordError } from "#lib/errors.ts";

/**
 * The command `on-record clean FILE`: reads a pasted page from a file and returns what was found in it as JSON.
 * Needs no database. Throws OnRecordError for a file that is missing or cannot become an article.
 */
export async function cleanFile(path: string): Promise<string> {
  const text = judgePaste(await bytesOf(path));
  const { headline, standfirst, outlet, publishedAt, zone, byline, paragraphs, lines } = cleanPaste(text);
  const dropped = lines.filter((line) => line.role === "dropped").map((line) => line.text);
  return JSON.stringify(
    { headline, standfirst, outlet, publishedAt, zone, byline, paragraphs, dropped },
    null,
    2,
  );
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new OnRecordError(
      "missing",
      `There is no file "${path}". Give the path of a text file with one pasted article.`,
    );
  }
  if (found.size > LARGEST_PASTE) {
    throw new OnRecordError("tooLarge", `"${path}" has more than 2 MB. Give a file with one pasted article.`);
  }
  return readFile(path);
}

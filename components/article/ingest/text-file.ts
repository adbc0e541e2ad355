/** Largest paste, in bytes of UTF-8; the server holds the same limit. */
export const LARGEST_TEXT = 2 * 1024 * 1024;

/** Why a text can't be sent, or null. Said here already: a text far over the limit would not even arrive. */
export function tooLargeWords(bytes: number): string | null {
  if (bytes <= LARGEST_TEXT) return null;
  return `The text has ${(bytes / 1024 / 1024).toFixed(1)} MB; at most 2 MB can be read. Paste one article alone.`;
}

/** The words of a file, or what is wrong with it. */
export type FileReading = { readonly text: string } | { readonly problem: string };

/** Reads a dropped or chosen file as UTF-8 text. */
export async function readTextFile(file: Blob): Promise<FileReading> {
  const problem = tooLargeWords(file.size);
  if (problem) return { problem };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (!text.includes("\0")) return { text };
  } catch {
    // Not UTF-8: said below.
  }
  return {
    problem:
      "That file is not readable text: a picture, a PDF or another kind. Open it, copy its words and paste them.",
  };
}

import file from "./background.json" with { type: "json" };

/** How many of some articles hold a term: hashes and counts of the terms that at least a few of them hold. */
export interface BackgroundFile {
  /** Where the counts are from, in words. */
  readonly about: string;
  /** The language of its words. */
  readonly language: string;
  readonly articles: number;
  /** In base64: hashes (32 bits each, rising), then counts (16 bits each), little end first. */
  readonly terms: string;
}

/** What a term that none or too few of the articles hold counts as. */
const UNSEEN = 1.5;

export interface Background {
  readonly language: string;
  /** Share of articles that hold the term. */
  share(hash: number): number;
}

/** Packs counts of terms for the file; terms of fewer than `fewest` articles are left away. */
export function packBackground(
  counts: ReadonlyMap<number, number>,
  about: Pick<BackgroundFile, "about" | "language" | "articles">,
  fewest = 3,
): BackgroundFile {
  const kept = [...counts].filter(([, count]) => count >= fewest).sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(kept.length * 6);
  for (const [at, [hash, count]] of kept.entries()) {
    bytes.writeInt32LE(hash, at * 4);
    bytes.writeUInt16LE(Math.min(count, 0xffff), kept.length * 4 + at * 2);
  }
  return { ...about, terms: bytes.toString("base64") };
}

/** Reads what `packBackground` made. */
export function readBackground({ articles, language, terms }: BackgroundFile): Background {
  const bytes = Buffer.from(terms, "base64");
  const length = bytes.length / 6;
  const counts = new Map<number, number>();
  for (let at = 0; at < length; at++)
    counts.set(bytes.readInt32LE(at * 4), bytes.readUInt16LE(length * 4 + at * 2));
  return { language, share: (hash) => (counts.get(hash) ?? UNSEEN) / articles };
}

let packaged: Background | undefined;

/** Counts of words in news in general, read at the first call: numbers alone, no text. */
export function packagedBackground(): Background {
  packaged ??= readBackground(file);
  return packaged;
}

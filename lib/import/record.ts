/** What one line, row, file or record holds. */
export type Held =
  /** An article with its text. */
  | { readonly kind: "article"; readonly article: unknown }
  /** A page as it came. */
  | {
      readonly kind: "page";
      readonly url: string | null;
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly fetchedAt: Date | null;
    }
  | { readonly kind: "bad"; readonly problem: string }
  /** Nothing that could be an article, and nothing wrong with it. */
  | { readonly kind: "leftOut"; readonly problem: string };

export interface ImportRecord {
  /** From 1, in the order of the file: the number under which it is reported. */
  readonly number: number;
  /** Bytes of the source that are read when it is. */
  readonly position: number;
  /** How it begins, for the report. */
  readonly excerpt: string;
  readonly held: Held;
}

/** What is read: bytes in order, however they come. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** Longest line or record that is held in memory at once, in bytes. */
export const LONGEST = 8 * 1024 * 1024;

export const excerptOf = (text: string): string => text.replace(/\s+/gu, " ").trim().slice(0, 160);

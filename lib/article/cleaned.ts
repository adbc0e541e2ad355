import type { PartKind } from "../attribution/statement.ts";

/** What a line of the paste was taken for. */
export type LineRole = PartKind | "byline" | "date" | "outlet" | "dropped";

/** One line of the paste, in its order, with where it went and why. */
export interface CleanedLine {
  /** 0-based number of the line in the normalised paste. */
  readonly line: number;
  readonly text: string;
  readonly role: LineRole;
  /** For a person: "menu", "caption", "cookie notice", "repeats the headline", "reads like a sentence of the article". */
  readonly reason: string;
}

/** A pasted page with its article found. Pure data: the preview shows it, the editor changes it. */
export interface CleanedArticle {
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** Outlet's name when the page itself says it clearly; else null and the editor chooses. */
  readonly outlet: string | null;
  /** Local timestamp as printed, "2024-06-30T10:41" or "2024-06-30"; never shifted to another zone. */
  readonly publishedAt: string | null;
  /** "+02:00", "UTC" or an IANA name when the page gives one; else null. */
  readonly zone: string | null;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
  /** Every line in order, kept or dropped, blank ones left out. */
  readonly lines: readonly CleanedLine[];
}

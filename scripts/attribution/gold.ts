import { readFileSync } from "node:fs";

export interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
export interface GoldStatement {
  readonly speaker: readonly GoldSpan[];
  readonly cue: readonly GoldSpan[];
  readonly content: readonly GoldSpan[];
  readonly kind?: string;
  readonly speakerKind?: string;
  readonly speechCue?: boolean;
}
export interface GoldDocument {
  readonly id: string;
  readonly outlet?: string;
  readonly date?: string | null;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

/** Documents of a JSONL file, one a line. */
export function readGold(file: string): GoldDocument[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldDocument);
}

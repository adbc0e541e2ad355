import type { ImportOutcome } from "#lib/import/line.server.ts";
import { leftWords } from "#lib/import/progress.ts";
import type { ShownImport } from "#lib/import/read.server.ts";

export const STATE_WORDS: Readonly<Record<ShownImport["state"], string>> = {
  uploading: "upload not finished: choose the file again to go on",
  waiting: "waits for the worker",
  running: "running",
  paused: "paused",
  done: "done",
  stopped: "stopped",
  failed: "failed",
};

const OUTCOME_WORDS: Readonly<Record<Exclude<ImportOutcome, "bad">, string>> = {
  added: "new articles",
  seen: "seen again",
  revised: "another text, now current",
  otherText: "another text, kept beside",
  deleted: "deleted by an editor, left out",
  leftOut: "no page, left out",
};

export const KIND_WORDS = {
  jsonl: "JSON, an article a line",
  csv: "table (CSV)",
  html: "saved pages",
  warc: "web archive (WARC)",
} as const;

/** What a file of a kind is counted in. */
export const UNIT_WORDS = { jsonl: "line", csv: "line", html: "page", warc: "record" } as const;

/** What became of all lines, or pages, with one outcome. */
export const outcomeWords = (outcome: ImportOutcome, kind: ShownImport["kind"]): string =>
  outcome === "bad" ? `bad ${UNIT_WORDS[kind]}s` : OUTCOME_WORDS[outcome];

/** What became of one line or page. */
export function lineWords(outcome: ImportOutcome, kind: ShownImport["kind"]): string {
  if (outcome === "added") return "new article";
  return outcome === "bad" ? `bad ${UNIT_WORDS[kind]}` : OUTCOME_WORDS[outcome];
}

/** "8 bad lines" */
export const badWords = ({ counts: { bad }, kind }: ShownImport): string => counted(bad, "bad ", kind);

/** Lines of a file that is done which hold nothing: passed over, not reported. */
export function emptyLines({ lines, counts, state }: ShownImport): number {
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return state === "done" ? Math.max(0, lines - told) : 0;
}

const counted = (count: number, what: string, kind: ShownImport["kind"]) =>
  `${count.toLocaleString("en-GB")} ${what}${UNIT_WORDS[kind]}${count === 1 ? "" : "s"}`;

/** "1,204 lines · 43 a second · 3 min 20 s left" */
export function progressWords({ lines, kind, state, progress }: ShownImport): string {
  const going = state === "running";
  return [
    counted(lines, "", kind),
    ...(going && progress.rate !== null ? [`${rateWords(progress.rate)} a second`] : []),
    ...(going && progress.left !== null ? [leftWords(progress.left)] : []),
  ].join(" · ");
}

const rateWords = (rate: number) => (rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1));

/** "3.4 MB" */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(0)} kB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

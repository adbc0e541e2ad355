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

export const OUTCOME_WORDS: Readonly<Record<ImportOutcome, string>> = {
  added: "new articles",
  seen: "seen again",
  revised: "another text, now current",
  otherText: "another text, kept beside",
  deleted: "deleted by an editor, left out",
  leftOut: "no page, left out",
  bad: "bad lines",
};

/** What became of one line. */
export const LINE_WORDS: Readonly<Record<ImportOutcome, string>> = {
  ...OUTCOME_WORDS,
  added: "new article",
  bad: "bad line",
};

export const KIND_WORDS = {
  jsonl: "JSON, an article a line",
  csv: "table (CSV)",
  html: "saved pages",
  warc: "web archive (WARC)",
} as const;

/** "1,204 lines · 43 a second · 3 min 20 s left" */
export function progressWords({ lines, state, progress }: ShownImport): string {
  const going = state === "running";
  return [
    `${lines.toLocaleString("en-GB")} ${lines === 1 ? "line" : "lines"}`,
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

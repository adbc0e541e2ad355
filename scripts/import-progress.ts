import { leftWords, type Progress } from "#lib/import/progress.ts";

const WIDTH = 24;
/** On a terminal one line is written anew; elsewhere (a log) a line now and then. */
const EVERY_MS = { terminal: 250, log: 10_000 } as const;

export interface ProgressLine {
  readonly show: (now: { readonly lines: number; readonly progress: Progress }) => void;
  /** Leaves the terminal's line empty for what is printed next. */
  readonly end: () => void;
}

/** The progress of an import on a terminal or in a log. */
export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  let shownAt = Date.now();
  const clear = "\r\u001B[2K";
  return {
    show: (now) => {
      if (Date.now() - shownAt < EVERY_MS[stream.isTTY ? "terminal" : "log"]) return;
      shownAt = Date.now();
      stream.write(stream.isTTY ? `${clear}${bar(now)}` : `${bar(now)}\n`);
    },
    end: () => {
      if (stream.isTTY) stream.write(clear);
    },
  };
}

/** "[########................] 33 %, 1204 lines, 43.1 a second, 3 min 20 s left" */
export function bar({ lines, progress }: { readonly lines: number; readonly progress: Progress }): string {
  const { share, rate, left } = progress;
  const filled = Math.round(share * WIDTH);
  return [
    `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${Math.floor(share * 100)} %`,
    `${lines} lines`,
    ...(rate === null ? [] : [`${rate.toFixed(1)} a second`]),
    ...(left === null ? [] : [leftWords(left)]),
  ].join(", ");
}

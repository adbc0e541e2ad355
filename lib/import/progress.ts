/** How far an import is. */
export interface Progress {
  /** 0 to 1. */
  readonly share: number;
  /** Lines a second, over all the time that was worked on it; null before there is a line. */
  readonly rate: number | null;
  /** Seconds; null where nobody can tell. */
  readonly left: number | null;
}

/** Progress by bytes: how many lines there will be is not known before they are read. */
export function progressOf(row: {
  readonly lines: number;
  readonly position: number;
  readonly sizeBytes: number;
  readonly workedMs: number;
  readonly done: boolean;
}): Progress {
  const { lines, position, sizeBytes, workedMs, done } = row;
  const share = done ? 1 : sizeBytes > 0 ? Math.min(1, position / sizeBytes) : 0;
  const rate = lines > 0 && workedMs > 0 ? (1_000 * lines) / workedMs : null;
  const left = share > 0 && workedMs > 0 && !done ? Math.round((workedMs / share - workedMs) / 1_000) : null;
  return { share, rate, left };
}

/** "3 min 20 s left" */
export function leftWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s left`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s left`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

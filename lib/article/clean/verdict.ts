import type { LineRole } from "../cleaned.ts";

/** Where a line goes and why. */
export interface Verdict {
  readonly role: LineRole;
  /** For the person who reads the preview. */
  readonly reason: string;
}

/** Notes a verdict for the line at a position. */
export type Keep = (at: number, role: LineRole, reason: string) => void;

export const dropped = (reason: string): Verdict => ({ role: "dropped", reason });

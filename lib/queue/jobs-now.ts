import type { JobName } from "./names.ts";

/** A kind of job as the desk shows it. */
export interface KindNow {
  readonly name: JobName;
  /** Could begin at once. */
  readonly waiting: number;
  /** Waits for its time, those that failed and are tried again among them. */
  readonly later: number;
  readonly running: number;
  /** In the last 24 hours. */
  readonly done: number;
  readonly dead: number;
}

/** One job; moments as ISO 8601. */
export interface JobNow {
  readonly id: string;
  readonly name: JobName;
  /** The record it is about; empty for jobs of the clock. */
  readonly key: string;
}
export interface RunningJob extends JobNow {
  readonly since: string;
}
export interface FailingJob extends JobNow {
  readonly reason: string;
  readonly tries: number;
  readonly nextTry: string;
}
export interface DeadJob extends JobNow {
  readonly reason: string;
  readonly tries: number;
  readonly diedAt: string;
}

/** The queue at one moment. Lists are cut; the counts of the kinds are whole. */
export interface JobsNow {
  readonly at: string;
  /** Workers that gave a sign of life lately, the freshest first. */
  readonly workers: readonly { readonly host: string; readonly pid: number; readonly seen: string }[];
  /** When any worker was seen last; null: never. */
  readonly lastSeen: string | null;
  readonly kinds: readonly KindNow[];
  readonly running: readonly RunningJob[];
  readonly failing: readonly FailingJob[];
  readonly dead: readonly DeadJob[];
}

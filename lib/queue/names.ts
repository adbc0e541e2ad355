import { z } from "zod";

/** How jobs of one name are tried; the database keeps the same numbers (the queue's migration). */
export interface Trying {
  /** Tried again so many times after the first; a worker that died while it ran counts, a worker that stopped doesn't. */
  readonly retryLimit: number;
  /** Seconds to the second try; doubled for each further one with up to half of it by chance, at most `retryDelayMax`. */
  readonly retryDelay: number;
  readonly retryDelayMax: number;
  /** Seconds one try may take. */
  readonly expireInSeconds: number;
  /** A worker that gave no sign of life for so long has died: the job is another's. */
  readonly heartbeatSeconds: number;
}

interface Kind<Data> {
  readonly data: z.ZodType<Data>;
  /** Jobs of one name and one key are one job, from the moment it waits until it has ended. */
  readonly key: (data: Data) => string;
  /**
   * How many one worker runs at a time. Those that wait for the network hold a connection to the database only for the
   * moments before and after: all of them share the ten of a worker's pool (DATABASE_POOL).
   */
  readonly atOnce: number;
  /** Seconds between two runs of a job that nobody sends. */
  readonly every?: number;
  readonly trying: Trying;
}

const kind = <Data>(one: Kind<Data>): Kind<Data> => one;
const Nothing = z.object({}).strict();
const id = z.uuid();

const SHORT: Trying = {
  retryLimit: 2,
  retryDelay: 5,
  retryDelayMax: 30,
  expireInSeconds: 120,
  heartbeatSeconds: 20,
};
const FETCHING: Trying = { ...SHORT, retryLimit: 5, retryDelay: 20, retryDelayMax: 3_600 };

/** All jobs by name: what they take, and how they are tried. */
export const JOBS = {
  /** Sends a job for each feed that is due. */
  "poll-feeds": kind({ data: Nothing, key: () => "", atOnce: 1, every: 30, trying: SHORT }),
  "poll-feed": kind({
    data: z.object({ feedId: id }).strict(),
    key: ({ feedId }) => feedId,
    atOnce: 8,
    trying: FETCHING,
  }),
  "feed-item": kind({
    data: z.object({ feedItemId: id }).strict(),
    key: ({ feedItemId }) => feedItemId,
    atOnce: 2,
    trying: FETCHING,
  }),
  /** Sends a job for each article that is to be fetched again. */
  "check-articles": kind({ data: Nothing, key: () => "", atOnce: 1, every: 300, trying: SHORT }),
  "refetch-article": kind({
    data: z.object({ articleId: id }).strict(),
    key: ({ articleId }) => articleId,
    atOnce: 1,
    trying: FETCHING,
  }),
  /** One that came in before copies and stories were looked for, or was corrected since. */
  "compare-article": kind({
    data: z.object({ articleId: id }).strict(),
    key: ({ articleId }) => articleId,
    atOnce: 1,
    trying: SHORT,
  }),
  import: kind({
    data: z.object({ importId: id }).strict(),
    key: ({ importId }) => importId,
    atOnce: 1,
    trying: { ...SHORT, retryLimit: 5, retryDelayMax: 300, expireInSeconds: 6 * 3_600, heartbeatSeconds: 60 },
  }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobData<Name extends JobName> = z.output<(typeof JOBS)[Name]["data"]>;
export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];

/** Where jobs go that are not tried again; nobody works on it, the desk shows it. */
export const DEAD_LETTERS = "dead-letters";
/** A dead letter waits so long for somebody. */
const DEAD_LETTER_SECONDS = 90 * 86_400;
/** An ended job is kept a little over a day, for the desk's count of the last day. */
const ENDED_SECONDS = 90_000;

/** The queues as pg-boss makes them: what the migration holds, and a test compares. */
export const QUEUES: readonly {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}[] = [
  {
    name: DEAD_LETTERS,
    options: { policy: "standard", retryLimit: 0, retentionSeconds: DEAD_LETTER_SECONDS },
  },
  ...JOB_NAMES.map((name) => ({
    name,
    options: {
      policy: "exclusive",
      ...JOBS[name].trying,
      retryBackoff: true,
      deadLetter: DEAD_LETTERS,
      deleteAfterSeconds: ENDED_SECONDS,
    },
  })),
];

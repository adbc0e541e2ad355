const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const SHORTEST_SECONDS = 5 * MINUTE;
export const LONGEST_SECONDS = 24 * HOUR;
/** For a feed that has not been read yet. */
export const FIRST_SECONDS = HOUR;

/** A feed is asked about twice between two entries, so that on average an entry waits a quarter of their gap. */
const POLLS_PER_GAP = 2;
/** How many of the newest entries say how often there are new ones. */
const TIMES_READ = 12;
/** A poll that found something halves the interval at most, one that found nothing makes it half as long again. */
const FASTER = 0.5;
const SLOWER = 1.5;
/** A feed that fails is tried after its interval, then after twice that, ... */
const BACK_OFF = 2;
/** A failing feed is not asked sooner than this. */
const FIRST_RETRY_SECONDS = 10 * MINUTE;
/** By so much a time is moved at random, so that feeds added together are not asked together for ever. */
const JITTER = 0.1;

export interface PollOutcome {
  readonly now: Date;
  readonly intervalSeconds: number;
  /** Whether the feed had anything new. */
  readonly changed: boolean;
  /** When its entries say they were published. Those to come say nothing. */
  readonly itemTimes: readonly Date[];
  /** Minutes that the feed asks to be left alone. */
  readonly ttl: number | null;
  /** Seconds that the server asks to be left alone. */
  readonly retryAfter: number | null;
  /** Failed polls in a row, this one included; 0: it went well. */
  readonly failures: number;
  /** 0 to 1, evenly: chance, given so that a test can. */
  readonly random: number;
}

/**
 * When a feed is asked next, and the interval it is on: from five minutes to a day, led by how often it has entries,
 * found out by what polls find. What a server or feed asks for is obeyed, up to a day.
 */
export function nextPoll(outcome: PollOutcome): { readonly nextAt: Date; readonly intervalSeconds: number } {
  const intervalSeconds = outcome.failures > 0 ? within(outcome.intervalSeconds) : within(adapted(outcome));
  const wanted =
    outcome.failures > 0
      ? Math.max(intervalSeconds, FIRST_RETRY_SECONDS) * BACK_OFF ** Math.min(outcome.failures - 1, 20)
      : intervalSeconds;
  const jittered = within(wanted) * (1 + JITTER * (2 * outcome.random - 1));
  const asked = Math.min(Math.max(outcome.retryAfter ?? 0, (outcome.ttl ?? 0) * MINUTE), LONGEST_SECONDS);
  // Asked for is asked for: chance only makes it later.
  const seconds = Math.max(within(jittered), asked * (1 + JITTER * outcome.random));
  return { nextAt: new Date(outcome.now.getTime() + Math.round(seconds) * 1_000), intervalSeconds };
}

function adapted({ now, intervalSeconds, changed, itemTimes }: PollOutcome): number {
  const gap = usualGap(itemTimes, now);
  const found = intervalSeconds * (changed ? FASTER : SLOWER);
  if (gap === null) return found;
  const wanted = gap / POLLS_PER_GAP;
  // The entries' dates say where to, what was found how fast: never past what the dates ask for by more than a step.
  return changed
    ? Math.max(found, Math.min(wanted, intervalSeconds))
    : Math.min(found, Math.max(wanted, intervalSeconds));
}

/**
 * The median of the gaps between the newest entries, and of the time since the last: a feed that has gone quiet is
 * asked less and less. Null where fewer than three entries have a date.
 */
function usualGap(times: readonly Date[], now: Date): number | null {
  const newest = times
    .map((time) => time.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, TIMES_READ);
  if (newest.length < 3) return null;
  const gaps = newest.slice(1).map((time, at) => ((newest[at] ?? time) - time) / 1_000);
  const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const silence = (now.getTime() - (newest[0] ?? 0)) / 1_000;
  return Math.max(median, silence / 4);
}

const within = (seconds: number) =>
  Math.round(Math.min(Math.max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is known of an article when its next look is planned. All times in milliseconds since 1970. */
export interface Watched {
  readonly now: number;
  readonly broughtInAt: number;
  /** The page had another text this time. */
  readonly changed: boolean;
  /** Failures in a row, this time's too. */
  readonly failures: number;
  /** Whether statements hang on its text: then it is looked at for as long as it is on record. */
  readonly hasStatements: boolean;
}

/** After so many failures in a row nobody asks again by itself. */
const MOST_FAILURES = 8;
const SOONEST = HOUR;
const LATEST = 30 * DAY;
/** An article that nobody works on is let go after this. */
const LET_GO = 30 * DAY;

/**
 * When an article's page is looked at next: news changes in its first hours, so each wait is about half the article's
 * age, an hour at least and a month at most; a page that changed just now is looked at twice as soon; failures double
 * the wait. Null: no more.
 */
export function nextLook(watched: Watched): number | null {
  const { now, broughtInAt, changed, failures, hasStatements } = watched;
  const age = Math.max(0, now - broughtInAt);
  if (failures >= MOST_FAILURES || (age > LET_GO && !hasStatements)) return null;
  const wait = (age / (changed ? 4 : 2)) * 2 ** failures;
  return now + Math.min(LATEST, Math.max(SOONEST, wait));
}

/**
 * When a page is looked at next whose site asked to be left alone for `seconds`: not before, and not before its usual
 * wait or a day has passed, whichever is less. That is no failure of the page's. Null: no more.
 */
export function lookPutOff(watched: Watched, seconds: number): number | null {
  const next = nextLook(watched);
  const asked = watched.now + seconds * 1_000;
  return next === null ? null : Math.max(asked, Math.min(next, watched.now + DAY));
}

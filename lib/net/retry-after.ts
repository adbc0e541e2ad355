/** A site may ask us to wait, but not for ever. */
const LONGEST = 24 * 60 * 60;

/** Seconds that a Retry-After header asks for: a number or an HTTP date, a day at most. Null where it says nothing. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : /^[A-Za-z]{3,9},? /.test(text)
      ? Math.ceil((Date.parse(text) - now.getTime()) / 1_000)
      : Number.NaN;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), LONGEST);
}

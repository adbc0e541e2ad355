const LONGEST = 2_000;

/** An address in a feed, made absolute; null for what does not lead to the web, or is no address. */
export function webAddress(
  address: string | undefined | null,
  ...bases: readonly (string | undefined)[]
): string | null {
  const words = address?.trim();
  if (!words) return null;
  const url = URL.parse(words, baseOf(bases));
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.length > LONGEST ? null : url.href;
}

/** The innermost base: each is read from the one around it. The first is where the feed was fetched. */
function baseOf(bases: readonly (string | undefined)[]): string | undefined {
  let base: string | undefined;
  for (const next of bases) {
    const read = next === undefined ? null : URL.parse(next.trim(), base);
    if (read !== null) base = read.href;
  }
  return base;
}

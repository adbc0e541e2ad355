const HERE = "https://on-record.invalid";
/** Longest way back that is kept: an address of a page of ours is short. */
const LONGEST = 500;

/**
 * Where to go after signing in: `wanted` when it is a path of this site, otherwise `otherwise`. An address that a
 * stranger put into a link must not send an editor to another site.
 */
export function ownPath(wanted: unknown, otherwise: string): string {
  if (typeof wanted !== "string" || wanted.length > LONGEST || !/^\/(?![/\\])/.test(wanted)) return otherwise;
  const url = URL.parse(wanted, HERE);
  // Browsers drop tabs and line breaks inside an address: what is left decides, not what was written.
  if (url === null || url.origin !== HERE || url.pathname.startsWith("//")) return otherwise;
  // Back to the page that asks to sign in would be a circle.
  if (/^\/(?:sign-in|api)(?:\/|$)/.test(url.pathname)) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}

/**
 * The policy of one answer. Scripts run only with the nonce of this request or from a script that has it; nothing
 * is loaded from elsewhere; no inline style, no plugin, no frame. Development needs eval (React's error stacks) and
 * inline styles (the overlay).
 * @param nonce base64, new for each request
 */
export function contentSecurityPolicy(
  nonce: string,
  { development }: { readonly development: boolean },
): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

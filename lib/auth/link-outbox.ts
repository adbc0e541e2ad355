/**
 * One-time links are printed or shown to an administrator, never mailed: the token that better-auth hands
 * to its "send" callback waits here until the caller of the same request takes it.
 */
const waiting = new Map<string, string>();

export function keepLink(email: string, token: string): void {
  waiting.set(email, token);
}

/** Takes the token made for `email` just now. */
export function takeLink(email: string): string | undefined {
  const token = waiting.get(email);
  waiting.delete(email);
  return token;
}

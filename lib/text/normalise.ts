/**
 * Normalises a text once, at the door, before any offset exists: no byte order mark, no NUL, no lone
 * surrogate (each becomes U+FFFD, as PostgreSQL would write it silently), LF line ends, NFC.
 */
export function normaliseText(text: string): string {
  return text
    .replaceAll("\uFEFF", "")
    .replaceAll("\u0000", "")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .toWellFormed()
    .normalize("NFC");
}

/** Whether `text` may be stored as it is: what the database's CHECK asks for, said in TypeScript. */
export function isNormalised(text: string): boolean {
  return text === normaliseText(text);
}

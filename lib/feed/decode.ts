const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
/** How far into the bytes the XML declaration is looked for. */
const HEAD = 400;

/**
 * Bytes of a feed as text. A byte order mark decides; else the first that fits without an error: the server's charset,
 * the XML declaration, UTF-8, Windows-1252 (which fits always).
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const [mark, marked] = BOMS.find(([start]) => start.every((byte, at) => bytes[at] === byte)) ?? [];
  if (mark && marked) return new TextDecoder(marked).decode(bytes);
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const candidates = [
    // A declaration that is itself in two bytes a character says so by its noughts.
    /^\0</.test(head) ? "utf-16be" : /^<\0/.test(head) ? "utf-16le" : undefined,
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1],
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1],
    "utf-8",
  ];
  for (const label of candidates) {
    const text = label === undefined ? undefined : decoded(bytes, label);
    if (text !== undefined) return text;
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // A charset nobody knows, or bytes that are not in it.
    return undefined;
  }
}

/** FNV-1a of the UTF-16 units of a word: 32 bits, never 0, so that 0 can mean "none". */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash === 0 ? 1 : hash;
}

/** One row of a table of `mask + 1` rows (a power of two) for a template and up to three values. */
export function rowOf(mask: number, template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 0x9e3779b9, 0x85ebca6b) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) & mask;
}

import type { Region } from "./body-region.ts";
import { lineKey, type ReadLine } from "./read-line.ts";

const RUN = 5;
/** Longest paragraph that is searched for a pull quote's words, in UTF-16 units; it keeps the work linear. */
const LONGEST = 4_000;
const MOST_WORDS = 45;

function firstRun(key: string): string | null {
  const words = key.split(" ", RUN);
  return words.length < RUN ? null : words.join(" ");
}

/** Positions of lines whose words all stand together inside another, longer paragraph of the body. */
export function pullQuotes(lines: readonly ReadLine[], body: Region): Set<number> {
  const keys = new Map<number, string>();
  const wanted = new Map<string, number[]>();
  for (let at = body.from; at < body.to; at += 1) {
    const line = lines[at];
    if (line === undefined || line.furniture !== null || line.text.length > LONGEST) continue;
    const key = lineKey(line.text);
    keys.set(at, key);
    const run = line.shape.words <= MOST_WORDS ? firstRun(key) : null;
    if (run !== null) wanted.set(run, [...(wanted.get(run) ?? []), at].slice(0, 4));
  }
  const found = new Set<number>();
  for (const [at, key] of keys) {
    const words = key.split(" ");
    for (let from = 0; from + RUN <= words.length; from += 1) {
      for (const short of wanted.get(words.slice(from, from + RUN).join(" ")) ?? []) {
        const quote = keys.get(short) ?? "";
        if (short === at || quote.length >= key.length || found.has(short)) continue;
        if (words.slice(from, from + quote.split(" ").length).join(" ") === quote) found.add(short);
      }
    }
  }
  return found;
}

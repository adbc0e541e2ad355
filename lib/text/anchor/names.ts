import { isNoName, type NameTest } from "../named-change.ts";
import { type WordToken, wordTokens } from "../word-tokens.ts";
import type { KeyedSentence, RevisionText } from "./revision-text.ts";

/** Words that stand inside a name without a capital: "Ministry of Defence", "Ursula van der Berg". */
const INNER = new Set("of for the de da di du des van von der den del la le al el bin ibn y e".split(" "));
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]+$/u;

/** Names of one revision, sentence by sentence. A name is its capitalised words in a row: "Port Halden Harbour Board". */
export class Names {
  private readonly revision: RevisionText;
  private readonly known: LowerWords;
  private readonly ofSentence = new Map<number, readonly string[]>();

  constructor(revision: RevisionText, known: LowerWords) {
    this.revision = revision;
    this.known = known;
  }

  /** Names in sentence `at`, in order. */
  in(at: number): readonly string[] {
    const had = this.ofSentence.get(at);
    if (had) return had;
    const { text, sentences } = this.revision;
    const { start, end } = sentences[at] as KeyedSentence;
    const found = namesAmong(text, wordTokens(text, start, end), this.known);
    this.ofSentence.set(at, found);
    return found;
  }

  /** Names in sentences `[from, to)`. */
  within(from: number, to: number): readonly string[] {
    const found: string[] = [];
    for (let at = Math.max(0, from); at < Math.min(to, this.revision.sentences.length); at++)
      found.push(...this.in(at));
    return found;
  }
}

/** Words written without a capital somewhere in either revision: at the beginning of a sentence they are no names. */
export type LowerWords = ReadonlySet<string>;

export function lowerWords(...texts: readonly string[]): LowerWords {
  const found = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu)) found.add(word);
  return found;
}

/** Whether a capitalised token is a name, and not only the first word of a sentence or a quotation. */
export function nameTest(text: string, known: LowerWords): NameTest {
  return ({ start, key, isWord }) => {
    if (!isWord || !CAPITAL.test(key) || isNoName(key)) return false;
    return !known.has(key.toLowerCase()) || !beginsSentence(text, start);
  };
}

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  return at === 0 || /(?:[.!?…:]["”’'»)]*\s+["“‘'„«(]*|\n|["“‘'„«•]\s?|[-–—]\s)$/u.test(before);
}

/** Names among tokens that follow each other. */
export function namesAmong(text: string, tokens: readonly WordToken[], known: LowerWords): readonly string[] {
  const isName = nameTest(text, known);
  const found: string[] = [];
  let run: string[] = [];
  let inner: string[] = [];
  const finish = () => {
    if (run.length > 0) found.push(run.join(" "));
    run = [];
    inner = [];
  };
  tokens.forEach((token, at) => {
    if (isName(token)) {
      run.push(...inner, token.key);
      inner = [];
    } else if (run.length > 0 && INNER.has(token.key) && inner.length < 3) inner.push(token.key);
    else if (run.length === 0 || !joinsAcronym(token, tokens[at + 1])) finish();
  });
  finish();
  return found;
}

/** "Northland Press Agency (NPA)" is one name. */
const joinsAcronym = (token: WordToken, next: WordToken | undefined) =>
  token.key === "(" && next !== undefined && ACRONYM.test(next.key);

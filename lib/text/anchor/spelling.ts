import { isNegation, isNumber } from "../named-change.ts";
import type { WordToken } from "../word-tokens.ts";

const LONG_ENOUGH = 5;
const LOWER_CASE = /^\p{Ll}+$/u;
/** Words that put what is said in doubt, and could stand where a slip of the pen seems to be. */
const WATCHED =
  /^(?:could|would|might|should|alleg|claim|report|suppos|appar|likel|possib|perhaps|falsel|former|stated$|states$)/u;

/**
 * Whether one word became another by a slip of the pen put right (or made): one letter added, dropped, exchanged or
 * two swapped, inside a plain word. "moral" and "amoral" differ at the first letter and are no slip.
 */
export function isSlip(before: WordToken, after: WordToken): boolean {
  const [a, b] = [before.key, after.key];
  if (Math.min(a.length, b.length) < LONG_ENOUGH || a[0] !== b[0]) return false;
  if (![a, b].every((word) => LOWER_CASE.test(word) && !isNegation(word) && !isNumber(word))) return false;
  return !WATCHED.test(a) && !WATCHED.test(b) && isOneStep(a, b);
}

function isOneStep(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [left, right] = [a.length, b.length];
  while (left > start && right > start && a[left - 1] === b[right - 1]) {
    left--;
    right--;
  }
  const [gone, come] = [a.slice(start, left), b.slice(start, right)];
  if (gone.length <= 1 && come.length <= 1) return true;
  return gone.length === 2 && come.length === 2 && gone[0] === come[1] && gone[1] === come[0];
}

/**
 * Whether two sentences name the same, in the same order: they differ by slips of the pen, or by numbers and negations,
 * which stand for nobody.
 */
export function namesTheSame(before: readonly WordToken[], after: readonly WordToken[]): boolean {
  const rest = (tokens: readonly WordToken[]) =>
    tokens.filter(({ key }) => !isNumber(key) && !isNegation(key) && key !== "%");
  const [left, right] = [rest(before), rest(after)];
  if (left.length !== right.length) return false;
  return left.every((token, at) => {
    const other = right[at] as WordToken;
    return token.key === other.key || isSlip(token, other);
  });
}

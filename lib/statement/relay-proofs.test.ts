import { describe, expect, it } from "vitest";
import { CodePointIndex } from "../text/code-points.ts";
import type { Span } from "../text/span.ts";
import { asBefore, carryProofs } from "./relay-proofs.ts";

const OLD = [
  "🌊 “The bridge opens in May,” Runa Teig said in a statement cited by Harbour Wire.",
  "Coast Radio sent the interview.",
].join("\n\n");
function spanOf(text: string, words: string): Span {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not there.`);
  const index = new CodePointIndex(text);
  return { start: index.fromUtf16(at), end: index.fromUtf16(at + words.length) };
}
const wordsAt = (text: string, span: Span | null | undefined) =>
  span ? new CodePointIndex(text).slice(span.start, span.end) : null;
const PROOFS = [spanOf(OLD, "cited by Harbour Wire"), spanOf(OLD, "Coast Radio sent")];

describe("proofs of relays", () => {
  it("go where their sentence goes, each by itself", () => {
    const now = `A new beginning. 🌊\n\n${OLD.replace("opens", "stays shut")}`;
    const carried = carryProofs(OLD, now, PROOFS);
    // The sentence of the first says something else now: who knows what was cited.
    expect(carried.map((proof) => wordsAt(now, proof))).toEqual([null, "Coast Radio sent"]);
    expect(carryProofs(OLD, OLD, PROOFS)).toEqual(PROOFS);
  });

  it("are not found around the same name in other words", () => {
    const now = OLD.replace("cited by", "denied by");
    expect(carryProofs(OLD, now, [spanOf(OLD, "Harbour Wire")])).toEqual([null]);
  });

  it("are not found where they may name somebody else", () => {
    const before = "Coast Radio is in Holm.\n\nThe station sent the interview.";
    const now = "Quay Radio is in Holm.\n\nThe station sent the interview.";
    const proof = spanOf(before, "The station sent");
    expect(carryProofs(before, before, [proof])).toEqual([proof]);
    expect(carryProofs(before, now, [proof])).toEqual([null]);
  });

  it("are not found where they may stand in two places", () => {
    const twice = OLD.replace("Coast Radio sent the interview.", "x");
    const now = `${twice}\n\nCoast Radio sent the interview.\n\nThe pier is shut.\n\nCoast Radio sent the interview.`;
    const [, proof] = carryProofs(OLD, now, PROOFS);
    expect(proof).toBeNull();
  });

  it("keep the place of one that is missing", () => {
    expect(carryProofs(OLD, OLD, [null, PROOFS[1] ?? null])).toEqual([null, PROOFS[1]]);
    const [one, two] = [
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ];
    expect(asBefore([one, two], [null, one, two])).toEqual([null, one, two]);
    expect(asBefore([one], [null, two])).toEqual([null, one]);
    // Of two, one was lost: nobody knows which.
    expect(asBefore([one], [one, two])).toBeNull();
    expect(asBefore([], [])).toEqual([]);
  });
});

import { type CarriedSpans, carryAll } from "../text/anchor/carry.ts";
import type { Span } from "../text/span.ts";

/** The words that prove each relay of a chain, outermost first; null: no words of this text prove it. */
export type RelayProofs = readonly (Span | null)[];

const isProof = (proof: Span | null): proof is Span => proof !== null;

/** An anchor as the engine carries it: what is not in the text is not carried. */
export const carriable = (
  spans: Omit<CarriedSpans, "relay"> & { readonly relay: RelayProofs },
): CarriedSpans => ({
  speaker: spans.speaker,
  cue: spans.cue,
  content: spans.content,
  relay: spans.relay.filter(isProof),
});

/**
 * Gives carried proofs back to the relays they prove. Null where some were lost on the way: then nobody can say which
 * relay each of the others proves.
 */
export function asBefore(carried: readonly Span[], before: RelayProofs): RelayProofs | null {
  if (carried.length !== before.filter(isProof).length) return null;
  const left = [...carried];
  return before.map((proof) => (proof ? (left.shift() ?? null) : null));
}

/**
 * Looks for each proof by itself, for a statement whose words stand elsewhere or otherwise now: it is kept only where the
 * engine is sure of its sentence, word by word, and of whom it names. "Cited by" may have become "denied by" around the
 * same name.
 */
export function carryProofs(oldText: string, newText: string, proofs: RelayProofs): RelayProofs {
  // Its words name somebody, as those of a speaker do: "the agency" is another one after other sentences.
  const anchors = proofs
    .filter(isProof)
    .map((proof) => ({ speaker: [proof], cue: [], content: [proof], relay: [] }));
  const found = carryAll({ oldText, newText, anchors }).map(({ state, spans }) =>
    state === "exact" || state === "moved" ? (spans?.content[0] ?? null) : null,
  );
  return proofs.map((proof) => (proof ? (found.shift() ?? null) : null));
}

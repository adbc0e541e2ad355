import type { Draft, RelayMention } from "./draft.ts";
import { looksPersonal } from "./names.ts";
import type { Segmented } from "./segment.ts";
import type { DetectedActor, DetectedRelay } from "./statement.ts";

/** A sentence that says who carried a document and reports nothing itself: "The second was carried by the agency." */
export interface RelaySentence {
  readonly sentence: number;
  readonly part: number;
  readonly relays: readonly RelayMention[];
  /** "The words are from a statement published by": it speaks of what stands in front of it. */
  readonly looksBack: boolean;
}

const BACK =
  /^(?:the|these|those|both|all)\s+(?:words|remarks|comments|quotations?|quotes?|lines?|sentences?)\b|^(?:they|it)\s+(?:is|are|was|were)\b/iu;
/** Only these point at a document: a report or a book that somebody published is no one’s statement. */
const STATEMENT =
  /^(?:the|a|an|its|his|her|their)\s.*\b(?:statement|communiqu[eé]|declaration)\b|^the\s+(?:first|second|third|latter|former|other)\b/iu;

/** Relay sentences of an article among those without a statement of their own. */
export function relaySentence(
  article: Segmented,
  sentence: Segmented["sentences"][number],
  relays: readonly RelayMention[],
): RelaySentence | undefined {
  if (relays.length === 0) return undefined;
  const words = article.text.slice(sentence.start, sentence.end);
  const looksBack = BACK.test(words);
  if (!looksBack && !STATEMENT.test(words)) return undefined;
  return { sentence: sentence.index, part: sentence.part, relays, looksBack };
}

/** A statement with what decides whether an earlier relay still holds for it. */
export interface Spoken {
  readonly draft: Draft;
  readonly part: number;
  readonly actor: DetectedActor | null;
  readonly via: readonly DetectedRelay[];
  /** Said to somebody ("told this newspaper"), so not read in a document. */
  readonly told: boolean;
}

interface Run {
  /** Whose document it is; undefined until somebody speaks after a relay sentence. */
  readonly actor: string | undefined;
  readonly via: readonly DetectedRelay[];
  readonly part: number;
}

/**
 * Lets a relay hold for as long as the same actor goes on and nobody else speaks: who reads a ministry’s statement in
 * an agency’s words goes on reading it there. Words told to somebody end it, and so does a paragraph without that
 * actor; a person’s ends with its paragraph.
 * @param spoken statements in the order of the text.
 * @returns the relays of each of them.
 */
export function withRunningRelays(
  spoken: readonly Spoken[],
  sentences: readonly RelaySentence[],
  resolve: (relays: readonly RelayMention[]) => readonly DetectedRelay[],
): (readonly DetectedRelay[])[] {
  const found = spoken.map(({ via }) => via);
  let run: Run | undefined;
  let next = 0;
  const readSentences = (before: number, place: number) => {
    for (let said = sentences[next]; said && said.sentence < before; said = sentences[++next]) {
      const via = resolve(said.relays);
      const last = spoken[place - 1];
      const explains = said.looksBack && last?.part === said.part && found[place - 1]?.length === 0;
      if (explains) found[place - 1] = via;
      run = explains || !said.looksBack ? { actor: undefined, via, part: said.part } : undefined;
    }
  };
  spoken.forEach(({ actor, draft, part, told, via }, place) => {
    readSentences(draft.sentence, place);
    if (via.length > 0) {
      run =
        actor && draft.via.every((relay) => relay.document) ? { actor: actor.name, via, part } : undefined;
    } else if (run && actor && !told && holds(run, actor.name, part)) {
      if (draft.mode === "said") found[place] = run.via;
      run = { ...run, actor: actor.name, part };
    } else run = undefined;
  });
  readSentences(Number.POSITIVE_INFINITY, spoken.length);
  return found;
}

function holds(run: Run, actor: string, part: number): boolean {
  if ((run.actor ?? actor) !== actor) return false;
  return part === run.part || (part === run.part + 1 && !looksPersonal(actor));
}

import type { Span } from "../text/span.ts";
import type { Stretch } from "../text/stretch.ts";
import type { Authority } from "./authority.ts";
import { cueSense } from "./cue-sense.ts";
import { datesSaid } from "./date-said.ts";
import type { WrittenDate } from "./date-words.ts";
import type { Draft, Mention, RelayMention } from "./draft.ts";
import { draftsOf } from "./drafts.ts";
import { confidenceOf, reasonOf } from "./explain.ts";
import { kindOf } from "./kind.ts";
import { learnedDrafts } from "./learned.ts";
import { mentionIn } from "./mention-type.ts";
import type { Weights } from "./model/weights.ts";
import { namesInText } from "./names.ts";
import { type Spoken, withRunningRelays } from "./relay-run.ts";
import { Resolver } from "./resolve.ts";
import { type Segmented, segment } from "./segment.ts";
import type { DetectedActor, DetectedRelay, DetectedStatement, DetectInput } from "./statement.ts";
import { trainedWeights } from "./trained.ts";

/** Names the engine in stored suggestions: change it with every change of what it finds. */
export const ENGINE_VERSION = "learned-4";

/**
 * Statements that a text attributes to somebody, in the order of the text.
 * @param input the text (normalised), its date and, where known, its parts; offsets in code points.
 * @param authority decides who a name, an acronym, a capital or an office stands for.
 * @param weights what was learned from annotated news; null: the rules alone.
 * @returns suggestions with spans in code points of `input.text`; never overlapping the outlet's own voice on purpose.
 * @throws RangeError when a part lies outside the text.
 */
export function detect(
  input: DetectInput,
  authority: Authority,
  weights: Weights | null = trainedWeights(),
): readonly DetectedStatement[] {
  const article = segment(input);
  const on = input.date?.slice(0, 10);
  const names = namesInText(article);
  const { drafts: ruled, relaySentences } = draftsOf(article, authority, on, names);
  const drafts = weights
    ? learnedDrafts(article, weights.about.withoutRules === true ? [] : ruled, weights)
    : ruled;
  const resolver = new Resolver(authority, names, on);
  const inOrder = drafts
    .map((draft, place) => ({ draft, place }))
    .sort((a, b) => a.draft.sentence - b.draft.sentence || a.place - b.place);
  const sayings = inOrder.map(({ draft }) => sayingOf(draft));
  const dates = datesSaid(article, sayings, on);
  let last: DetectedActor | null = null;
  const actors = new Map<number, DetectedActor | null>();
  const spoken = inOrder.map(({ draft }, place): Spoken => {
    const shared = draft.speaker && actors.get(draft.speaker.start);
    const actor: DetectedActor | null =
      draft.rule === "continued" ? last : (shared ?? actorOf(article, draft, resolver, dates[place]?.date));
    if (draft.speaker) actors.set(draft.speaker.start, actor);
    last = actor;
    return {
      draft,
      actor,
      via: relaysOf(article, draft.via, resolver),
      part: article.sentences[draft.sentence]?.part ?? 0,
      told: /\btold$/.test(article.text.slice(draft.cue.start, draft.cue.end)),
    };
  });
  const resolve = (relays: readonly RelayMention[]) => relaysOf(article, relays, resolver);
  const via = withRunningRelays(spoken, relaySentences, resolve);
  return spoken.map(({ actor, draft }, place) =>
    statementOf(article, draft, actor, via[place] ?? [], dates[place] ?? null),
  );
}

/** A draft by the word of its cue that carries it: what stands around it says when and whether it was said. */
function sayingOf(draft: Draft): Draft {
  return draft.head ? { ...draft, cue: draft.head } : draft;
}

/** @param on when it was said, where the text says so: decides who held an office. */
function actorOf(
  article: Segmented,
  draft: Draft,
  resolver: Resolver,
  on: string | undefined,
): DetectedActor | null {
  const mention: Mention | undefined = draft.speaker;
  if (!mention) return null;
  const sentence = article.sentences[draft.sentence];
  const lead = sentence ? article.text.slice(sentence.start, mention.start) : "";
  // "said in a statement" right behind the cue.
  const behind = article.text.slice(draft.cue.end, draft.cue.end + 40).split(/[.,“"]/u)[0] ?? "";
  const words = (stretch: Stretch) => article.text.slice(stretch.start, stretch.end);
  return resolver.resolve(words(mention), {
    start: mention.start,
    part: article.parts[sentence?.part ?? 0]?.start ?? 0,
    inDocument: /\b(?:statement|communiqu[eé]|declaration|press release)\b/i.test(`${lead} ${behind}`),
    ...(mention.antecedent && { antecedent: words(mention.antecedent) }),
    ...(on !== undefined && { on }),
  });
}

function relaysOf(article: Segmented, relays: readonly RelayMention[], resolver: Resolver): DetectedRelay[] {
  return relays.flatMap((relay) => {
    const actor = resolver.relay(article.text.slice(relay.name.start, relay.name.end));
    return actor ? [{ ...actor, proof: spanOf(article, relay.proof) }] : [];
  });
}

function spanOf(article: Segmented, stretch: Stretch): Span {
  return { start: article.index.fromUtf16(stretch.start), end: article.index.fromUtf16(stretch.end) };
}

/** The cue with the marks around it, where the cue itself is quoted. */
function withMarks(article: Segmented, cue: Stretch): Stretch {
  const { aroundCues } = article.marks;
  if (!aroundCues.has(cue.start - 1) || !aroundCues.has(cue.end)) return cue;
  return { start: cue.start - 1, end: cue.end + 1 };
}

function statementOf(
  article: Segmented,
  draft: Draft,
  actor: DetectedActor | null,
  via: readonly DetectedRelay[],
  said: WrittenDate | null,
): DetectedStatement {
  const kind = kindOf(article.text, draft.content, article.marks);
  return {
    speaker: draft.speaker ? [spanOf(article, draft.speaker)] : [],
    cue: [spanOf(article, withMarks(article, draft.cue))],
    content: draft.content.map((piece) => spanOf(article, piece)),
    kind,
    mode: draft.mode,
    mention: mentionIn(article, draft),
    ...cueSense(article, sayingOf(draft)),
    dateSaid: said && { date: said.date, words: spanOf(article, said) },
    actor,
    via,
    confidence: confidenceOf(draft, kind, actor),
    reason: reasonOf(draft, article.text),
  };
}

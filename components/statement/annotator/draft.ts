import type { NewlyNamedActor, PickedActor } from "#components/actor/picked-actor.ts";
import type { StatementKind, StatementMode } from "#lib/attribution/statement.ts";
import type { DeskPlacing, DeskStatement, DeskSuggestion } from "#lib/desk/desk-article.ts";
import type { Placing } from "#lib/statement/reanchoring.server.ts";
import type { Acceptance, Correction, NewStatement } from "#lib/statement/schema.ts";
import type { Span } from "#lib/text/span.ts";
import type { Entry } from "./entry.ts";

/** A relay: who passed the words on (null: not chosen yet), and the words that prove it (null: none in this text). */
export interface DraftRelay {
  readonly actor: PickedActor | null;
  readonly proof: Span | null;
}

/** A statement as the editor is marking or correcting it, before it is saved. */
export interface Draft {
  /** What it corrects; null: a new statement. */
  readonly of: Entry | null;
  readonly actor: PickedActor | null;
  /** Null: read off the quotation marks. */
  readonly kind: StatementKind | null;
  readonly mode: StatementMode;
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly via: readonly DraftRelay[];
  /** A statement that waits in a changed text: only its place is marked. */
  readonly placing?: DeskPlacing;
}

export function newDraft(content: readonly Span[]): Draft {
  return { of: null, actor: null, kind: null, mode: "said", speaker: [], cue: [], content, via: [] };
}

/** A statement that waits, at the place the machine proposes, if any. */
export function draftPlacing(placing: DeskPlacing): Draft {
  return { ...newDraft(placing.spans.content), ...placing.spans, actor: placing.actor, placing };
}

export function draftOf(entry: Entry): Draft {
  const { statement, suggestion, speaker, cue, content } = entry;
  return {
    of: entry,
    actor: statement?.actor ?? suggestion?.actor ?? proposedIn(suggestion),
    kind: statement?.kind ?? suggestion?.kind ?? null,
    mode: statement?.mode ?? suggestion?.mode ?? "said",
    speaker,
    cue,
    content,
    via: statement
      ? statement.via.map(({ id, name, kind, proof }) => ({ actor: { id, name, kind }, proof }))
      : (suggestion?.via ?? []).map(({ actor, proof }) => ({ actor, proof })),
  };
}

/** Somebody new, as far as the text says who it is; null where it does not say enough. */
export function proposedIn(suggestion: DeskSuggestion | null): NewlyNamedActor | null {
  if (!suggestion?.proposedActor || !suggestion.proposal) return null;
  const { kind, description = null } = suggestion.proposal;
  return { id: null, name: suggestion.proposedActor, kind, description };
}

/** What is still missing before a draft can be saved, in words; null when nothing is. */
export function missingIn(draft: Draft): string | null {
  if (draft.content.length === 0) return "Select the words that were said, then press n.";
  if (draft.actor === null) return "Choose who speaks.";
  if (draft.actor.name.trim() === "") return "The new actor needs a name.";
  if (draft.via.some((relay) => relay.actor === null)) return "Choose who passed the words on.";
  const unproved = draft.via.find((relay) => relay.proof === null);
  // A chain that stays as it is may be proved later: the sign-off waits for it.
  if (!unproved || sameVia(draft, draft.of?.statement?.via ?? [])) return null;
  return `Select the words that say ${unproved.actor?.name ?? ""} passed it on and choose Relay, or take the relay out.`;
}

/** Words marked as a relay: they prove the first one that nothing proves, else somebody still to be chosen. */
export function withRelay(draft: Draft, proof: Span): Draft {
  const at = draft.via.findIndex((relay) => relay.proof === null);
  const via: readonly DraftRelay[] =
    at < 0
      ? [...draft.via, { actor: null, proof }]
      : draft.via.map((relay, other) => (other === at ? { ...relay, proof } : relay));
  return { ...draft, via };
}

function choiceOf(actor: PickedActor) {
  if (actor.id !== null) return { id: actor.id };
  const { name, kind, description } = actor;
  return { name: name.trim(), kind, description: description ?? null };
}

const spansOf = ({ speaker, cue, content }: Draft) => ({
  speaker: [...speaker],
  cue: [...cue],
  content: [...content],
});

const viaOf = (draft: Draft) =>
  draft.via.flatMap(({ actor, proof }) => (actor && proof ? [{ actor: choiceOf(actor), proof }] : []));

/** The request for a new statement. @throws Error for a draft with something missing */
export function asNewStatement(draft: Draft, revisionId: string): NewStatement {
  return {
    revisionId,
    spans: spansOf(draft),
    actor: choiceOf(chosen(draft)),
    mode: draft.mode,
    via: viaOf(draft),
    ...(draft.kind === null ? {} : { kind: draft.kind }),
  };
}

/** The request that says where a waiting statement stands. */
export function asPlacing(draft: Draft, { reanchoringId, version }: DeskPlacing): Placing {
  return { reanchoringId, version, spans: spansOf(draft) };
}

/** The request that accepts a suggestion as the draft corrects it; what is as suggested is left out. */
export function asAcceptance(draft: Draft, suggestion: DeskSuggestion): Acceptance {
  const moved = !sameSpans(draft, suggestion);
  const actor = chosen(draft);
  return {
    suggestionId: suggestion.id,
    version: suggestion.version,
    ...(actor.id !== null && actor.id === suggestion.actor?.id ? {} : { actor: choiceOf(actor) }),
    ...(draft.kind === null || (draft.kind === suggestion.kind && !moved) ? {} : { kind: draft.kind }),
    ...(draft.mode === suggestion.mode ? {} : { mode: draft.mode }),
    ...(moved ? { spans: spansOf(draft) } : {}),
    ...(sameVia(draft, onRecord(suggestion)) ? {} : { via: viaOf(draft) }),
  };
}

/** The suggestion's relays that accepting it as it stands takes over. */
const onRecord = ({ via }: DeskSuggestion) =>
  via.flatMap(({ actor, proof }) => (actor ? [{ id: actor.id, proof }] : []));

/** The request that corrects a statement; what stays is left out. Null when all of it stays. */
export function asCorrection(draft: Draft, statement: DeskStatement): Correction | null {
  const moved = !sameSpans(draft, statement);
  const actor = chosen(draft);
  const changes = {
    ...(actor.id !== null && actor.id === statement.actor.id ? {} : { actor: choiceOf(actor) }),
    ...(draft.kind === null || (draft.kind === statement.kind && !moved) ? {} : { kind: draft.kind }),
    ...(draft.mode === statement.mode ? {} : { mode: draft.mode }),
    ...(moved ? { spans: spansOf(draft) } : {}),
    ...(sameVia(draft, statement.via) ? {} : { via: viaOf(draft) }),
  };
  if (Object.keys(changes).length === 0) return null;
  return { statementId: statement.id, version: statement.version, ...changes };
}

function chosen(draft: Draft): PickedActor {
  if (draft.actor === null) throw new Error("A draft without an actor can't be saved.");
  return draft.actor;
}

interface Marked {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

function sameSpans(a: Marked, b: Marked): boolean {
  return (["speaker", "cue", "content"] as const).every((role) => placesOf(a[role]) === placesOf(b[role]));
}

type PlacedRelay = { readonly id: string | null; readonly proof: Span | null };

function sameVia(draft: Draft, stored: readonly PlacedRelay[]): boolean {
  const places = (via: readonly PlacedRelay[]) =>
    via.map(({ id, proof }) => `${id}:${proof ? placesOf([proof]) : ""}`).join();
  const drafted = draft.via.map(({ actor, proof }) => ({ id: actor?.id ?? null, proof }));
  return places(drafted) === places(stored);
}

const placesOf = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join();

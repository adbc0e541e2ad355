import type { DeskRequest } from "#components/desk/request.ts";
import type { Stance } from "#lib/claim/schema.ts";
import type { DeskArticle, DeskStatement, DeskSuggestion } from "#lib/desk/desk-article.ts";
import type { Draft } from "./draft.ts";
import type { Underway } from "./entry.ts";
import { MODE_WORDS } from "./statement-words.ts";

/** One decision on its way to the record. */
export interface Write {
  /** Counted up, to tell two alike apart. */
  readonly number: number;
  readonly request: DeskRequest;
  /** What it does, in words, for conflicts and for trying again: "accept: Pyongyang". */
  readonly words: string;
  /** What the list shows meanwhile. */
  readonly underway?: Underway;
  /** The entry whose controls wait for it. */
  readonly entry?: string;
  /** Tie the accepted statement to this claim afterwards. */
  readonly thenTie?: ClaimTie;
  /** The form it was saved from: open again when it is refused. */
  readonly draft?: Draft;
  /** Announced when it is stored. */
  readonly done?: string;
  /** Sent before without an answer: it may be on record already. */
  readonly repeated?: boolean;
  /** Stored, and what the door answered; only the page is still to be read again. */
  readonly stored?: { readonly answer: unknown };
}

export interface ClaimTie {
  readonly claim: { readonly id: string } | { readonly sentence: string };
  readonly sentence: string;
  readonly stance: Stance;
}

/** A write that met someone else's decision: both sides, and how to send it again on top of theirs. */
export interface Conflict {
  readonly write: Write;
  readonly message: string;
  readonly yours: string;
  readonly theirs: readonly string[];
  /** Null where it can't be sent again: what it decided is decided. */
  readonly again: DeskRequest | null;
}

interface Refused {
  readonly message: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Both sides of a refused write. @param article as read after the refusal */
export function conflictOf(write: Write, refused: Refused, article: DeskArticle): Conflict {
  const { request } = write;
  const common = { write, message: refused.message, yours: write.words };
  const listed = decisionsIn(refused.detail);
  if (listed.length > 0) return { ...common, theirs: listed, again: rebased(request, article) };
  switch (request.action) {
    case "accept-suggestion":
    case "reject-suggestion": {
      const suggestion = article.suggestions.find(({ id }) => id === request.input.suggestionId);
      return {
        ...common,
        theirs: suggestion ? [suggestionWords(suggestion, article)] : ["It is gone."],
        again: suggestion?.state === "open" ? rebased(request, article) : null,
      };
    }
    case "correct-statement":
    case "withdraw-statement":
    case "tie-claim":
    case "untie-claim": {
      const statement = article.statements.find(({ id }) => id === request.input.statementId);
      return {
        ...common,
        theirs: statement ? statementLines(statement) : ["It was taken back."],
        again: statement ? rebased(request, article) : null,
      };
    }
    case "reassign-chain": {
      const theirs = request.input.members.flatMap(({ suggestionId, version, statementVersion }) => {
        const suggestion = article.suggestions.find(({ id }) => id === suggestionId);
        if (!suggestion) return ["One was replaced: the engine has read the article again."];
        const statement = article.statements.find(({ id }) => id === suggestion.statementId);
        const seen =
          suggestion.version === version && (statement?.version ?? null) === (statementVersion ?? null);
        return seen ? [] : [suggestionWords(suggestion, article)];
      });
      return { ...common, theirs, again: rebased(request, article) };
    }
    case "edit-article":
      return { ...common, theirs: articleLines(article), again: rebased(request, article) };
    default:
      return { ...common, theirs: [], again: null };
  }
}

/**
 * Whether the record already says what a write was to say: asked before one is sent again whose first answer was
 * lost. @param before the article as it was when the write was made
 */
export function isOnRecord({ request }: Write, before: DeskArticle, now: DeskArticle): boolean {
  const suggestionIs = (id: string, state: DeskSuggestion["state"]) =>
    now.suggestions.some((suggestion) => suggestion.id === id && suggestion.state === state);
  const tie = (statementId: string, claimId: string) =>
    now.statements.find(({ id }) => id === statementId)?.claims.find(({ id }) => id === claimId);
  switch (request.action) {
    case "accept-suggestion":
      return suggestionIs(request.input.suggestionId, "accepted");
    case "reject-suggestion":
      return suggestionIs(request.input.suggestionId, "rejected");
    case "withdraw-statement":
      return !now.statements.some(({ id }) => id === request.input.statementId);
    case "untie-claim":
      return tie(request.input.statementId, request.input.claimId) === undefined;
    case "tie-claim": {
      const { claim, statementId, stance } = request.input;
      return "id" in claim && tie(statementId, claim.id)?.stance === stance;
    }
    case "add-statement": {
      const known = new Set(before.statements.map(({ id }) => id));
      const places = JSON.stringify(request.input.spans.content);
      return now.statements.some(({ id, content }) => !known.has(id) && JSON.stringify(content) === places);
    }
    case "reassign-chain": {
      const { members, actor } = request.input;
      return members.every(({ suggestionId }) => {
        const suggestion = now.suggestions.find(({ id }) => id === suggestionId);
        const statement = now.statements.find(({ id }) => id === suggestion?.statementId);
        if (actor === null)
          return suggestion?.state === "rejected" || (suggestion?.statementId && !statement);
        return "id" in actor && (statement?.actor ?? suggestion?.actor)?.id === actor.id;
      });
    }
    case "suggest-again":
      return before.readByOlderEngine && !now.readByOlderEngine;
    case "undo":
      return now.history.some((row) => row.undoes === request.input.seq);
    default:
      return false;
  }
}

function decisionsIn(detail: Refused["detail"]): readonly string[] {
  const rows = detail.newer ?? detail.later;
  if (!Array.isArray(rows)) return [];
  return rows.map(({ seq, by, summary }: { seq: string; by: string; summary: string }) => {
    return `${seq}, ${by}: ${summary}`;
  });
}

/** The same request on top of what is on record now; null where it has nothing to stand on. */
function rebased(request: DeskRequest, article: DeskArticle): DeskRequest | null {
  switch (request.action) {
    case "accept-suggestion": {
      const version = versionOf(article.suggestions, request.input.suggestionId);
      return version === null ? null : { ...request, input: { ...request.input, version } };
    }
    case "reject-suggestion": {
      const version = versionOf(article.suggestions, request.input.suggestionId);
      return version === null ? null : { ...request, input: { ...request.input, version } };
    }
    case "correct-statement": {
      const version = versionOf(article.statements, request.input.statementId);
      return version === null ? null : { ...request, input: { ...request.input, version } };
    }
    case "withdraw-statement": {
      const version = versionOf(article.statements, request.input.statementId);
      return version === null ? null : { ...request, input: { ...request.input, version } };
    }
    case "tie-claim": {
      const version = versionOf(article.statements, request.input.statementId);
      return version === null ? null : { ...request, input: { ...request.input, version } };
    }
    case "untie-claim": {
      const version = versionOf(article.statements, request.input.statementId);
      return version === null ? null : { ...request, input: { ...request.input, version } };
    }
    case "reassign-chain": {
      const members = request.input.members.flatMap(({ suggestionId }) => {
        const suggestion = article.suggestions.find(({ id }) => id === suggestionId);
        const statement = article.statements.find(({ id }) => id === suggestion?.statementId);
        if (!suggestion || (suggestion.state !== "open" && !statement)) return [];
        const { version } = suggestion;
        return [{ suggestionId, version, ...(statement ? { statementVersion: statement.version } : {}) }];
      });
      return members.length === 0 ? null : { ...request, input: { ...request.input, members } };
    }
    case "edit-article":
      return { ...request, input: { ...request.input, version: article.version } };
    default:
      return null;
  }
}

function versionOf(
  rows: readonly { readonly id: string; readonly version: number }[],
  id: string,
): number | null {
  return rows.find((row) => row.id === id)?.version ?? null;
}

function suggestionWords({ state, statementId }: DeskSuggestion, article: DeskArticle): string {
  const statement = article.statements.find(({ id }) => id === statementId);
  if (statement) return `accepted: ${statementLines(statement).join(", ")}`;
  return state === "open" ? "open, changed meanwhile" : state;
}

function statementLines({ actor, kind, mode, claims }: DeskStatement): readonly string[] {
  return [
    `actor: ${actor.name}`,
    `${kind}, ${MODE_WORDS[mode]}`,
    ...claims.map((claim) => `${claim.stance}: ${claim.sentence}`),
  ];
}

function articleLines(article: DeskArticle): readonly string[] {
  return [
    `headline: ${article.headline}`,
    `outlet: ${article.outlet.name}`,
    `date: ${article.publishedAt ?? "none"}${article.zone ? ` ${article.zone}` : ""}`,
    `byline: ${article.byline ?? "none"}`,
    `address: ${article.canonicalUrl ?? "none"}`,
  ];
}

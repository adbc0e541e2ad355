"use client";

import { type Dispatch, useEffect, useReducer, useRef } from "react";
import { DeskRefusal, deskRead, sendDeskRequest } from "#components/desk/request.ts";
import type { DeskArticle } from "#lib/desk/desk-article.ts";
import type { SuggestedAgain } from "#lib/desk/suggest-again.server.ts";
import { type DeskEvent, type DeskState, openDesk, reduceDesk } from "./state.ts";
import { conflictOf, isOnRecord, type Write } from "./write.ts";

/** Refusals after which the same request may well go through. */
const WORTH_AGAIN: ReadonlySet<DeskRefusal["code"]> = new Set([
  "unreachable",
  "failed",
  "signedOut",
  "tooMany",
]);

/**
 * The annotator's state, and the one place that sends: decisions go out one after another, each followed by a
 * fresh look at the record.
 */
export function useDesk(initial: DeskArticle): readonly [DeskState, Dispatch<DeskEvent>] {
  const [state, dispatch] = useReducer(reduceDesk, initial, openDesk);
  const sending = useRef(false);
  /** The decision that was sent last: its effect may run again before what came of it is reduced. */
  const sent = useRef<Write | null>(null);
  const { queue, stopped, article } = state;
  useEffect(() => {
    const [write] = queue;
    if (!write || stopped !== null || sending.current || sent.current === write) return;
    sending.current = true;
    sent.current = write;
    send(write, article).then((event) => {
      sending.current = false;
      dispatch(event);
    });
  }, [queue, stopped, article]);
  return [state, dispatch];
}

/** Reads the article as it is on record now. @throws DeskRefusal */
export function readArticle(articleId: string): Promise<DeskArticle> {
  return deskRead<DeskArticle>(`/api/desk/articles/${articleId}`);
}

async function send(write: Write, before: DeskArticle): Promise<DeskEvent> {
  let answer: unknown = write.stored?.answer;
  try {
    if (write.repeated && !write.stored) {
      const now = await readArticle(before.id);
      if (isOnRecord(write, before, now)) return storedEvent(write, {}, now);
    }
    if (!write.stored) answer = await sendDeskRequest(write.request);
  } catch (error) {
    return refusalEvent(write, before, refusalOf(error));
  }
  try {
    return storedEvent(write, answer, await readArticle(before.id));
  } catch (error) {
    const words = `Saved, but the page could not be read again: ${refusalOf(error).message}`;
    return { type: "unsent", write: { ...write, stored: { answer } }, message: words };
  }
}

async function refusalEvent(write: Write, before: DeskArticle, refusal: DeskRefusal): Promise<DeskEvent> {
  if (WORTH_AGAIN.has(refusal.code)) {
    const message =
      refusal.code === "signedOut"
        ? "You are signed out. Sign in in another tab, then try again here."
        : refusal.message;
    return { type: "unsent", write: { ...write, repeated: true }, message };
  }
  const article = await readArticle(before.id).catch(() => null);
  if (refusal.code === "conflict" && article)
    return { type: "conflict", conflict: conflictOf(write, refusal, article), article };
  const { waiting } = refusal.detail;
  const why = typeof waiting === "number" ? { waiting } : {};
  return { type: "refused", write, message: refusal.message, ...why, article };
}

function storedEvent(write: Write, answer: unknown, article: DeskArticle): DeskEvent {
  const { request } = write;
  // Its version counts the corrections: saved as it stood, it is the one that was sent.
  if (request.action === "edit-article" && request.input.version === article.version)
    return { type: "stored", write: { ...write, done: "Nothing was changed" }, article, at: null };
  const done = request.action === "suggest-again" ? { done: readAgainWords(answer) } : {};
  const event = { type: "stored", write: { ...write, ...done }, article, at: Date.now() } as const;
  const made = typeof answer === "object" && answer !== null && "statementId" in answer ? answer : null;
  const statement = article.statements.find(({ id }) => id === made?.statementId);
  if (!statement) return event;
  if (request.action === "add-statement") return { ...event, select: statement.id };
  if (!write.thenTie) return event;
  const { claim, stance, sentence } = write.thenTie;
  const { id: statementId, version } = statement;
  const { thenTie: _, underway: __, ...rest } = write;
  return {
    ...event,
    followUp: {
      ...rest,
      // A number of its own, which no later decision has: they count by one.
      number: write.number + 0.5,
      request: { action: "tie-claim", input: { statementId, version, claim, stance } },
      words: `${stance}: ${sentence}`,
      done: "Tied to the claim",
    },
  };
}

/** What came of reading an article again; nothing to say where the answer was lost. */
function readAgainWords(answer: unknown): string {
  const { added, replaced } = answer as Partial<SuggestedAgain>;
  if (added === undefined || replaced === undefined) return "The engine has read the article again";
  if (added + replaced === 0) return "The engine has read the article again: nothing new";
  return `The engine has read the article again: ${added} new, ${replaced} replaced`;
}

function refusalOf(error: unknown): DeskRefusal {
  if (error instanceof DeskRefusal) return error;
  return new DeskRefusal("failed", error instanceof Error ? error.message : String(error));
}

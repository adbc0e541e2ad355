"use client";

import { useState } from "react";
import { type PageDecision, useDecisions } from "#components/desk/use-decisions.ts";
import { momentWords } from "#lib/article/date-words.ts";

/** One decision on two records. */
export interface DuplicateDecision extends PageDecision {
  /** The pair it decides: it leaves the list at once. */
  readonly pair?: string;
}

/** The other side of a conflict, where it is a merge. */
interface TheirMerge {
  readonly actor: { readonly name: string };
  readonly into?: { readonly name: string };
  readonly by: string | null;
  readonly at: string | null;
}

function mergeWords({ actor, into, by, at }: TheirMerge): string | null {
  if (!into) return null;
  const when = at ? momentWords(new Date(at)) : null;
  return [`merge ${actor.name} into ${into.name}`, by && `by ${by}`, when].filter(Boolean).join(", ");
}

/** Pairs decided since `read` came from the server: the next reading knows them itself. */
interface DecidedSince {
  readonly read: unknown;
  readonly pairs: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Sends decisions on pairs; a decided pair leaves the list at once, and is back when the decision is undone.
 * @param read what the server gave last: another one with each reading
 */
export function useDuplicates(read: unknown) {
  const [since, setSince] = useState<DecidedSince>({ read, pairs: NONE });
  const { decide: send, ...rest } = useDecisions(mergeWords);
  const setPairs = (change: (pairs: readonly string[]) => readonly string[]) =>
    setSince((last) => ({ read, pairs: new Set(change(last.read === read ? [...last.pairs] : [])) }));

  function decide({ pair, ...decision }: DuplicateDecision): Promise<boolean> {
    if (pair === undefined) return send(decision);
    return send({
      ...decision,
      onDone: () => setPairs((pairs) => [...pairs, pair]),
      onUndone: () => setPairs((pairs) => pairs.filter((one) => one !== pair)),
    });
  }

  return { ...rest, decide, decided: since.read === read ? since.pairs : NONE };
}

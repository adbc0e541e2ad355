"use client";

import { useRef } from "react";
import { DecisionProblem } from "#components/desk/decision-problem.tsx";
import { KeyLine } from "#components/desk/key-line.tsx";
import { Empty } from "#components/site/notices.tsx";
import type { DuplicatePair, Duplicates } from "#lib/actor/duplicates.server.ts";
import type { CurrentDistinction, CurrentMerge } from "#lib/actor/merge-read.server.ts";
import { DuplicateByHand } from "./duplicate-by-hand.tsx";
import { DistinctionList, MergeList } from "./duplicate-decided.tsx";
import { DuplicateList } from "./duplicate-list.tsx";
import { pairKey } from "./duplicate-words.ts";
import { useDuplicates } from "./use-duplicates.ts";

interface DuplicateDeskProps {
  readonly duplicates: Duplicates;
  /** Two that an editor chose; null: they can't be compared. */
  readonly compared: DuplicatePair | null | undefined;
  readonly merges: readonly CurrentMerge[];
  readonly distinctions: readonly CurrentDistinction[];
  /** False for readers: no control that writes is there for them. */
  readonly mayDecide: boolean;
}

/** Pairs to decide on, any two by hand, and what was decided. */
export function DuplicateDesk({ duplicates, compared, merges, distinctions, mayDecide }: DuplicateDeskProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { problem, busy, decided, decide, undoLast } = useDuplicates(duplicates);
  const pairs = duplicates.pairs.filter((pair) => !decided.has(pairKey(pair)));
  const list = {
    mayDecide,
    busy,
    onDecide: decide,
    onUndo: undoLast,
    onEmpty: () => heading.current?.focus(),
  };
  return (
    <>
      <DecisionProblem problem={problem} />
      {compared === undefined ? null : (
        <section aria-labelledby="compared" className="mt-8">
          <h2 id="compared" className="rubric mb-1">
            Compared by hand
          </h2>
          <DuplicateList pairs={compared && !decided.has(pairKey(compared)) ? [compared] : []} {...list} />
          {compared === null ? (
            <p className="border-t py-4 text-muted">
              These can’t be compared: they are one already, or one of them is an unnamed source or not on
              record any more.
            </p>
          ) : null}
        </section>
      )}
      <section aria-labelledby="pairs" className="mt-8">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8">
          <h2 id="pairs" ref={heading} tabIndex={-1} className="rubric mb-1 outline-none">
            Pairs to look at <span className="font-normal">{countWords(duplicates, pairs.length)}</span>
          </h2>
          {mayDecide && pairs.length > 0 ? <KeyLine what="a pair" keys={KEYS} /> : null}
        </div>
        <DuplicateList pairs={pairs} {...list} />
        {pairs.length > 0 ? null : (
          <Empty title="No two records look alike.">
            A pair appears here when a name, a spelling, initials or a Wikidata id of two records meet.
          </Empty>
        )}
      </section>
      {mayDecide ? <DuplicateByHand /> : null}
      <MergeList merges={merges} mayDecide={mayDecide} busy={busy} onDecide={decide} />
      <DistinctionList distinctions={distinctions} mayDecide={mayDecide} busy={busy} onDecide={decide} />
    </>
  );
}

function countWords({ found, pairs, more }: Duplicates, shown: number): string {
  const left = found - (pairs.length - shown);
  if (left <= shown) return String(shown);
  return `${shown} of ${more ? "more than " : ""}${left}, the likeliest first`;
}

const KEYS = [
  ["j k", "next, previous"],
  ["1 2", "merge into the first, the second"],
  ["x", "not the same"],
  ["u", "undo"],
] as const;

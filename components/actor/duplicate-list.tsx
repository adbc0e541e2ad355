"use client";

import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { type Leaving, leavingFrom, placeAfter } from "#components/desk/leaving.ts";
import type { DuplicatePair as Pair } from "#lib/actor/duplicates.server.ts";
import { DuplicatePair } from "./duplicate-pair.tsx";
import { pairKey } from "./duplicate-words.ts";
import type { DuplicateDecision } from "./use-duplicates.ts";

interface DuplicateListProps {
  readonly pairs: readonly Pair[];
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: DuplicateDecision) => Promise<boolean>;
  readonly onUndo: () => void;
  /** The last pair left: the focus goes elsewhere. */
  readonly onEmpty: () => void;
}

/** Buttons of a pair that a key stands for. */
const KEYS: Readonly<Record<string, string>> = { "1": "first", "2": "second", x: "apart" };
const TYPED_IN = "input, textarea, select";

/** Pairs as a list that the keyboard walks through; where one was decided, the focus goes to the next. */
export function DuplicateList(props: DuplicateListProps) {
  const { pairs, mayDecide, busy, onDecide, onUndo, onEmpty } = props;
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus was when a pair was decided. */
  const leaving = useRef<Leaving | null>(null);

  const shown = pairs.map(pairKey).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other pairs are shown
  useLayoutEffect(() => {
    const left = leaving.current;
    if (left === null) return;
    leaving.current = null;
    if (!focusPair(list.current, placeAfter(pairsIn(list.current), left))) onEmpty();
  }, [shown]);

  async function decide(decision: DuplicateDecision, at: number): Promise<void> {
    leaving.current = leavingFrom(pairsIn(list.current), at);
    if (!(await onDecide(decision))) leaving.current = null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const { target, key, ctrlKey, metaKey, altKey, repeat } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey || target.closest(TYPED_IN)) return;
    const item = target.closest<HTMLElement>("[data-pair]");
    const at = Number(item?.dataset.pair);
    if (!item || repeat) return;
    if (key === "j" || key === "k")
      focusPair(list.current, key === "j" ? Math.min(at + 1, pairs.length - 1) : Math.max(at - 1, 0));
    else if (key === "u" && mayDecide) onUndo();
    else if (KEYS[key]) item.querySelector<HTMLElement>(`[data-choice="${KEYS[key]}"]`)?.click();
    else return;
    event.preventDefault();
  }

  return (
    <ol ref={list} onKeyDown={onKeyDown} className="divide-y border-y empty:hidden">
      {pairs.map((pair, at) => (
        <li key={pairKey(pair)} data-pair={at} data-id={pairKey(pair)} className="py-5">
          <DuplicatePair
            pair={pair}
            mayDecide={mayDecide}
            busy={busy}
            onDecide={(decision) => void decide(decision, at)}
          />
        </li>
      ))}
    </ol>
  );
}

const pairsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[data-pair]") ?? [])];

/** Puts the focus into the pair at a place, or the last one before it. False: there is none. */
function focusPair(list: HTMLElement | null, at: number): boolean {
  const items = pairsIn(list);
  const item = items[Math.min(at, items.length - 1)];
  const first = item?.querySelector<HTMLElement>("button, a");
  first?.focus();
  item?.scrollIntoView({ block: "nearest" });
  return first !== undefined && first !== null;
}

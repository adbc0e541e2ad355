"use client";

import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { type Leaving, leavingFrom, placeAfter } from "#components/desk/leaving.ts";
import type { PageDecision } from "#components/desk/use-decisions.ts";
import type { Place, WaitingStatement as Waiting } from "#lib/desk/article-texts.ts";
import type { Placed } from "#lib/statement/reanchoring.server.ts";
import { WaitingStatement } from "./waiting-statement.tsx";
import { unprovedWords } from "./words.ts";

interface WaitingListProps {
  readonly articleId: string;
  readonly waiting: readonly Waiting[];
  readonly languageOf: (revision: number) => string | null;
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: PageDecision) => Promise<boolean>;
  readonly onUndo: () => void;
  /** The last one left: the focus goes elsewhere. */
  readonly onEmpty: () => void;
}

/** Buttons of a statement that a key stands for; the numbers are those of its candidates. */
const CHOICES: Readonly<Record<string, string>> = { a: "a", l: "leave", m: "mark" };
const TYPED_IN = "input, textarea, select";

/** Statements that wait, as a list that the keyboard walks through; where one was decided, the focus goes to the next. */
export function WaitingList(props: WaitingListProps) {
  const { articleId, waiting, languageOf, mayDecide, busy, onDecide, onUndo, onEmpty } = props;
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus was when one was decided. */
  const leaving = useRef<Leaving | null>(null);

  const shown = waiting.map(({ reanchoringId }) => reanchoringId).join();
  // Not after the next paint: a key that is pressed before would go to the page, and be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when others are shown
  useLayoutEffect(() => {
    const left = leaving.current;
    if (left === null) return;
    leaving.current = null;
    if (!focusOn(list.current, placeAfter(itemsIn(list.current), left))) onEmpty();
  }, [shown]);

  async function decide(decision: PageDecision, at: number): Promise<void> {
    leaving.current = leavingFrom(itemsIn(list.current), at);
    if (!(await onDecide(decision))) leaving.current = null;
  }

  const place = ({ reanchoringId, version, actor }: Waiting, { candidate }: Place, at: number) =>
    void decide(
      {
        request: {
          action: "place-statement",
          input: { reanchoringId, version, ...(candidate === null ? {} : { candidate }) },
        },
        done: `Placed in the new text: ${actor.name}.`,
        wanted: `place it in the new text: ${actor.name}`,
        also: (answer) => unprovedWords((answer as Placed).unproved),
      },
      at,
    );
  const leave = ({ reanchoringId, version, actor, from }: Waiting, at: number) =>
    void decide(
      {
        request: { action: "leave-statement", input: { reanchoringId, version } },
        done: `Left where it stands, in revision ${from.revision}: ${actor.name}.`,
        wanted: `say that it is not in the text any more: ${actor.name}`,
      },
      at,
    );

  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    const { target, key, ctrlKey, metaKey, altKey, repeat } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey || target.closest(TYPED_IN)) return;
    const item = target.closest<HTMLElement>("[data-waiting]");
    const at = Number(item?.dataset.waiting);
    if (!item || repeat) return;
    const choice = CHOICES[key] ?? (/^[1-9]$/.test(key) ? key : undefined);
    if (key === "j" || key === "k")
      focusOn(list.current, key === "j" ? Math.min(at + 1, waiting.length - 1) : Math.max(at - 1, 0));
    else if (key === "u" && mayDecide) onUndo();
    else if (choice) item.querySelector<HTMLElement>(`[data-choice="${choice}"]`)?.click();
    else return;
    event.preventDefault();
  }

  return (
    <ol ref={list} onKeyDown={onKeyDown} className="divide-y border-y empty:hidden">
      {waiting.map((statement, at) => (
        <li
          key={statement.reanchoringId}
          data-waiting={at}
          data-id={statement.reanchoringId}
          className="py-6"
        >
          <WaitingStatement
            articleId={articleId}
            statement={statement}
            languageOf={languageOf}
            mayDecide={mayDecide}
            busy={busy}
            onPlace={(chosen) => place(statement, chosen, at)}
            onLeave={() => leave(statement, at)}
          />
        </li>
      ))}
    </ol>
  );
}

const itemsIn = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>("[data-waiting]") ?? []),
];

/** Puts the focus on the statement at a place, or the last one before it. False: there is none. */
function focusOn(list: HTMLElement | null, at: number): boolean {
  const items = itemsIn(list);
  const item = items[Math.min(at, items.length - 1)];
  const first = item?.querySelector<HTMLElement>("button, a");
  first?.focus();
  item?.scrollIntoView({ block: "nearest" });
  return first !== undefined && first !== null;
}

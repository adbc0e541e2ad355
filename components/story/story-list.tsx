"use client";

import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { type Leaving, leavingFrom, placeAfter } from "#components/desk/leaving.ts";
import type { PageDecision } from "#components/desk/use-decisions.ts";
import type { ShownStory } from "#lib/story/read.server.ts";
import { StoryGroup } from "./story-group.tsx";
import { listKey } from "./story-words.ts";

interface StoryListProps {
  readonly stories: readonly ShownStory[];
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: PageDecision) => Promise<boolean>;
  readonly onUndo: () => void;
  /** The last article left: the focus goes elsewhere. */
  readonly onEmpty: () => void;
}

/** Buttons of an article that a key stands for. */
const KEYS: Readonly<Record<string, string>> = { a: "accept", x: "reject", m: "move" };
const TYPED_IN = "input, textarea, select, [role='listbox']";
/** A form for one of the stories is open: what is typed is meant for it, wherever the focus is. */
const FORM_OPEN = "form";

/** Stories whose articles the keyboard walks through; where one leaves, the focus goes to the next. */
export function StoryList({ stories, mayDecide, busy, onDecide, onUndo, onEmpty }: StoryListProps) {
  const list = useRef<HTMLDivElement>(null);
  /** Where the focus was when something was decided. */
  const leaving = useRef<Leaving | null>(null);

  const shown = listKey(stories);
  // Not after the next paint: a key that is pressed before would go to the page, and be lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other articles are shown
  useLayoutEffect(() => {
    const left = leaving.current;
    if (left === null) return;
    leaving.current = null;
    // Who writes by now goes on writing.
    if (document.activeElement?.closest(`${TYPED_IN}, ${FORM_OPEN}`)) return;
    if (!focusMember(list.current, placeAfter(itemsIn(list.current), left, waits))) onEmpty();
  }, [shown]);

  async function decide(decision: PageDecision): Promise<boolean> {
    // A story by another title stays where it is, and so does the focus.
    if (decision.request.action !== "rename-story")
      leaving.current = leavingFrom(itemsIn(list.current), placeOf(list.current, document.activeElement));
    const stored = await onDecide(decision);
    if (!stored) leaving.current = null;
    return stored;
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const { target, key, ctrlKey, metaKey, altKey, repeat } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey || target.closest(TYPED_IN)) return;
    const at = placeOf(list.current, target);
    if (at === null || repeat || list.current?.querySelector(FORM_OPEN)) return;
    const story = target.closest("article");
    if (key === "j" || key === "k") focusMember(list.current, Math.max(0, key === "j" ? at + 1 : at - 1));
    else if (key === "u" && mayDecide) onUndo();
    else if (key === "A") story?.querySelector<HTMLElement>("[data-all]")?.click();
    else if (KEYS[key])
      target.closest("[data-member]")?.querySelector<HTMLElement>(`[data-choice="${KEYS[key]}"]`)?.click();
    else return;
    event.preventDefault();
  }

  return (
    // The keys act on the focused article's own buttons, which work without them.
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside
    <div ref={list} onKeyDown={onKeyDown} className="divide-y border-y empty:hidden">
      {stories.map((story) => (
        <StoryGroup key={story.id} story={story} mayDecide={mayDecide} busy={busy} onDecide={decide} />
      ))}
    </div>
  );
}

/** Place of the article that holds an element, or of its story's first; null: it is in none. */
function placeOf(list: HTMLElement | null, element: Element | null): number | null {
  const item =
    element?.closest<HTMLElement>("[data-member]") ??
    element?.closest("article")?.querySelector<HTMLElement>("[data-member]");
  return item ? itemsIn(list).indexOf(item) : null;
}

const itemsIn = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>("[data-member]") ?? []),
];

const waits = (item: HTMLElement) => item.querySelector('[data-choice="accept"]') !== null;

/** Puts the focus onto the article at a place, or the last one before it. False: there is none. */
function focusMember(list: HTMLElement | null, at: number): boolean {
  const items = itemsIn(list);
  const item = items[Math.min(at, items.length - 1)];
  item?.querySelector<HTMLElement>("button, a")?.focus();
  item?.scrollIntoView({ block: "nearest" });
  return item !== undefined;
}

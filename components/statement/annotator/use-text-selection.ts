"use client";

import { type RefObject, useEffect, useState } from "react";
import { wordsOf } from "#lib/statement/passage.ts";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import type { Stretch } from "#lib/text/stretch.ts";
import { stepSelection } from "./marking.ts";
import { selectedIn, selectInText } from "./text-selection.ts";

export interface TextSelection extends Stretch {
  /** Where it ends on the screen, from the text's own corner, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  /** There is no room under it. */
  readonly atFoot: boolean;
}

/** Follows what is selected in the text, by pointer or keyboard; null when nothing is. */
export function useTextSelection(
  root: RefObject<HTMLElement | null>,
  index: CodePointIndex,
): TextSelection | null {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setSelection(root.current && measured(root.current, index)));
    };
    look(); // Somebody may have selected words before this ran.
    document.addEventListener("selectionchange", look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("selectionchange", look);
    };
  }, [root, index]);
  return selection;
}

/** The bar itself and the page's foot, in pixels. */
const ROOM_UNDER = 110;

function measured(root: HTMLElement, index: CodePointIndex): TextSelection | null {
  const stretch = selectedIn(root, index);
  if (!stretch) return null;
  const boxes = document.getSelection()?.getRangeAt(0).getClientRects();
  const last = boxes?.[boxes.length - 1];
  const corner = root.getBoundingClientRect();
  const { right = 0, top = 0, bottom = 0 } = last ?? {};
  return {
    ...stretch,
    left: right - corner.left,
    top: top - corner.top,
    bottom: bottom - corner.top,
    atFoot: bottom > window.innerHeight - ROOM_UNDER,
  };
}

const STEPS: Readonly<Record<string, "next" | "previous">> = { ArrowRight: "next", ArrowLeft: "previous" };

interface TextControl {
  readonly index: CodePointIndex;
  /** Where the keyboard begins to select, when nothing is selected (UTF-16). */
  readonly from: number;
  /** The entries whose marks are under a click, the innermost first. */
  readonly onEntries: (keys: readonly string[]) => void;
  readonly onWords: (words: string) => void;
}

/**
 * Makes the text answer: a click on a mark shows its entry; with the focus on the text, arrow keys select words and
 * Shift with them takes more or fewer. The text is not a control itself, so it says so only where scripts run; for
 * each mark the list has a button.
 */
export function useTextControl(root: RefObject<HTMLElement | null>, control: TextControl): void {
  const { index, from, onEntries, onWords } = control;
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    element.tabIndex = 0;
    const onClick = (event: MouseEvent) => {
      const selection = document.getSelection();
      if (selection && !selection.isCollapsed) return;
      const keys = new Set<string>();
      let mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-entry]") : null;
      for (; mark; mark = mark.parentElement?.closest<HTMLElement>("[data-entry]") ?? null)
        if (mark.dataset.entry) keys.add(mark.dataset.entry);
      if (keys.size > 0) onEntries([...keys]);
    };
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const words = wordsOf(index.text);
      const how = event.shiftKey ? (step === "next" ? "extend" : "shrink") : step;
      const next = stepSelection(words, selectedIn(element, index), from, how);
      if (!next) return;
      selectInText(element, index, next);
      onWords(index.text.slice(next.start, next.end));
    };
    element.addEventListener("click", onClick);
    element.addEventListener("keydown", onKey);
    return () => {
      element.removeEventListener("click", onClick);
      element.removeEventListener("keydown", onKey);
    };
  }, [root, index, from, onEntries, onWords]);
}

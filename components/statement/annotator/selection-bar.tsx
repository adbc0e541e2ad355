"use client";

import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/input.tsx";
import { KeyHint } from "./key-hint.tsx";
import type { TextSelection } from "./use-text-selection.ts";

export type SelectionRole = "content" | "cue" | "speaker" | "relay";

interface SelectionBarProps {
  readonly selection: TextSelection;
  /** A statement is being marked: the words can become any part of it. */
  readonly marking: boolean;
  /** Relays can be marked too. */
  readonly relays: boolean;
  readonly wholeWords: boolean;
  readonly onWholeWords: (on: boolean) => void;
  readonly onMark: (role: SelectionRole) => void;
}

/** What can be done with the selected words; stands under them, on a phone at the foot of the screen. */
export function SelectionBar({
  selection,
  marking,
  relays,
  wholeWords,
  onWholeWords,
  onMark,
}: SelectionBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Selected words"
      className="absolute z-30 flex -translate-x-1/2 items-center gap-1 rounded border border-edge bg-paper p-1 max-md:fixed! max-md:inset-x-2! max-md:top-auto! max-md:bottom-14! max-md:translate-x-0 max-md:transform-none! max-md:flex-wrap"
      style={{
        left: Math.max(120, selection.left),
        top: selection.atFoot ? selection.top - 6 : selection.bottom + 6,
        transform: selection.atFoot ? "translateY(-100%)" : "none",
      }}
      // The selection must outlive the click on a button.
      onPointerDown={(event) => {
        if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
      }}
    >
      {marking ? (
        <>
          <Button size="small" look="quiet" aria-keyshortcuts="n" onClick={() => onMark("content")}>
            Words <KeyHint command="add" />
          </Button>
          <Button size="small" look="quiet" aria-keyshortcuts="w" onClick={() => onMark("cue")}>
            Cue <KeyHint command="cue" />
          </Button>
          <Button size="small" look="quiet" aria-keyshortcuts="s" onClick={() => onMark("speaker")}>
            Speaker <KeyHint command="speaker" />
          </Button>
          {relays ? (
            <Button size="small" look="quiet" onClick={() => onMark("relay")}>
              Relay
            </Button>
          ) : null}
        </>
      ) : (
        <Button size="small" look="quiet" aria-keyshortcuts="n" onClick={() => onMark("content")}>
          New statement <KeyHint command="add" />
        </Button>
      )}
      <label
        htmlFor="whole-words"
        className="flex items-center gap-1.5 border-l px-2 text-micro whitespace-nowrap text-muted"
      >
        <Checkbox
          id="whole-words"
          className="size-3.5"
          checked={wholeWords}
          onChange={(event) => onWholeWords(event.target.checked)}
        />
        whole words
      </label>
    </div>
  );
}

"use client";

import { Button } from "../../ui/button.tsx";
import type { Change, Draft } from "./draft.ts";

interface UndoMoveProps {
  readonly draft: Draft;
  readonly onChange: (change: Change) => void;
}

/** Takes the last move of a line back. */
export function UndoMove({ draft, onChange }: UndoMoveProps) {
  return (
    <Button
      size="small"
      className="gap-1"
      disabled={draft.past.length === 0}
      onClick={() => onChange({ type: "undo" })}
    >
      Undo<span className="max-sm:sr-only"> a move</span>
    </Button>
  );
}

"use client";

import { memo, useState } from "react";
import type { CleanedLine } from "#lib/article/cleaned.ts";
import { Button } from "../../ui/button.tsx";
import type { Change } from "./draft.ts";
import { LineRow } from "./line-row.tsx";
import type { RoleWord } from "./role-words.ts";

/** Lines shown at first: a paste of a whole site stays workable. */
const SHOWN_AT_FIRST = 400;

interface LineListProps {
  readonly side: "kept" | "dropped";
  readonly lines: readonly CleanedLine[];
  readonly onChange: (change: Change) => void;
  readonly roles: readonly RoleWord[];
}

/** One column of the preview: what is kept, or what is dropped, in the page's order. */
export const LineList = memo(function LineList({ side, lines, onChange, roles }: LineListProps) {
  const [all, setAll] = useState(false);
  // One row of a list is reached with Tab; the arrows lead to the others.
  const [current, setCurrent] = useState<number>();
  const shown = all ? lines : lines.slice(0, SHOWN_AT_FIRST);
  const reached = shown.some(({ line }) => line === current) ? current : shown[0]?.line;
  if (lines.length === 0)
    return (
      <p className="py-3 text-small text-muted">
        {side === "kept" ? "Nothing is kept: take lines over from what was dropped." : "Nothing was dropped."}
      </p>
    );
  return (
    <>
      <ol data-side={side}>
        {shown.map((line, at) => (
          <LineRow
            key={line.line}
            line={line}
            side={side}
            reached={line.line === reached}
            said={shown[at - 1]?.reason === line.reason}
            onReach={setCurrent}
            onChange={onChange}
            roles={roles}
          />
        ))}
      </ol>
      {shown.length < lines.length ? (
        <Button size="small" className="mt-3" onClick={() => setAll(true)}>
          Show {lines.length - shown.length} more
        </Button>
      ) : null}
    </>
  );
});

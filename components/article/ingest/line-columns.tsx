"use client";

import { useEffect } from "react";
import type { CleanedLine } from "#lib/article/cleaned.ts";
import type { Change } from "./draft.ts";
import { LineList } from "./line-list.tsx";
import { ROLE_WORDS, type RoleWord } from "./role-words.ts";

interface LineColumnsProps {
  readonly lines: readonly CleanedLine[];
  readonly onChange: (change: Change) => void;
  /** The roles a line can be given here. */
  readonly roles?: readonly RoleWord[];
}

/** What is kept and what is dropped, side by side, moved by pointer or keys; Ctrl Z takes the last move back. */
export function LineColumns({ lines, onChange, roles = ROLE_WORDS }: LineColumnsProps) {
  useEffect(() => {
    function undo(event: KeyboardEvent) {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (typing || event.key !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onChange({ type: "undo" });
    }
    document.addEventListener("keydown", undo);
    return () => document.removeEventListener("keydown", undo);
  }, [onChange]);

  const kept = lines.filter(({ role }) => role !== "dropped");
  const dropped = lines.filter(({ role }) => role === "dropped");
  return (
    <>
      <Keys roles={roles} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <section aria-labelledby="kept" className="min-w-0">
          <h2 id="kept" className="rubric border-b pb-2 lg:pt-2">
            Kept <span className="font-normal">{kept.length}</span>
          </h2>
          <LineList side="kept" lines={kept} onChange={onChange} roles={roles} />
        </section>
        <section
          aria-labelledby="dropped"
          className="mt-10 min-w-0 lg:sticky lg:top-0 lg:mt-0 lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto"
        >
          <h2 id="dropped" className="rubric border-b bg-paper pb-2 lg:sticky lg:top-0 lg:pt-2">
            Dropped <span className="font-normal">{dropped.length}</span>
          </h2>
          <LineList side="dropped" lines={dropped} onChange={onChange} roles={roles} />
        </section>
      </div>
    </>
  );
}

function Keys({ roles }: { readonly roles: readonly RoleWord[] }) {
  return (
    <details className="mt-7 mb-4 text-small text-muted">
      <summary>Keys</summary>
      <p className="mt-1 max-w-measure">
        On a line: arrows go up, down and across; <kbd>k</kbd> keeps, <kbd>d</kbd> drops, <kbd>u</kbd> takes
        the last move back. A role:{" "}
        {roles.map(({ key, name }, at) => (
          <span key={key}>
            {at === 0 ? "" : ", "}
            <kbd>{key}</kbd> {name}
          </span>
        ))}
        .
      </p>
    </details>
  );
}

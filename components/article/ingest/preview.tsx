"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { deskWrite } from "../../desk/request.ts";
import { Button } from "../../ui/button.tsx";
import { ArticleFields, type OutletKindChoice } from "./article-fields.tsx";
import { articleOf, type Change, change, type Draft, missingFrom, readDraft } from "./draft.ts";
import { LineList } from "./line-list.tsx";
import { outcomeOf, wrongFields } from "./refusal.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { type Outcome, SaveOutcome } from "./save-outcome.tsx";

const MISSING = {
  headline: "The headline is missing: write it, or give a line that role.",
  outlet: "Choose the outlet, or type the name of a new one.",
} as const;

interface PreviewProps {
  readonly draft: Draft;
  readonly onDraft: (next: (draft: Draft) => Draft) => void;
  readonly outlets: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly OutletKindChoice[];
  readonly onBack: () => void;
  readonly onSaved: (articleId: string) => void;
}

/** What was found in the paste: fields above, kept and dropped lines side by side, and saving. */
export function Preview({ draft, onDraft, outlets, kinds, onBack, onSaved }: PreviewProps) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const reading = readDraft(draft);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const onChange = useCallback(
    (what: Change) => {
      onDraft((before) => change(before, what));
      setOutcome(undefined);
    },
    [onDraft],
  );

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

  async function save(as: { readonly revisionOf?: string; readonly another?: boolean } = {}) {
    const missing = missingFrom(reading);
    setProblems(
      Object.fromEntries(
        missing.flatMap((field) => (field === "paragraphs" ? [] : [[field, MISSING[field]]])),
      ),
    );
    const [first] = missing;
    if (first !== undefined) {
      if (first === "paragraphs")
        setOutcome({ kind: "problem", message: "No paragraph is kept: an article needs at least one." });
      else document.getElementById(`field-${first}`)?.focus();
      return;
    }
    setBusy(true);
    setOutcome(undefined);
    try {
      const saved = await deskWrite("ingest", { ...articleOf(draft, outlets), ...as });
      if (saved.added || as.revisionOf) onSaved(saved.articleId);
      else setOutcome({ kind: "known", articleId: saved.articleId });
    } catch (error) {
      setOutcome(outcomeOf(error));
      setProblems(wrongFields(error));
    } finally {
      setBusy(false);
    }
  }

  const kept = draft.lines.filter(({ role }) => role !== "dropped");
  const dropped = draft.lines.filter(({ role }) => role === "dropped");
  return (
    <div>
      <h1 ref={title} tabIndex={-1} className="font-serif text-hero-wide font-medium outline-none">
        Check what was found
      </h1>
      <p className="mb-6 max-w-measure text-muted">
        The text is frozen when it is saved. Headline, outlet, date and byline can be corrected later.
      </p>
      <ArticleFields {...{ draft, reading, outlets, kinds, problems, onChange }} />
      <Keys />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <section aria-labelledby="kept" className="min-w-0">
          <h2 id="kept" className="rubric border-b pb-2 lg:pt-2">
            Kept <span className="font-normal">{kept.length}</span>
          </h2>
          <LineList side="kept" lines={kept} onChange={onChange} />
        </section>
        <section
          aria-labelledby="dropped"
          className="mt-10 min-w-0 lg:sticky lg:top-0 lg:mt-0 lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto"
        >
          <h2 id="dropped" className="rubric border-b bg-paper pb-2 lg:sticky lg:top-0 lg:pt-2">
            Dropped <span className="font-normal">{dropped.length}</span>
          </h2>
          <LineList side="dropped" lines={dropped} onChange={onChange} />
        </section>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 mt-8 border-t bg-paper px-4 py-2.5 sm:-mx-6 sm:px-6">
        {outcome ? (
          <div className="mb-3">
            <SaveOutcome outcome={outcome} onSaveAs={save} />
          </div>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <p role="status" className="w-full text-small text-muted sm:mr-auto sm:w-auto">
            {counted(reading.paragraphs.length, "paragraph")} · {counted(reading.words, "word")} ·{" "}
            {counted(reading.dropped, "line")} dropped
          </p>
          <Button size="small" look="quiet" className="gap-1" onClick={onBack}>
            Back<span className="max-sm:sr-only"> to the paste</span>
          </Button>
          <Button
            size="small"
            className="gap-1"
            disabled={draft.past.length === 0}
            onClick={() => onChange({ type: "undo" })}
          >
            Undo<span className="max-sm:sr-only"> a move</span>
          </Button>
          <Button look="primary" disabled={busy} onClick={() => save()}>
            {busy ? "Saving …" : "Save and review"}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Keys() {
  return (
    <details className="mt-7 mb-4 text-small text-muted">
      <summary>Keys</summary>
      <p className="mt-1 max-w-measure">
        On a line: arrows go up, down and across; <kbd>k</kbd> keeps, <kbd>d</kbd> drops, <kbd>u</kbd> takes
        the last move back. A role:{" "}
        {ROLE_WORDS.map(({ key, name }, at) => (
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

const counted = (count: number, unit: string) =>
  `${count.toLocaleString("en-GB")} ${unit}${count === 1 ? "" : "s"}`;

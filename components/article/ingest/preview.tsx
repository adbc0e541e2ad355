"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { deskWrite } from "../../desk/request.ts";
import { Button } from "../../ui/button.tsx";
import { ArticleFields, type OutletKindChoice } from "./article-fields.tsx";
import { counted } from "./counted.ts";
import { articleOf, type Change, change, type Draft, missingFrom, readDraft } from "./draft.ts";
import { LineColumns } from "./line-columns.tsx";
import { outcomeOf, wrongFields } from "./refusal.ts";
import { type Outcome, SaveOutcome } from "./save-outcome.tsx";
import { UndoMove } from "./undo-move.tsx";

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

  return (
    <div>
      <h1 ref={title} tabIndex={-1} className="font-serif text-hero-wide font-medium outline-none">
        Check what was found
      </h1>
      <p className="mb-6 max-w-measure text-muted">
        The text is frozen when it is saved. Headline, outlet, date and byline can be corrected later.
      </p>
      <ArticleFields {...{ draft, reading, outlets, kinds, problems, onChange }} />
      <LineColumns lines={draft.lines} onChange={onChange} />
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
          <UndoMove draft={draft} onChange={onChange} />
          <Button look="primary" disabled={busy} focusableWhenDisabled onClick={() => save()}>
            {busy ? "Saving …" : "Save and review"}
          </Button>
        </div>
      </div>
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { focusPage } from "#components/desk/focus-page.ts";
import { DeskRefusal, deskPost } from "#components/desk/request.ts";
import { Button } from "#components/ui/button.tsx";
import type { LineRole } from "#lib/article/cleaned.ts";
import type { Cleaning, TextLines } from "#lib/desk/clean-text.server.ts";
import { counted } from "../ingest/counted.ts";
import { type Change, change, type Draft, draftOfLines } from "../ingest/draft.ts";
import { LineColumns } from "../ingest/line-columns.tsx";
import { TEXT_ROLE_WORDS } from "../ingest/role-words.ts";
import { UndoMove } from "../ingest/undo-move.tsx";
import { useUnsavedGuard } from "../ingest/unsaved.ts";

const QUESTION = "Your choice of lines is not saved yet. Leave this page?";

/** An article's text as lines of its source, each kept or dropped by an editor, and saved as another text of it. */
export function CleanDesk({ articleId, revision, lines, proof }: Omit<TextLines, "headline" | "outlet">) {
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>(() => draftOfLines(lines));
  const [problem, setProblem] = useState<string>();
  const [stage, setStage] = useState<"choosing" | "saving" | "saved">("choosing");
  const changed = draft.lines.some(({ role }, at) => role !== lines[at]?.role);
  useUnsavedGuard(changed && stage !== "saved", QUESTION);
  const onChange = useCallback((what: Change) => {
    setDraft((before) => change(before, what));
    setProblem(undefined);
  }, []);
  const of = (role: LineRole) => draft.lines.filter((line) => line.role === role);

  async function save() {
    const numbers = (role: LineRole) => of(role).map(({ line }) => line);
    const headline = numbers("headline");
    const paragraphs = numbers("paragraph");
    if (headline.length === 0) return setProblem("Give one line the role of the headline.");
    if (paragraphs.length === 0) return setProblem("No paragraph is kept: an article needs at least one.");
    const standfirst = numbers("standfirst");
    const cleaning: Cleaning = {
      articleId,
      revisionId: revision.id,
      proof,
      headline,
      standfirst,
      paragraphs,
    };
    setStage("saving");
    setProblem(undefined);
    try {
      const { waiting } = await deskPost<{ waiting: number }>("/api/desk/clean", cleaning);
      setStage("saved");
      router.push(`/desk/articles/${articleId}${waiting > 0 ? "/texts" : ""}`);
      focusPage();
    } catch (error) {
      setStage("choosing");
      setProblem(problemWords(error));
    }
  }

  if (stage === "saved") return <p role="status">Saved. Opening the article …</p>;
  return (
    <div>
      <LineColumns lines={draft.lines} onChange={onChange} roles={TEXT_ROLE_WORDS} />
      <div className="sticky bottom-0 z-10 -mx-4 mt-8 border-t bg-paper px-4 py-2.5 sm:-mx-6 sm:px-6">
        {problem === undefined ? null : (
          <p role="alert" className="mb-3 border-l-2 border-accent pl-3">
            {problem}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <p role="status" className="w-full text-small text-muted sm:mr-auto sm:w-auto">
            {counted(of("paragraph").length, "paragraph")} · {counted(of("dropped").length, "line")} dropped
            {changed ? "" : " · as it is on record"}
          </p>
          <UndoMove draft={draft} onChange={onChange} />
          <Button
            look="primary"
            disabled={!changed || stage === "saving"}
            focusableWhenDisabled
            onClick={save}
          >
            {stage === "saving" ? "Saving …" : "Save as another text"}
          </Button>
        </div>
      </div>
    </div>
  );
}

function problemWords(error: unknown): string {
  if (error instanceof DeskRefusal && error.code === "signedOut")
    return "Your session has ended. Sign in in another tab, then save again; your choice is still here.";
  return error instanceof Error ? error.message : "It was not saved. Try again; your choice is still here.";
}

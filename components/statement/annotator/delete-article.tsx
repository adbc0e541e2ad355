"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { focusPage } from "#components/desk/focus-page.ts";
import { deskWrite, wordsOf } from "#components/desk/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { useUndoToasts } from "#components/ui/undo-toast.ts";
import type { DeskArticle } from "#lib/desk/desk-article.ts";

interface DeleteArticleProps {
  readonly article: Pick<DeskArticle, "id" | "version">;
  /** Decisions are on their way still. */
  readonly disabled: boolean;
}

const HINT =
  "The reason is kept in the history. The article leaves the public pages and every list; undo brings it back.";
const FEWEST = 3;

/** Takes an article off the record, with a reason, and leads back to the inbox. */
export function DeleteArticle({ article, disabled }: DeleteArticleProps) {
  const router = useRouter();
  const { add } = useToast();
  const { offer, takeBack } = useUndoToasts();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const undo = (seq: string): Promise<boolean> =>
    takeBack(seq, async () => {
      const refused = await deskWrite("undo", { seq }).then(() => null, wordsOf);
      add({ title: refused ?? "Undone: the article is back." });
      router.refresh();
      return refused === null;
    });

  async function remove(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const { id: articleId, version } = article;
      const { seq } = await deskWrite("delete-article", { articleId, version, reason: reason.trim() });
      router.push("/desk");
      focusPage();
      router.refresh();
      offer({ seq, title: "The article is deleted.", undo: () => void undo(seq) });
    } catch (error) {
      setProblem(wordsOf(error));
      setBusy(false);
    }
  }

  return (
    <details className="mt-5 border-t pt-3">
      <summary className="text-small">Delete this article</summary>
      <form onSubmit={remove} className="mt-3 grid gap-3">
        <Field id="delete-reason" label="Why" problem={problem} hint={HINT}>
          <Input
            {...fieldControl("delete-reason", problem, HINT)}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div>
          <Button
            type="submit"
            look="danger"
            size="small"
            disabled={disabled || busy || reason.trim().length < FEWEST}
            focusableWhenDisabled
          >
            Delete the article
          </Button>
        </div>
      </form>
    </details>
  );
}

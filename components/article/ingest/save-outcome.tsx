"use client";

import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";

/** What saving came to when it did not lead on to the article. */
export type Outcome =
  | { readonly kind: "known"; readonly articleId: string }
  | {
      readonly kind: "conflict";
      readonly message: string;
      readonly articleId: string | undefined;
      /** It may be saved as another text of that article. */
      readonly mayBeSame: boolean;
      /** It may be saved as another article all the same. */
      readonly mayBeAnother: boolean;
    }
  | { readonly kind: "signedOut" }
  | { readonly kind: "problem"; readonly message: string };

interface SaveOutcomeProps {
  readonly outcome: Outcome;
  /** Saves it as another text of that article, or as another article. */
  readonly onSaveAs: (as: { readonly revisionOf: string } | { readonly another: true }) => void;
}

/** Says what saving came to, and what to do next. Nothing that was typed is lost. */
export function SaveOutcome({ outcome, onSaveAs }: SaveOutcomeProps) {
  switch (outcome.kind) {
    case "known":
      return (
        <Note>
          <strong className="font-medium">This article is on record already</strong>, word for word. Nothing
          was added but a note that it was seen again.{" "}
          <a href={`/desk/articles/${outcome.articleId}`}>Open the article</a>
        </Note>
      );
    case "conflict":
      return (
        <Note>
          {outcome.message}{" "}
          {outcome.articleId ? <a href={`/desk/articles/${outcome.articleId}`}>Open the article</a> : null}
          <SaveAs outcome={outcome} onSaveAs={onSaveAs} />
        </Note>
      );
    case "signedOut":
      return (
        <Note>
          Your session has ended; your work is still here.{" "}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in in another tab
          </a>
          , then save again.
        </Note>
      );
    case "problem":
      return <Note>{outcome.message}</Note>;
  }
}

function SaveAs({
  outcome: { articleId, mayBeSame, mayBeAnother },
  onSaveAs,
}: {
  readonly outcome: Extract<Outcome, { kind: "conflict" }>;
  readonly onSaveAs: SaveOutcomeProps["onSaveAs"];
}) {
  if (!mayBeSame || articleId === undefined) return null;
  return (
    <span className="mt-2 flex flex-wrap gap-3">
      <Button size="small" onClick={() => onSaveAs({ revisionOf: articleId })}>
        Save as another text of that article
      </Button>
      {mayBeAnother ? (
        <Button size="small" look="quiet" onClick={() => onSaveAs({ another: true })}>
          It is another article: save it
        </Button>
      ) : null}
    </span>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div role="alert" className="max-w-measure border-l-2 border-accent py-1 pl-3">
      {children}
    </div>
  );
}

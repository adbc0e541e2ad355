"use client";

import type { ReactNode } from "react";

/** What saving came to when it did not lead on to the article. */
export type Outcome =
  | { readonly kind: "known"; readonly articleId: string }
  | { readonly kind: "conflict"; readonly message: string; readonly articleId: string | undefined }
  | { readonly kind: "signedOut" }
  | { readonly kind: "problem"; readonly message: string };

/** Says what saving came to, and what to do next. Nothing that was typed is lost. */
export function SaveOutcome({ outcome }: { readonly outcome: Outcome }) {
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

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="max-w-measure border-l-2 border-accent py-1 pl-3">
      {children}
    </p>
  );
}

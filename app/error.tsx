"use client";

import { Button } from "#components/ui/button.tsx";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

/** A page that could not be made. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-measure px-4 py-20 outline-none">
      <h1 className="font-serif text-hero-wide font-medium">This page could not be made.</h1>
      <p className="mt-3 text-muted">
        Nothing was changed. Try again in a moment; if it stays so, tell the publisher
        {error.digest ? ` and name the number ${error.digest}` : ""}.
      </p>
      <p className="mt-6 flex items-center gap-6">
        <Button look="primary" onClick={() => retry()}>
          Try again
        </Button>
        <a href="/">To the front page</a>
      </p>
    </main>
  );
}

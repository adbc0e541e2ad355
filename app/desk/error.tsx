"use client";

import { Button } from "#components/ui/button.tsx";

/** When a page of the desk fails on our side. */
export default function DeskError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <div className="max-w-measure px-4 py-10 sm:px-6">
      <h1 className="font-serif text-hero font-medium">This page could not be read</h1>
      <p className="mt-2 mb-5 text-muted">
        Something went wrong on our side; nothing was changed. If it happens again, the server’s log says why.
      </p>
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}

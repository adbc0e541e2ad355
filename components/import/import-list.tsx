"use client";

import { momentWords } from "#lib/article/date-words.ts";
import type { ShownImport } from "#lib/import/read.server.ts";
import { ImportProgress } from "./import-progress.tsx";
import { useFollow } from "./use-follow.ts";
import { KIND_WORDS, sizeWords } from "./words.ts";

export const goesOn = ({ state }: ShownImport) => state === "running" || state === "waiting";

/** All imports, the latest first, followed while one goes on. */
export function ImportList({ first }: { readonly first: readonly ShownImport[] }) {
  const [imports] = useFollow("/api/desk/imports", first, (all) => all.some(goesOn));
  if (imports.length === 0) return <p className="py-5 text-muted">No file has been brought in yet.</p>;
  return (
    <ul aria-label="Files brought in">
      {imports.map((row) => (
        <li key={row.id} className="grid gap-x-8 gap-y-1 border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0">
            <h3 className="font-serif text-[1.1875rem] leading-snug font-medium wrap-anywhere">
              <a href={`/desk/imports/${row.id}`} className="quiet-link">
                {row.name}
              </a>
            </h3>
            <p className="text-small text-muted">
              {KIND_WORDS[row.kind]} · {sizeWords(row.sizeBytes)}
              {row.outlet ? ` · ${row.outlet}` : ""} · {momentWords(new Date(row.createdAt))}
            </p>
          </div>
          <ImportProgress row={row} />
        </li>
      ))}
    </ul>
  );
}

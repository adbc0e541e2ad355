import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { ImportView } from "#components/import/import-view.tsx";
import { KIND_WORDS, lineWords, sizeWords, UNIT_WORDS } from "#components/import/words.ts";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { readImport, readTitledLines } from "#lib/import/read.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Refused } from "../../refused.tsx";
import { deskViewer } from "../../viewer.ts";

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ only?: string; after?: string }>;
}

const AT_A_TIME = 100;

/** The import, once for a request; null for whoever may not bring files in. */
const readShown = cache(async (id: string) => {
  const viewer = await deskViewer();
  if (!may(viewer, "ingest")) return { viewer, row: null };
  if (!z.uuid().safeParse(id).success) notFound();
  const row = await readImport(db(), viewer, id).catch((error: unknown) => {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    throw error;
  });
  return { viewer, row };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { row } = await readShown((await params).id);
  return { title: row === null ? "Import" : `Import: ${row.name}` };
}

/** One import: how far it is, and what became of each line. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { viewer, row } = await readShown(id);
  if (row === null) return <Refused viewer={viewer} what="bring files in" />;
  const { only, after = "0" } = await searchParams;
  const bad = only === "bad";
  const from = Math.max(0, Number.parseInt(after, 10) || 0);
  const lines = await readTitledLines(db(), viewer, {
    importId: id,
    after: from,
    most: AT_A_TIME,
    ...(bad ? { only: "bad" as const } : {}),
  });
  const last = lines.at(-1);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <p className="text-small">
        <a href="/desk/imports" className="quiet-link text-muted">
          ← Imports
        </a>
      </p>
      <h1 className="font-serif text-hero-wide font-medium wrap-anywhere">{row.name}</h1>
      <p className="mb-6 text-muted">
        {KIND_WORDS[row.kind]} · {sizeWords(row.sizeBytes)}
        {row.outlet ? ` · ${row.outlet}` : ""}
      </p>
      <ImportView first={row} />
      <section aria-labelledby="report" className="mt-10">
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b pb-2">
          <h2 id="report" className="rubric">
            Report
          </h2>
          <a
            href={`/desk/imports/${id}`}
            aria-current={bad ? undefined : "page"}
            className="text-small aria-[current]:font-semibold"
          >
            all {UNIT_WORDS[row.kind]}s
          </a>
          <a
            href={`/desk/imports/${id}?only=bad`}
            aria-current={bad ? "page" : undefined}
            className="text-small aria-[current]:font-semibold"
          >
            bad {UNIT_WORDS[row.kind]}s only
          </a>
          <a href={`/api/desk/imports/${id}/report`} className="ml-auto text-small">
            Download (CSV)
          </a>
        </div>
        {lines.length === 0 ? (
          <p className="py-4 text-muted">{noLinesWords(UNIT_WORDS[row.kind], { bad, further: from > 0 })}</p>
        ) : (
          <ol className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
            {lines.map(({ number, outcome, problem, excerpt, articleId, headline, language }) => (
              <li key={number} className="col-span-2 grid grid-cols-subgrid border-b py-2 text-small">
                <span className="text-right text-muted tabular-nums">{number}</span>
                <span className="min-w-0">
                  <span className="font-medium">
                    {outcome === "bad" ? (
                      <span className="text-accent">! {lineWords(outcome, row.kind)}</span>
                    ) : (
                      lineWords(outcome, row.kind)
                    )}
                  </span>
                  {problem ? <span className="wrap-anywhere">: {problem}</span> : null}
                  {articleId ? (
                    <>
                      {" · "}
                      <a
                        href={`/desk/articles/${articleId}`}
                        className="wrap-anywhere"
                        {...inLanguage(language)}
                      >
                        {headline ?? "article"}
                      </a>
                    </>
                  ) : null}
                  {headline === null ? <span className="block truncate text-muted">{excerpt}</span> : null}
                </span>
              </li>
            ))}
          </ol>
        )}
        {last && lines.length === AT_A_TIME ? (
          <p className="mt-4">
            <a href={`/desk/imports/${id}?after=${last.number}${bad ? "&only=bad" : ""}`}>
              More {UNIT_WORDS[row.kind]}s
            </a>
          </p>
        ) : null}
      </section>
    </div>
  );
}

function noLinesWords(unit: string, { bad, further }: { bad: boolean; further: boolean }): string {
  if (further) return `No more ${bad ? "bad " : ""}${unit}s.`;
  return bad ? `No bad ${unit}s.` : `No ${unit} is done yet.`;
}

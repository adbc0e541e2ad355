import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ImportView } from "#components/import/import-view.tsx";
import { KIND_WORDS, LINE_WORDS, sizeWords } from "#components/import/words.ts";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { readImport, readLines } from "#lib/import/read.server.ts";
import { Refused } from "../../refused.tsx";
import { deskViewer } from "../../viewer.ts";

export const metadata: Metadata = { title: "Import" };

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ only?: string; after?: string }>;
}

const AT_A_TIME = 100;

/** One import: how far it is, and what became of each line. */
export default async function ImportPage({ params, searchParams }: Props) {
  const viewer = await deskViewer();
  if (!may(viewer, "ingest")) return <Refused viewer={viewer} what="bring files in" />;
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { only, after = "0" } = await searchParams;
  const bad = only === "bad";
  const row = await readImport(db(), viewer, id).catch((error: unknown) => {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    throw error;
  });
  const lines = await readLines(db(), viewer, {
    importId: id,
    after: Math.max(0, Number.parseInt(after, 10) || 0),
    most: AT_A_TIME,
    ...(bad ? { only: "bad" as const } : {}),
  });
  const last = lines.at(-1);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <p className="text-small">
        <a href="/desk/imports">Imports</a>
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
            all lines
          </a>
          <a
            href={`/desk/imports/${id}?only=bad`}
            aria-current={bad ? "page" : undefined}
            className="text-small aria-[current]:font-semibold"
          >
            bad lines only
          </a>
          <a href={`/api/desk/imports/${id}/report`} className="ml-auto text-small">
            Download (CSV)
          </a>
        </div>
        {lines.length === 0 ? (
          <p className="py-4 text-muted">{bad ? "No bad lines." : "No line is done yet."}</p>
        ) : (
          <ol>
            {lines.map(({ number, outcome, problem, excerpt, articleId }) => (
              <li
                key={number}
                className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-4 border-b py-2 text-small"
              >
                <span className="text-right text-muted tabular-nums">{number}</span>
                <span className="min-w-0">
                  <span className="font-medium">
                    {outcome === "bad" ? (
                      <span className="text-accent">! {LINE_WORDS.bad}</span>
                    ) : (
                      LINE_WORDS[outcome]
                    )}
                  </span>
                  {problem ? <span className="wrap-anywhere">: {problem}</span> : null}
                  {articleId ? (
                    <>
                      {" · "}
                      <a href={`/desk/articles/${articleId}`}>article</a>
                    </>
                  ) : null}
                  <span className="block truncate text-muted">{excerpt}</span>
                </span>
              </li>
            ))}
          </ol>
        )}
        {last && lines.length === AT_A_TIME ? (
          <p className="mt-4">
            <a href={`/desk/imports/${id}?after=${last.number}${bad ? "&only=bad" : ""}`}>More lines</a>
          </p>
        ) : null}
      </section>
    </div>
  );
}

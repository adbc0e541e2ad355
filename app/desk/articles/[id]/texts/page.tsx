import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { CopyList } from "#components/article/texts/copy-list.tsx";
import { DiffView } from "#components/article/texts/diff-view.tsx";
import { EarlierList } from "#components/article/texts/earlier-list.tsx";
import { RevisionList } from "#components/article/texts/revision-list.tsx";
import { TextSteps } from "#components/article/texts/text-steps.tsx";
import { TextsDesk } from "#components/article/texts/texts-desk.tsx";
import { Empty } from "#components/site/notices.tsx";
import { readCopies } from "#lib/article/copies.server.ts";
import { readLastLook } from "#lib/article/last-look.server.ts";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readTexts } from "#lib/desk/texts.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { deskViewer } from "../../../viewer.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const RevisionNumber = z.coerce.number().int().positive().max(100_000);

const read = cache(async (id: string, from: number | undefined, to: number | undefined) => {
  const viewer = await deskViewer();
  if (!z.uuid().safeParse(id).success) notFound();
  const pair = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  try {
    const [texts, copies, look] = await Promise.all([
      readTexts(db(), viewer, id, pair),
      readCopies(db(), viewer, id),
      readLastLook(db(), viewer, id),
    ]);
    return { viewer, texts, copies, look };
  } catch (error) {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    throw error;
  }
});

async function readAsked({ params, searchParams }: Props) {
  const [{ id }, { from, to }] = await Promise.all([params, searchParams]);
  return read(id, RevisionNumber.safeParse(from).data, RevisionNumber.safeParse(to).data);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { texts } = await readAsked(props);
  return { title: `Texts: ${texts.headline}` };
}

/** The texts of an article: what waits because it was changed, what changed word by word, and every text on record. */
export default async function TextsPage(props: Props) {
  const { viewer, texts, copies, look } = await readAsked(props);
  const { compared, ...rest } = texts;
  const { articleId, headline, language, outlet, revisions, earlier, deletedReason } = rest;
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <p className="text-small">
        <a href={`/desk/articles/${articleId}`} className="quiet-link text-muted wrap-anywhere">
          ← {outlet}: <span {...inLanguage(language)}>{headline}</span>
        </a>
      </p>
      <h1 className="font-serif text-hero-wide font-medium">Texts of this article</h1>
      <p className="max-w-measure text-muted">
        Each text the article had is kept as it was. Where its words changed, a statement waits until an
        editor has seen both.
      </p>
      {deletedReason === null ? null : <p className="mt-4">The article is deleted: {deletedReason}</p>}
      {deletedReason === null ? (
        <TextSteps
          articleId={articleId}
          look={look}
          mayAct={may(viewer, "ingest")}
          now={new Date().toISOString()}
        />
      ) : null}
      {compared === null ? (
        <div className="mt-8">
          <Empty title="One text is on record.">
            When the article is brought in again with other words, they appear here beside these.
          </Empty>
        </div>
      ) : (
        <>
          <TextsDesk texts={rest} mayDecide={may(viewer, "decide") && deletedReason === null} />
          <EarlierList earlier={earlier} />
          <DiffView compared={compared} revisions={revisions} />
        </>
      )}
      <RevisionList revisions={revisions} />
      {copies === null ? null : <CopyList articleId={articleId} copies={copies} />}
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { DeletedNotice } from "#components/article/deleted-notice.tsx";
import { Annotator } from "#components/statement/annotator/annotator.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import type { DecisionRow } from "#lib/decision/read.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { readPlacing } from "#lib/desk/placing.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { deskViewer } from "../../viewer.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const readArticle = cache(async (id: string) => {
  const viewer = await deskViewer();
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return { viewer, article: await readDeskArticle(db(), viewer, id) };
  } catch (error) {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await readArticle((await params).id);
  return { title: article.headline };
}

/** One article at the desk: read whole without JavaScript, decided on with it. `?place=` marks one that waits by hand. */
export default async function DeskArticlePage({ params, searchParams }: Props) {
  const { viewer, article } = await readArticle((await params).id);
  const place = z.uuid().safeParse((await searchParams).place).data;
  const { deletedReason, history } = article;
  const mayDecide = may(viewer, "decide");
  if (deletedReason !== null) {
    const deletion = history.find((row) => row.undoneBy === null && deletes(row)) ?? null;
    return (
      <>
        <DeletedNotice reason={deletedReason} deletion={deletion} mayDecide={mayDecide} />
        <Annotator key="deleted" article={article} viewerId={viewer.userId} mayDecide={false} />
      </>
    );
  }
  const placing = place && mayDecide ? await readPlacing(db(), viewer, article.id, place) : null;
  return (
    <Annotator
      key="on record"
      article={article}
      viewerId={viewer.userId}
      mayDecide={mayDecide}
      placing={placing}
    />
  );
}

/** Whether a decision took the article off the record: a deletion, or one done again by undoing its undoing. */
const deletes = ({ before, after }: DecisionRow) =>
  reasonIn(before) === null && typeof reasonIn(after) === "string";
const reasonIn = (subjects: DecisionRow["after"]) =>
  subjects.find(({ noun }) => noun === "article")?.state?.deletedReason ?? null;

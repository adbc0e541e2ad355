import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { Annotator } from "#components/statement/annotator/annotator.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { deskViewer } from "../../viewer.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
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

/** One article at the desk: read whole without JavaScript, decided on with it. */
export default async function DeskArticlePage({ params }: Props) {
  const { viewer, article } = await readArticle((await params).id);
  return <Annotator article={article} viewerId={viewer.userId} mayDecide={may(viewer, "decide")} />;
}

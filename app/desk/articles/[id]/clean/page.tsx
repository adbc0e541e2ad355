import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { CleanDesk } from "#components/article/texts/clean-desk.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readTextLines } from "#lib/desk/clean-text.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Refused } from "../../../refused.tsx";
import { deskViewer } from "../../../viewer.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const read = cache(async (id: string) => {
  const viewer = await deskViewer();
  if (!z.uuid().safeParse(id).success) notFound();
  if (!may(viewer, "ingest")) return { viewer, found: null };
  try {
    return { viewer, found: await readTextLines(db(), viewer, id) };
  } catch (error) {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    // A deleted article's page says why and by whom.
    if (error instanceof OnRecordError && error.code === "conflict") redirect(`/desk/articles/${id}`);
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await read((await params).id);
  return { title: found === null ? "Clean the text" : `Clean the text: ${found.headline}` };
}

/** The lines of an article's source: an editor says which of them its text is made of. */
export default async function CleanPage({ params }: Props) {
  const { viewer, found } = await read((await params).id);
  if (found === null) return <Refused viewer={viewer} what="clean articles' texts" />;
  const { headline, outlet, ...lines } = found;
  return (
    <div className="mx-auto max-w-[84rem] px-4 pt-8 sm:px-6">
      <p className="text-small">
        <a href={`/desk/articles/${lines.articleId}/texts`} className="quiet-link text-muted wrap-anywhere">
          ← Texts of {outlet}: <span {...inLanguage(lines.revision.language)}>{headline}</span>
        </a>
      </p>
      <h1 className="font-serif text-hero-wide font-medium">Clean the text</h1>
      <p className="max-w-measure text-muted">
        These are the lines of what came in, as it is kept. Your choice becomes another text of the article,
        said to be an editor’s cleaning; statements move along, and those whose words are dropped wait for
        you.
      </p>
      <CleanDesk key={lines.proof} {...lines} />
    </div>
  );
}

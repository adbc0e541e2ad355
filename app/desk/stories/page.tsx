import type { Metadata } from "next";
import { z } from "zod";
import { StoryDesk } from "#components/story/story-desk.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readStories, storyOfArticle } from "#lib/story/read.server.ts";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Stories" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const Chosen = z.object({ article: z.uuid() });

/** Articles that are about one event: proposals to decide on, and what was decided. */
export default async function StoriesPage({ searchParams }: Props) {
  const viewer = await deskViewer();
  const chosen = Chosen.safeParse(await searchParams);
  const [stories, placed] = await Promise.all([
    readStories(db(), viewer),
    chosen.success ? storyOfArticle(db(), viewer, chosen.data.article) : null,
  ]);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">Stories</h1>
      <p className="max-w-measure text-muted">
        Articles about the same event, as their words, names and dates tell. A proposal is a machine’s; what
        you accept, reject or move is remembered.
      </p>
      <StoryDesk stories={stories} placed={placed} mayDecide={may(viewer, "decide")} />
    </div>
  );
}

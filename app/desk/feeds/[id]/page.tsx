import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { Moment } from "#components/desk/moment.tsx";
import { EntryList } from "#components/feed/entry-list.tsx";
import { FeedRow } from "#components/feed/feed-row.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { readFeed } from "#lib/feed/read.server.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";
import { Refused } from "../../refused.tsx";
import { deskViewer } from "../../viewer.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

const OUTLETS_OFFERED = 500;

/** The feed, once for a request; null for whoever may not look after feeds. */
const readShown = cache(async (id: string) => {
  const viewer = await deskViewer();
  if (!may(viewer, "manageFeeds")) return { viewer, shown: null };
  if (!z.uuid().safeParse(id).success) notFound();
  const shown = await readFeed(db(), viewer, id).catch((error: unknown) => {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    throw error;
  });
  return { viewer, shown };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shown } = await readShown((await params).id);
  return { title: shown === null ? "Feed" : `Feed: ${shown.feed.title}` };
}

/** One feed: how it is, its latest entries with what came of each, and who decided what about it. */
export default async function FeedPage({ params }: Props) {
  const { viewer, shown } = await readShown((await params).id);
  if (shown === null) return <Refused viewer={viewer} what="look after feeds" />;
  const { feed, siteUrl, entries, history } = shown;
  const outlets = await findOutlets(db(), viewer, "", OUTLETS_OFFERED);
  const now = new Date();
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <p className="text-small">
        <a href="/desk/feeds" className="quiet-link text-muted">
          ← Feeds
        </a>
      </p>
      <h1 className="font-serif text-hero-wide font-medium text-pretty">
        <bdi>{feed.title}</bdi>
      </h1>
      {siteUrl === null ? null : (
        <p className="text-small break-words">
          <a href={siteUrl} rel="noreferrer" className="quiet-link text-muted">
            {siteUrl}
          </a>
        </p>
      )}
      <ul className="mt-4 border-t">
        <FeedRow
          feed={feed}
          outlets={outlets.map(({ id, name }) => ({ id, name }))}
          now={now.toISOString()}
          alone
        />
      </ul>
      <EntryList entries={entries} due={feed.pending} now={now.toISOString()} />
      <section aria-labelledby="feed-history" className="mt-10">
        <h2 id="feed-history" className="rubric border-b pb-2">
          Decisions
        </h2>
        <ol>
          {history.map((decision) => (
            <li key={decision.seq} className="border-b py-2 text-small">
              {decision.summary}{" "}
              <span className="text-muted">
                · {decision.by}, <Moment at={new Date(decision.at)} now={now} />
                {decision.undoneBy === null ? "" : " · undone"}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

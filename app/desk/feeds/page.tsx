import type { Metadata } from "next";
import { AddFeed } from "#components/feed/add-feed.tsx";
import { FeedFinder, FeedsEmpty } from "#components/feed/feed-finder.tsx";
import { FeedList } from "#components/feed/feed-list.tsx";
import { Neighbours } from "#components/site/pages.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readFeeds } from "#lib/feed/list.server.ts";
import { feedsAddress, readFeedsQuery } from "#lib/feed/list-query.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";
import { Refused } from "../refused.tsx";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Feeds" };

const OUTLETS_OFFERED = 500;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** The feeds articles come in by: what is broken stands first, with its reason and its next try. */
export default async function FeedsPage({ searchParams }: Props) {
  const viewer = await deskViewer();
  if (!may(viewer, "manageFeeds")) return <Refused viewer={viewer} what="look after feeds" />;
  const asked = readFeedsQuery(await searchParams);
  const { query } = asked;
  const [{ rows, counts, before, after }, outlets] = await Promise.all([
    readFeeds(db(), viewer, asked),
    findOutlets(db(), viewer, "", OUTLETS_OFFERED),
  ]);
  const named = outlets.map(({ id, name }) => ({ id, name }));
  const all = counts.broken + counts.read + counts.paused;
  const none = all === 0 && query.words === "";
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">Feeds</h1>
      <p className="mb-6 max-w-measure text-muted">
        {none
          ? "No feed is on the list yet. Give the address of an outlet’s site: its feeds are found, and what they bring appears in the inbox by itself."
          : "New articles of these feeds appear in the inbox by themselves. Each feed is asked as often as it has something new, from every five minutes to once a day."}
      </p>
      <AddFeed outlets={named} />
      {none ? null : <FeedFinder query={query} counts={counts} />}
      {/* Also where it is empty: it knows where the focus was when its last feed left. */}
      <FeedList rows={rows} counts={counts} outlets={named} now={new Date().toISOString()} />
      {rows.length > 0 || none ? null : (
        <FeedsEmpty
          query={query}
          counts={counts}
          beyond={asked.after !== null && (query.only === "" ? all : counts[query.only]) > 0}
        />
      )}
      <Neighbours
        before={before && feedsAddress(query, { before })}
        after={after && feedsAddress(query, { after })}
      />
    </div>
  );
}

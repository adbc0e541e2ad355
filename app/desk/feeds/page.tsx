import type { Metadata } from "next";
import { AddFeed } from "#components/feed/add-feed.tsx";
import { FeedList } from "#components/feed/feed-list.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readFeeds } from "#lib/feed/read.server.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";
import { Refused } from "../refused.tsx";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Feeds" };

const OUTLETS_OFFERED = 500;

/** The feeds articles come in by: what is broken stands first, with its reason and its next try. */
export default async function FeedsPage() {
  const viewer = await deskViewer();
  if (!may(viewer, "manageFeeds")) return <Refused viewer={viewer} what="look after feeds" />;
  const [feeds, outlets] = await Promise.all([
    readFeeds(db(), viewer),
    findOutlets(db(), viewer, "", OUTLETS_OFFERED),
  ]);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">Feeds</h1>
      <p className="mb-6 max-w-measure text-muted">
        {feeds.length === 0
          ? "No feed is on the list yet. Give the address of an outlet’s site: its feeds are found, and what they bring appears in the inbox by itself."
          : "New articles of these feeds appear in the inbox by themselves. Each feed is asked as often as it has something new, from every five minutes to once a day."}
      </p>
      <AddFeed outlets={outlets.map(({ id, name }) => ({ id, name }))} />
      <FeedList
        feeds={feeds}
        outlets={outlets.map(({ id, name }) => ({ id, name }))}
        now={new Date().toISOString()}
      />
    </div>
  );
}

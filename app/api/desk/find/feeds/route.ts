import { answer, readWrite } from "#app/door.ts";
import { db } from "#lib/db.server.ts";
import { type FeedsAt, findFeeds } from "#lib/feed/find.server.ts";

/** Feeds at an address of a feed or site. Asks other sites, so it takes what a write takes; stores nothing. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    return findFeeds(db(), viewer, input as FeedsAt);
  });
}

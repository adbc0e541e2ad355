import { answer } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";

/** Outlets for the picker: ?q=words. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams.get("q") ?? "";
    return findOutlets(db(), await viewerOf(request.headers), query);
  });
}

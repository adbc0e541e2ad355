import { answer } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { findStories } from "#lib/story/read.server.ts";

/** Stories for the picker: ?q=words of the title. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams.get("q") ?? "";
    return findStories(db(), await viewerOf(request.headers), query);
  });
}

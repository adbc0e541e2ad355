import { answer } from "#app/door.ts";
import { findActors } from "#lib/actor/read.server.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";

/** Actors for the picker: ?q=words. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams.get("q") ?? "";
    return findActors(db(), await viewerOf(request.headers), query);
  });
}

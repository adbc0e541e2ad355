import { answer } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { readJobsDesk } from "#lib/jobs/read.server.ts";

/** The queue at this moment, for a page that follows it. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => readJobsDesk(db(), await viewerOf(request.headers)));
}

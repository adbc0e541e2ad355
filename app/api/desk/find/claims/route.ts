import { z } from "zod";
import { answer } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { claimCandidates } from "#lib/claim/candidates.server.ts";
import { db } from "#lib/db.server.ts";
import { line, parse } from "#lib/parse.ts";

const Query = z.object({ words: line(5_000).default(""), actor: z.uuid().nullable() });

/** Claims on record like the words of a passage: ?words=...&actor=id. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const given = new URL(request.url).searchParams;
    const { words, actor } = parse(Query, { words: given.get("words") ?? "", actor: given.get("actor") });
    return claimCandidates(db(), await viewerOf(request.headers), words, actor);
  });
}

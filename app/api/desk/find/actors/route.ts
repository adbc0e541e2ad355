import { z } from "zod";
import { answer } from "#app/door.ts";
import { findActors } from "#lib/actor/read.server.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { parse } from "#lib/parse.ts";

const Article = z.uuid().nullable();

/** Actors for the picker: ?q=words, and &article=id for the unnamed sources of that article too. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const given = new URL(request.url).searchParams;
    const articleId = parse(Article, given.get("article"));
    return findActors(db(), await viewerOf(request.headers), given.get("q") ?? "", { articleId });
  });
}

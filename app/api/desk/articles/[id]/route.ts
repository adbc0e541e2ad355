import { z } from "zod";
import { answer } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { parse } from "#lib/parse.ts";

/** The article as the desk works on it: what the annotator reads again after every write. */
export function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  return answer(async () => {
    const viewer = await viewerOf(request.headers);
    return readDeskArticle(db(), viewer, parse(z.uuid(), (await params).id));
  });
}

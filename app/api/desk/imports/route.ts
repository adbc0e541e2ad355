import { answer, readWrite } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { runImportWrite } from "#lib/import/actions.server.ts";
import { readImports } from "#lib/import/read.server.ts";

/** All imports, for a page that follows them. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => readImports(db(), await viewerOf(request.headers)));
}

/** Begins an import: answers with its id and the pieces of its file that are there already. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    return runImportWrite(db(), viewer, "add", input);
  });
}

import { z } from "zod";
import { answer, readWrite } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { runImportWrite } from "#lib/import/actions.server.ts";
import { readImport } from "#lib/import/read.server.ts";
import { parse } from "#lib/parse.ts";

interface Context {
  params: Promise<{ id: string }>;
}
const Steering = z.object({ action: z.enum(["pause", "resume", "stop"]) }).strict();

/** One import, for a page that follows it. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(async () =>
    readImport(db(), await viewerOf(request.headers), parse(z.uuid(), (await params).id)),
  );
}

/** Pauses, resumes or stops an import. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    const { action } = parse(Steering, input);
    return runImportWrite(db(), viewer, action, { importId: (await params).id });
  });
}

import { z } from "zod";
import { refusal } from "#app/door.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { db } from "#lib/db.server.ts";
import { readImport } from "#lib/import/read.server.ts";
import { reportCsv } from "#lib/import/report.server.ts";
import { parse } from "#lib/parse.ts";

/** What became of each line, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const viewer = await viewerOf(request.headers);
    const id = parse(z.uuid(), (await params).id);
    await readImport(db(), viewer, id);
    const lines = reportCsv(db(), viewer, id);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="import-${id}.csv"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return refusal(error);
  }
}

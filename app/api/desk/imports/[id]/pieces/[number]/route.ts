import { z } from "zod";
import { answer, readPiece } from "#app/door.ts";
import { db } from "#lib/db.server.ts";
import { takePiece } from "#lib/import/actions.server.ts";
import { PIECE } from "#lib/import/write.server.ts";
import { parse } from "#lib/parse.ts";

const Place = z.object({ id: z.uuid(), number: z.coerce.number().int().min(0).max(100_000) });

/** One piece of an upload, as it is. */
export function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string; number: string }> },
): Promise<Response> {
  return answer(async () => {
    const { viewer, bytes } = await readPiece(request, PIECE);
    const { id, number } = parse(Place, await params);
    return takePiece(db(), viewer, { importId: id, number, bytes });
  });
}

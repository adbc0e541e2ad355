import { answer, readWrite } from "#app/door.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";

/** Every write of the desk: POST /api/desk/accept-suggestion and so on (lib/desk/actions.server.ts). */
export function POST(
  request: Request,
  { params }: { params: Promise<{ action: string }> },
): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    const { action } = await params;
    return runDeskWrite(db(), viewer, action, input);
  });
}

import { answer, readWrite } from "#app/door.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { disablePerson, enablePerson, invite, makeLink } from "#lib/desk/people.server.ts";
import { OnRecordError } from "#lib/errors.ts";

type Write = (viewer: Viewer | null, input: never) => Promise<unknown>;
const WRITES: Readonly<Record<string, Write>> = {
  invite,
  link: makeLink,
  disable: disablePerson,
  enable: enablePerson,
};

/** What an administrator does with accounts: POST /api/desk/people/invite and so on. Each checks permission and input. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ action: string }> },
): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    const { action } = await params;
    const write = Object.hasOwn(WRITES, action) ? WRITES[action] : undefined;
    if (!write) throw new OnRecordError("missing", `There is no action ${action}.`);
    return write(viewer, input as never);
  });
}

import { answer, readWrite } from "#app/door.ts";
import { type NewPassword, setPassword, signOutEverywhere } from "#lib/auth/account.server.ts";
import { OnRecordError } from "#lib/errors.ts";

type Write = (headers: Headers, input: unknown) => Promise<unknown>;
const WRITES: Readonly<Record<string, Write>> = {
  password: (headers, input) => setPassword(headers, input as NewPassword),
  "sign-out-everywhere": (headers) => signOutEverywhere(headers),
};

/** What everybody does with their own account: POST /api/desk/account/password and so on. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ action: string }> },
): Promise<Response> {
  return answer(async () => {
    const { input } = await readWrite(request);
    const { action } = await params;
    const write = Object.hasOwn(WRITES, action) ? WRITES[action] : undefined;
    if (!write) throw new OnRecordError("missing", `There is no action ${action}.`);
    return write(request.headers, input);
  });
}

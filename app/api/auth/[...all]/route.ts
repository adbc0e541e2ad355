import { refusal } from "#app/door.ts";
import { auth } from "#lib/auth/auth.server.ts";
import { checkOrigin } from "#lib/auth/origin.ts";
import { env } from "#lib/env.ts";
import { OnRecordError } from "#lib/errors.ts";

/** Of better-auth's many doors only these are open; the rest is done by our own forms and commands. */
const OPEN = new Set(["/api/auth/sign-in/email", "/api/auth/sign-out"]);

export async function POST(request: Request): Promise<Response> {
  try {
    if (!OPEN.has(new URL(request.url).pathname))
      throw new OnRecordError("missing", "There is nothing here.");
    checkOrigin(request.headers, env().url);
    return await auth().handler(request);
  } catch (error) {
    return refusal(error);
  }
}

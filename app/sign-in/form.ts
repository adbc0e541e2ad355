import type { SetCookies } from "#lib/auth/sign-in.server.ts";
import { OnRecordError } from "#lib/errors.ts";

/** Far more than any of our forms sends. */
const LONGEST_FORM = 16 * 1024;

/**
 * Fields of a plain form that anybody may send: read only up to a limit, so that a stranger cannot make us hold more.
 * @throws OnRecordError "tooLarge"
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LONGEST_FORM) throw new OnRecordError("tooLarge", "That is too much for a form.");
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** Leads the browser on after a form: always with GET, to a path of ours. */
export function leadTo(path: string, cookies: SetCookies = []): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

import { readForm } from "#app/door.ts";
import { signInWithLink } from "#lib/auth/sign-in.server.ts";
import { env } from "#lib/env.ts";
import { OnRecordError } from "#lib/errors.ts";
import { leadTo } from "../../form.ts";
import { problemOf } from "../../problem.ts";

/** Opens a session with a one-time link. Only this uses the link up; looking at its page does not. */
export async function POST(request: Request): Promise<Response> {
  const foreign = request.headers.get("origin") !== env().url;
  try {
    const form = await readForm(request);
    return leadTo("/desk", await signInWithLink(request.headers, form.get("token")));
  } catch (error) {
    if (error instanceof OnRecordError && !foreign) return leadTo("/sign-in/link");
    return leadTo(`/sign-in?problem=${problemOf(error, foreign)}`);
  }
}

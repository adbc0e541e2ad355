import { readForm } from "#app/door.ts";
import { ownPath } from "#lib/auth/own-path.ts";
import { signInWithPassword } from "#lib/auth/sign-in.server.ts";
import { env } from "#lib/env.ts";
import { leadTo } from "../form.ts";
import { problemOf } from "../problem.ts";

/** The sign-in form, with or without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  let next = "/desk";
  try {
    const form = await readForm(request);
    next = ownPath(form.get("next"), "/desk");
    const given = { email: form.get("email"), password: form.get("password") };
    return leadTo(next, await signInWithPassword(request.headers, given));
  } catch (error) {
    const problem = problemOf(error, request.headers.get("origin") !== env().url);
    return leadTo(`/sign-in?${new URLSearchParams({ problem, next })}`);
  }
}

import type { SetCookies } from "#lib/auth/sign-in.server.ts";

/** Leads the browser on after a form: always with GET, to a path of ours. */
export function leadTo(path: string, cookies: SetCookies = []): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

import { notReadyBecause } from "#lib/ready.server.ts";

export const dynamic = "force-dynamic";

/** The app can serve pages: 200, else 503 with the reason in one line. */
export async function GET(): Promise<Response> {
  const reason = await notReadyBecause();
  return new Response(`${reason ?? "ready"}\n`, {
    status: reason === null ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}

export const dynamic = "force-dynamic";

/** The process is up. Says nothing about the database: see /readyz. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "cache-control": "no-store" } });
}

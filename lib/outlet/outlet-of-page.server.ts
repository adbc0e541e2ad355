import type { Reader } from "../db.server.ts";
import { line } from "../parse.ts";
import type { OutletChoice } from "./schema.ts";

/**
 * Whose page it is: the outlet on record that has this site as its homepage; else the one named as the page names its
 * site; else a new one. Two outlets on one host are told apart by their names.
 * @param siteName as the page says it, or null
 */
export async function outletOfPage(
  reader: Reader,
  page: { readonly url: string; readonly siteName: string | null },
): Promise<OutletChoice> {
  const url = new URL(page.url);
  const host = url.host.replace(/^www\./, "");
  const named = line(200).safeParse(page.siteName ?? "").data ?? "";
  const here = await reader.$queryRaw<{ id: string; same: boolean }[]>`
    SELECT id, lower(name) = lower(${named}) AS same FROM outlet
    WHERE homepage IS NOT NULL AND split_part(homepage, '/', 3) IN (${host}, ${`www.${host}`})
    ORDER BY 2 DESC, created_at LIMIT 2`;
  const [first] = here;
  // One outlet of several on a host is it only if the page says so.
  if (first && (first.same || here.length === 1)) return { id: first.id };
  return { name: named || host, kind: "other", homepage: url.origin };
}

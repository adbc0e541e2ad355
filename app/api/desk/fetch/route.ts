import { z } from "zod";
import { answer, readWrite } from "#app/door.ts";
import { db } from "#lib/db.server.ts";
import { bringInAddress } from "#lib/desk/bring-in-page.server.ts";
import { parse } from "#lib/parse.ts";

const Wanted = z.object({ url: z.string().trim().min(1, "Write the address.").max(2_000) }).strict();

/** Fetches the page at an address and brings its article in; where that fails, says what was got of it. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    const { url } = parse(Wanted, input);
    return bringInAddress(db(), viewer, {
      url: /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`,
      source: "url",
      outlet: null,
      polite: false,
    });
  });
}

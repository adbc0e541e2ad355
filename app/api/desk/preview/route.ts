import { z } from "zod";
import { answer, readWrite } from "#app/door.ts";
import { previewPaste } from "#lib/desk/actions.server.ts";
import { parse } from "#lib/parse.ts";

const Preview = z.object({ paste: z.string() }).strict();

/** What was kept and dropped of a paste, line by line. Stores nothing. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    return previewPaste(viewer, parse(Preview, input).paste);
  });
}

import { answer, readWrite } from "#app/door.ts";
import { db } from "#lib/db.server.ts";
import { type Cleaning, cleanText } from "#lib/desk/clean-text.server.ts";

/** Makes the lines an editor chose the article's text. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const { viewer, input } = await readWrite(request);
    return cleanText(db(), viewer, input as Cleaning);
  });
}

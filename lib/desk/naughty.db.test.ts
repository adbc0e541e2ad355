import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { naughtyStrings } from "#e2e/support/naughty.ts";
import { articleInput, makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { findActors } from "../actor/read.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { claimCandidates } from "../claim/candidates.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { findOutlets } from "../outlet/read.server.ts";
import { searchStatements } from "../search/published.server.ts";
import { readSearch } from "../search/query.ts";
import { normaliseText } from "../text/normalise.ts";
import { previewPaste, runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

const found = naughtyStrings();
const strings = found ?? [];
await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const desk = <T>(name: string, input: unknown) => runDeskWrite(db(), editor, name, input) as Promise<T>;
/** What a field of one line keeps of a string, said once more and apart from the code that does it. */
const kept = (text: string) => normaliseText(text).split(/\s+/u).filter(Boolean).join(" ");
/** Limits are in characters, not in units of UTF-16. */
const lengthOf = (text: string) => [...text].length;
/** What `work` gives, or undefined where it refuses in words; anything else fails the test. */
async function orRefusal<T>(work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OnRecordError) return undefined;
    throw error;
  }
}

describe.skipIf(found === null)("strings that break software", { timeout: 240_000 }, () => {
  it("are kept as they are in headline, paragraph, outlet, byline and span, or refused in words", async () => {
    let saved = 0;
    for (const text of strings) {
      const words = kept(text);
      const input = articleInput({
        outlet: { name: text },
        headline: text,
        byline: text,
        zone: text.slice(0, 60),
        paragraphs: [text, "The pier is closed."],
        raw: text,
        url: null,
      });
      const made = await orRefusal(() => desk<{ articleId: string }>("ingest", input));
      // Nothing but an empty one and one that is too long for a name is refused.
      expect(made === undefined, JSON.stringify(text)).toBe(words === "" || lengthOf(words) > 200);
      if (!made) continue;
      saved++;
      const article = await readDeskArticle(db(), editor, made.articleId);
      expect(article).toMatchObject({ headline: words, byline: words });
      expect(article.outlet.name.toLowerCase()).toBe(words.toLowerCase());
      expect(article.revision.text).toBe(`${words}\n\n${words}\n\nThe pier is closed.`);
      const { start, end } = article.revision.parts[1] as { start: number; end: number };
      await desk("add-statement", {
        revisionId: article.revision.id,
        spans: { content: [{ start, end }] },
        actor: { name: text, kind: "group", description: text, aliases: [text] },
      });
      const span = await db().span.findFirstOrThrow({ where: { revisionId: article.revision.id } });
      expect(span.exact).toBe(words);
      expect(await db().actor.count({ where: { name: words } })).toBeGreaterThan(0);
    }
    expect(saved).toBeGreaterThan(300);
  });

  it("are kept as claims, and every search and picker answers", async () => {
    const { statementId } = await makeStatement(db(), editor, await makeArticle(db(), editor));
    let version = 1;
    // Every fifth: what is asked of each takes a quarter of a second.
    for (const text of strings.filter((_, n) => n % 5 === 0)) {
      const tied = await orRefusal(() =>
        desk<{ claimId: string }>("tie-claim", {
          statementId,
          version,
          claim: { sentence: text },
          stance: "asserts",
        }),
      );
      if (tied) {
        version++;
        const claim = await db().claim.findUniqueOrThrow({ where: { id: tied.claimId } });
        expect(claim.sentence).toBe(kept(text));
      } else expect(lengthOf(kept(text)) < 8 || lengthOf(kept(text)) > 500).toBe(true);
      for (const field of ["words", "actor", "outlet", "from", "to", "page"])
        await searchStatements(readSearch({ [field]: text }).query);
      await findActors(db(), editor, text);
      await findOutlets(db(), editor, text);
      await claimCandidates(db(), editor, normaliseText(text), null);
      await orRefusal(() => previewPaste(editor, text));
      await orRefusal(() =>
        previewPaste(
          editor,
          `Pier closes early\n\n${text}\n\nThe pier is closed, the harbour council said on Monday, and it will stay so.`,
        ),
      );
    }
  });
});

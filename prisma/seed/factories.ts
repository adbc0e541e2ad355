import { randomUUID } from "node:crypto";
import type { NewArticle } from "#lib/article/schema.ts";
import type { Role, Viewer } from "#lib/auth/viewer.ts";
import { type Db, inTransaction } from "#lib/db.server.ts";
import { ingest } from "#lib/desk/ingest.server.ts";
import { addStatement } from "#lib/statement/write.server.ts";

/** Adds an account and returns it as a signed-in viewer. */
export async function makeViewer(db: Db, role: Role = "editor", sample = false): Promise<Viewer> {
  const id = randomUUID();
  const user = await db.user.create({
    data: { id, name: `Test ${role}`, email: `${id}@example.org`, emailVerified: true, role, sample },
  });
  return { userId: user.id, name: user.name, email: user.email, role, sample };
}

let made = 0;

/** An article in our own words, by an invented outlet. The emoji makes code points and UTF-16 differ. */
export function articleInput(over: Partial<NewArticle> = {}): NewArticle {
  return {
    outlet: { name: "Test Harbour Courier", kind: "newspaper" },
    headline: "Ferry line drops the night boat 🚢",
    standfirst: null,
    byline: null,
    publishedAt: "2024-07-02T08:30",
    zone: null,
    url: `https://courier.example/${randomUUID()}`,
    paragraphs: [
      "“The night boat loses money on every crossing,” said Ines Halloran, who runs the ferry line.",
      "The harbour council said it would look at the figures in the autumn.",
      `Timetable note ${++made} hangs at the pier.`,
    ],
    raw: "as pasted",
    // All of these are alike.
    another: true,
    ...over,
  };
}

export interface MadeArticle {
  readonly articleId: string;
  readonly revisionId: string;
  readonly text: string;
  /** Span of `words` in the text, in code points. */
  readonly span: (words: string) => { start: number; end: number };
}

/** Brings an article in as an editor would. */
export async function makeArticle(
  db: Db,
  viewer: Viewer,
  over: Partial<NewArticle> = {},
): Promise<MadeArticle> {
  const { articleId } = await inTransaction(db, (tx) => ingest(tx, viewer, articleInput(over)));
  const revision = await db.revision.findFirstOrThrow({ where: { articleId } });
  const characters = [...revision.text];
  return {
    articleId,
    revisionId: revision.id,
    text: revision.text,
    span: (words) => {
      const wanted = [...words];
      const start = characters.findIndex((_, i) =>
        wanted.every((character, j) => characters[i + j] === character),
      );
      if (start < 0) throw new Error(`“${words}” is not in the text`);
      return { start, end: start + wanted.length };
    },
  };
}

/** Adds the ferry line's quotation as a statement of a new actor. */
export async function makeStatement(db: Db, viewer: Viewer, article: MadeArticle, actor = "Ines Halloran") {
  return inTransaction(db, (tx) =>
    addStatement(tx, viewer, {
      revisionId: article.revisionId,
      actor: { name: actor, kind: "person" },
      spans: {
        speaker: [article.span("Ines Halloran")],
        cue: [article.span("said")],
        content: [article.span("“The night boat loses money on every crossing,”")],
      },
    }),
  );
}

import { z } from "zod";
import { cleanPaste } from "../article/clean/clean.ts";
import type { CleanedLine } from "../article/cleaned.ts";
import { type Composed, composeText } from "../article/compose.ts";
import { extractInWorker } from "../article/extract/run.server.ts";
import { inArticle } from "../article/known.server.ts";
import { rawOf, sha256 } from "../article/raw.server.ts";
import { addRevision, hashed } from "../article/revision.server.ts";
import { TextParts } from "../article/schema.ts";
import { deletedArticle, openArticle } from "../article/state.server.ts";
import { linesOfText } from "../article/text-lines.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { type Db, inTransaction, type Reader } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { turnAndCompare } from "./bring-in.server.ts";
import { charsetOf, NOWHERE } from "./bring-in-page.server.ts";

/** Version of what makes a text of the lines an editor chose. */
const EXTRACTOR = "clean/1";

/** What an article's present text was made from, line by line. */
export interface TextLines {
  readonly articleId: string;
  readonly headline: string;
  readonly outlet: string;
  readonly revision: { readonly id: string; readonly number: number; readonly language: string | null };
  readonly lines: readonly CleanedLine[];
  /** Tells whether the lines are still these when a choice among them is saved. */
  readonly proof: string;
}

/**
 * Reads the source of an article's present text again, in a thread that can be ended, and says which of its lines the
 * text is made of. @throws OnRecordError "missing", "conflict" for a deleted article, or without permission
 */
export async function readTextLines(
  client: Reader,
  viewer: Viewer | null,
  articleId: string,
): Promise<TextLines> {
  allow(viewer, "ingest");
  const article = await client.article.findUnique({
    where: { id: articleId },
    include: { outlet: { select: { name: true } }, currentRevision: true },
  });
  if (!article?.currentRevision) throw new OnRecordError("missing", "That article is not on record.");
  if (article.deletedReason !== null) throw deletedArticle(article);
  const { id, number, language, text, parts } = article.currentRevision;
  const source = await linesOfSource(article.currentRevision, article.canonicalUrl);
  const lines = linesOfText(source, { text, parts: parts as unknown as Composed["parts"] });
  return {
    articleId,
    headline: article.headline,
    outlet: article.outlet.name,
    revision: { id, number, language },
    lines,
    proof: proofOf(lines),
  };
}

const proofOf = (lines: readonly CleanedLine[]) => sha256(JSON.stringify(lines.map(({ text }) => text)));

async function linesOfSource(
  revision: Parameters<typeof rawOf>[0] & { readonly rawType: string },
  url: string | null,
): Promise<readonly CleanedLine[]> {
  const bytes = rawOf(revision);
  if (revision.rawType.startsWith("text/plain")) return cleanPaste(bytes.toString("utf8")).lines;
  // What came as text in a list is its own source.
  if (revision.rawType.startsWith("application/json")) return [];
  try {
    const charset = charsetOf(revision.rawType);
    return (await extractInWorker({ bytes, url: url ?? NOWHERE, charset })).lines;
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    return linesGot(error.detail?.got);
  }
}

/** A page in which the present version finds no article still has its lines. */
function linesGot(got: unknown): readonly CleanedLine[] {
  const { lines } = (got ?? {}) as { readonly lines?: readonly string[] };
  return (lines ?? []).map((text, line) => ({
    line,
    text,
    role: "dropped",
    reason: "no article was found around it",
  }));
}

const Numbers = z.array(z.int().min(0)).max(10_000);
export const Cleaning = z
  .object({
    articleId: z.uuid(),
    /** The text the lines were shown of, and what they were. */
    revisionId: z.uuid(),
    proof: z.string().length(64),
    /** Numbers of the lines that make each part, in the source's order. */
    headline: Numbers.min(1, "Give one line the role of the headline."),
    standfirst: Numbers,
    paragraphs: Numbers.min(1, "No paragraph is kept: an article needs at least one."),
  })
  .strict();
export type Cleaning = z.input<typeof Cleaning>;

/**
 * Makes the lines an editor chose the article's text: another revision, said to be an editor's cleaning, into which every
 * statement is carried. Only lines of the source are taken, never other words.
 * @throws OnRecordError "conflict" where the article has another text by now or the choice changes nothing
 */
export async function cleanText(
  client: Db,
  viewer: Viewer | null,
  input: Cleaning,
): Promise<{ readonly articleId: string; readonly waiting: number }> {
  allow(viewer, "ingest");
  const { articleId, revisionId, proof, ...chosen } = parse(Cleaning, input);
  const { lines, ...now } = await readTextLines(client, viewer, articleId);
  if (now.revision.id !== revisionId || now.proof !== proof) throw turned();
  const composed = hashed(composeText(parse(TextParts, partsOf(lines, chosen))));
  return inTransaction(client, async (tx) => {
    const article = await openArticle(tx, articleId);
    if (article.currentRevisionId !== revisionId) throw turned();
    const from = await tx.revision.findUniqueOrThrow({ where: { id: revisionId } });
    if (from.sha256 === composed.sha256)
      throw new OnRecordError("conflict", "These lines are the text it has: nothing would change.");
    const known = await inArticle(tx, articleId, composed.sha256);
    const toRevisionId =
      known.kind === "seen"
        ? known.revisionId
        : await addRevision(
            tx,
            article,
            {
              ...composed,
              raw: { bytes: rawOf(from), type: from.rawType },
              extractor: EXTRACTOR,
              language: from.language,
            },
            "editorCleaning",
          );
    await turnAndCompare(tx, viewer, { article, toRevisionId, cause: "editorCleaning" });
    const waiting = await tx.reanchoring.count({
      where: { revisionId: toRevisionId, state: "open", statement: { articleId } },
    });
    return { articleId, waiting };
  });
}

const turned = () =>
  new OnRecordError(
    "conflict",
    "The article has another text by now: somebody cleaned it, or the page was read again. Reload this page.",
  );

function partsOf(
  lines: readonly CleanedLine[],
  chosen: Pick<z.output<typeof Cleaning>, "headline" | "standfirst" | "paragraphs">,
) {
  const all = [...chosen.headline, ...chosen.standfirst, ...chosen.paragraphs];
  if (new Set(all).size !== all.length || all.some((at) => at >= lines.length))
    throw new OnRecordError("invalid", "A line stands in one part of the text only.");
  const words = (numbers: readonly number[]) =>
    numbers.toSorted((a, b) => a - b).flatMap((at) => lines[at]?.text ?? []);
  return {
    headline: words(chosen.headline).join(" "),
    standfirst: words(chosen.standfirst).join(" ") || null,
    paragraphs: words(chosen.paragraphs),
  };
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { claimCandidates } from "../claim/candidates.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

await freshDatabase();
let editor: Viewer;
let admin: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  admin = await makeViewer(db(), "admin");
});
afterAll(() => db().$disconnect());

const desk = <T>(name: string, input: unknown, viewer = editor) =>
  runDeskWrite(db(), viewer, name, input) as Promise<T>;
const AGENCY = "Sound Agency";
const PARAGRAPHS = (agency: string) => [
  `“The lighthouse will be lit again,” Mara Teller, who keeps the lighthouse, said in a statement cited by ${agency}.`,
  "The harbour council will look at the figures in the autumn.",
];

/** An article with a suggestion whose relay the engine finds on record. */
async function relayed(agency: string) {
  const article = await makeArticle(db(), editor, {
    headline: "Lighthouse lit again",
    paragraphs: PARAGRAPHS(agency),
  });
  const { suggestions } = await readDeskArticle(db(), editor, article.articleId);
  const suggestion = suggestions.find(({ via }) => via.length > 0);
  if (!suggestion) throw new Error("the engine found no relay");
  return { article, suggestion };
}
const statementOf = async (articleId: string) =>
  (await readDeskArticle(db(), editor, articleId)).statements[0];
const SPEAKER = { name: "Mara Teller", kind: "person" };

describe("relays while accepting", () => {
  it("are taken over, corrected or taken away", async () => {
    const { id } = await desk<{ id: string }>("add-actor", { name: AGENCY, kind: "company" });
    const taken = await relayed(AGENCY);
    expect(taken.suggestion.via).toMatchObject([{ actor: { id } }]);
    const accept = ({ suggestion }: typeof taken, more: object) =>
      desk("accept-suggestion", { suggestionId: suggestion.id, version: 1, actor: SPEAKER, ...more });
    await accept(taken, {});
    expect((await statementOf(taken.article.articleId))?.via).toMatchObject([{ id }]);

    const corrected = await relayed(AGENCY);
    const proof = corrected.article.span(AGENCY);
    await accept(corrected, { via: [{ actor: { name: "Another Agency", kind: "company" }, proof }] });
    expect((await statementOf(corrected.article.articleId))?.via).toMatchObject([
      { name: "Another Agency", proof },
    ]);

    const away = await relayed(AGENCY);
    await accept(away, { via: [] });
    expect((await statementOf(away.article.articleId))?.via).toEqual([]);
    const behind = await relayed(AGENCY);
    await expect(
      accept(behind, { via: [{ actor: { id }, proof: { start: 0, end: 100_000 } }] }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("a relay of the sample newsroom that is gone since is left out, and the suggestion can still be accepted", async () => {
    const signature = await makeViewer(db(), "editor", true);
    await desk("add-actor", { name: "Sample Strait Agency", kind: "company" }, signature);
    const { article, suggestion } = await relayed("Sample Strait Agency");
    await desk("remove-sample", undefined, admin);
    expect(await db().actor.count({ where: { name: "Sample Strait Agency" } })).toBe(0);
    const [open] = (await readDeskArticle(db(), editor, article.articleId)).suggestions;
    expect(open?.via).toMatchObject([{ actor: null }]);
    await desk("accept-suggestion", { suggestionId: suggestion.id, version: 1, actor: SPEAKER });
    expect((await statementOf(article.articleId))?.via).toEqual([]);
  });
});

it("of two claims tied to the very same words, the one of the same speaker is offered first, whichever is older", async () => {
  const sentences = ["The ferry line stops at night.", "The boats are laid up after dark."];
  const actors: string[] = [];
  for (const [n, sentence] of sentences.entries()) {
    const { statementId } = await makeStatement(
      db(),
      editor,
      await makeArticle(db(), editor),
      `Speaker ${n}`,
    );
    await desk("tie-claim", { statementId, version: 1, claim: { sentence }, stance: "asserts" });
    actors.push((await db().statement.findUniqueOrThrow({ where: { id: statementId } })).attributedToId);
  }
  for (const [n, actor] of actors.entries()) {
    const offered = await claimCandidates(
      db(),
      editor,
      "The night boat loses money on every crossing",
      actor,
    );
    expect(offered[0]).toMatchObject({ sentence: sentences[n], score: 1 });
  }
});

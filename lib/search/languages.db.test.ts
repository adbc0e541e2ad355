import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { searchStatements } from "./published.server.ts";
import { readSearch } from "./query.ts";

await freshDatabase();

/** Our own sentences: what is quoted, and other forms of its words than it has. */
const LANGUAGES = [
  [
    "fr",
    "Les bateaux de nuit seront supprimés à l’automne, a déclaré le conseil du port.",
    "bateau supprimé",
  ],
  [
    "de",
    "Die Reedereien streichen im Herbst alle Nachtboote, sagte der Rat der Stadt am Abend.",
    "Reederei Nachtboot",
  ],
  ["es", "Los barcos nocturnos serán suprimidos en otoño, dijo el consejo de la ciudad.", "barco nocturno"],
  [
    "ru",
    "Ночные паромы осенью будут отменены, сообщил городской совет в среду вечером.",
    "осень городского совета",
  ],
  ["ko", "여객선 회사는 가을에 야간 운항을 중단할 것이라고 시의회가 밝혔다.", "여객선 시의회"],
  ["ar", "قال المجلس إن شركة العبارات ستلغي الرحلات الليلية في الخريف بسبب الخسائر.", "العبارات الرحلات"],
] as const;

beforeAll(async () => {
  const editor = await makeViewer(db());
  for (const [language, sentence] of LANGUAGES) {
    const article = await makeArticle(db(), editor, {
      outlet: { name: `Harbour paper ${language}` },
      headline: sentence.slice(0, 30),
      paragraphs: [sentence, sentence.replace(/[.]$/u, " (2).")],
    });
    await runDeskWrite(db(), editor, "add-statement", {
      revisionId: article.revisionId,
      actor: { name: `Council ${language}`, kind: "group" },
      spans: { speaker: [], cue: [], content: [article.span(sentence)] },
    });
    const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
    await runDeskWrite(db(), editor, "sign-off", { articleId: article.articleId, lastSeq });
  }
});
afterAll(() => db().$disconnect());

const search = (words: string) => searchStatements(readSearch({ words }).query);

describe("statements in other languages", () => {
  it.each(LANGUAGES)(
    "%s is told, stored as it is, and found by other forms of its words",
    async (language, sentence, words) => {
      const row = await db().signedStatement.findFirstOrThrow({ where: { language } });
      expect(row.words).toBe(sentence.normalize("NFC"));
      const { found, total } = await search(words);
      expect(total).toBe(1);
      expect(found[0]?.hits.length).toBeGreaterThan(0);
    },
  );
  it("and not by words that no statement has", async () => {
    for (const words of ["Leuchtturm", "маяк", "등대", "منارة"]) expect((await search(words)).total).toBe(0);
  });
});

import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { rareName } from "./rare-name.ts";

/** Our own news in scripts that run or look another way: a headline, what is quoted, and what stands around it. */
export const SCRIPTS = {
  ar: {
    headline: "مجلس الميناء يوقف العبارات الليلية",
    quote: "«ستتوقف العبارات الليلية في الخريف بسبب الخسائر»، قالت مديرة الميناء يوم الأربعاء.",
    around: "تنقل 3 عبارات نحو 1200 راكب كل ليلة بين المدينة والجزيرة، كما ورد في تقرير Holm Ferry الأخير.",
  },
  ko: {
    headline: "항만 위원회, 야간 여객선 중단",
    quote: "“야간 여객선은 가을에 중단될 것입니다.” 항만 책임자가 수요일에 말했다.",
    around: "여객선 3척이 매일 밤 도시와 섬 사이에서 승객 약 1,200명을 실어 나른다.",
  },
  ru: {
    headline: "Совет порта отменяет ночные паромы",
    quote: "«Ночные паромы осенью будут отменены», — сообщила начальница порта в среду вечером.",
    around: "Каждую ночь три парома перевозят около 1200 пассажиров между городом и островом.",
  },
} as const;
export type Script = keyof typeof SCRIPTS;

/** An article in that language with one statement, signed off. */
export async function signedArticle(viewer: Viewer, language: Script) {
  const { headline, quote, around } = SCRIPTS[language];
  const actor = rareName("Harbour");
  const { articleId, revisionId, span } = await makeArticle(db(), viewer, {
    outlet: { name: rareName("Paper") },
    headline,
    paragraphs: [quote, around],
  });
  await runDeskWrite(db(), viewer, "add-statement", {
    revisionId,
    actor: { name: actor, kind: "organisation" },
    spans: { speaker: [], cue: [], content: [span(quote)] },
  });
  const { lastSeq, slug } = await readDeskArticle(db(), viewer, articleId);
  await runDeskWrite(db(), viewer, "sign-off", { articleId, lastSeq });
  return { articleId, slug, actor, headline, quote, around };
}

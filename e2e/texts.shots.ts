import { expect, test } from "@playwright/test";
import { acceptAll, bring, pageOfNews } from "./support/changed-article.ts";
import { signIn } from "./support/session.ts";

const BOAT = "“Every boat shall pass,” said Ole Marn, a pilot of the strait.";
const FIRST = [
  "“The swing bridge will open in May,” said Runa Teig, who keeps the bridge of Holm.",
  "Boats wait at the pier until noon, as they did last year, and the towpath stays open on both sides.",
  "The council said 3,000 crowns had been set aside for the mast lights.",
  BOAT,
  "The ferry line keeps its winter timetable; the bar on the upper deck is open from six.",
  "“Nobody has seen the drawings,” said Inga Solberg, who lives beside the lock.",
  "Rain is expected on the coast.",
];

test("the texts of an article, a deleted one, and what is public of a change", async ({ page }, info) => {
  const viewer = await signIn(page, "editor", "Ada Editor");
  const news = { ...pageOfNews(), outlet: "Holm Gazette", headline: "Swing bridge of Holm to be mended" };
  const { articleId } = await bring(viewer, news, FIRST, 8);
  await acceptAll(viewer, articleId);
  const later = [
    FIRST[0]?.replace("will open", "will not open") ?? "",
    FIRST[1] ?? "",
    BOAT,
    FIRST[2]?.replace("3,000", "30,000") ?? "",
    "A crane has come from Port Halden.",
    BOAT,
    FIRST[4] ?? "",
    FIRST[6] ?? "",
  ];
  await bring(viewer, news, later, 33);

  const shoot = async (name: string, fullPage = true) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${info.project.name}/${name}.png`, fullPage });
  };
  await page.goto(`/desk/articles/${articleId}/texts`);
  await shoot("texts");
  await page.emulateMedia({ forcedColors: "active" });
  await shoot("texts-forced-colours");
  await page.emulateMedia({ forcedColors: "none" });
  await page.goto("/desk");
  await shoot("texts-inbox", false);
  await page.goto(`/desk/articles/${articleId}`);
  await shoot("texts-annotator", false);
  await page.goto(`/desk/articles/${articleId}/texts`);
  await page
    .getByRole("link", { name: /^Mark by hand/ })
    .first()
    .click();
  await expect(page.getByRole("form", { name: "Where it stands now" })).toBeVisible();
  await shoot("texts-by-hand", false);
  await page.goto(`/desk/articles/${articleId}/texts`);
  await page.getByRole("button", { name: /^Confirm/ }).click();
  await expect(page.getByText("confirmed, public with the article")).toBeVisible();
  while ((await page.getByRole("article").count()) > 0) {
    const left = await page.getByRole("article").count();
    await page.getByRole("article").first().getByRole("button").last().click();
    await expect(page.getByRole("article")).toHaveCount(left - 1);
  }
  await shoot("texts-decided");
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByRole("button", { name: /^Sign off/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign off", exact: true }).click();
  await page.getByRole("link", { name: "Public page" }).click();
  await expect(page.getByText("Changed by the outlet")).toBeVisible();
  await shoot("texts-public");
  await page.goto(`/desk/articles/${articleId}`);
  await page.getByRole("button", { name: "Correct these" }).click();
  await page.getByText("Delete this article").click();
  await shoot("texts-delete", false);
  await page.getByLabel("Why").fill("Brought in by mistake");
  await page.getByRole("button", { name: "Delete the article" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await shoot("texts-deleted-toast", false);
  await page.goto(`/desk/articles/${articleId}`);
  await shoot("texts-deleted", false);
});

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { endExtraction, extractInWorker } from "./run.server.ts";

afterAll(endExtraction);

const url = "https://courier.test/sea/1";
const SENTENCE = "The harbour of Port Halden stays closed for nine days, its director said on Monday.";
const html = `<html><head><title>Harbour closed</title></head><body><h1>Harbour closed</h1><p>${SENTENCE}</p><p>The café by the quay stays open, and its keeper said so to everybody who asked.</p></body></html>`;

test("a page is read in a thread, from text or from bytes", async () => {
  expect(await extractInWorker({ html, url })).toMatchObject({ headline: "Harbour closed" });
  const latin = Uint8Array.from(html, (letter) => letter.charCodeAt(0));
  const { paragraphs } = await extractInWorker({ bytes: latin, charset: "iso-8859-1", url });
  expect(paragraphs[1]).toContain("café");
});

test("more pages than threads wait their turn", async () => {
  const pages = Array.from({ length: 9 }, (_, at) => ({ html: html.replaceAll("nine", String(at)), url }));
  const articles = await Promise.all(pages.map((page) => extractInWorker(page)));
  expect(articles.map(({ paragraphs }) => /for (\d)/.exec(paragraphs[0] ?? "")?.[1])).toEqual([
    ..."012345678",
  ]);
});

test("a page that takes too long is ended, what can be read of it is given, and the next one is read", async () => {
  const endless = html.replace("</body>", `${`<p>${SENTENCE}</p>`.repeat(40_000)}</body>`);
  await expect(extractInWorker({ html: endless, url }, { within: 1 })).rejects.toMatchObject({
    code: "unusable",
    detail: {
      reason: "extractTimeout",
      got: { title: "Harbour closed", lines: expect.arrayContaining([SENTENCE]) },
    },
  });
  expect(await extractInWorker({ html, url })).toMatchObject({ headline: "Harbour closed" });
});

test("a page that takes too much memory ends its thread alone", async () => {
  const wide = `<title>Harbour closed</title>${"<p>x y".repeat(99_000)}`;
  await expect(extractInWorker({ html: wide, url }, { memory: 12 })).rejects.toMatchObject({
    code: "unusable",
    detail: { reason: "extractMemory", got: { title: "Harbour closed" } },
  });
  expect(await extractInWorker({ html, url })).toMatchObject({ headline: "Harbour closed" });
});

test("a refusal comes with its words and what was got", async () => {
  await expect(extractInWorker({ html: "<title>Soon</title><p>Come back.</p>", url })).rejects.toMatchObject({
    code: "unusable",
    message: "No article was found on the page. Copy its words in the browser and paste them.",
    fault: "No article was found on the page.",
    detail: { reason: "noArticle", got: { title: "Soon", lines: expect.arrayContaining(["Come back."]) } },
  });
  await expect(extractInWorker({ html: "x".repeat(6_000_000), url })).rejects.toMatchObject({
    code: "tooLarge",
  });
});

test("a process that has nothing else to do ends with its threads idle, and prints nothing of its own", () => {
  const code = `const { extractInWorker } = await import("#lib/article/extract/run.server.ts");
    console.log((await extractInWorker(${JSON.stringify({ html, url })})).headline);`;
  const cwd = join(import.meta.dirname, "../../..");
  const said = execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", code], {
    cwd,
    encoding: "utf8",
    timeout: 20_000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(said).toBe("Harbour closed\n");
}, 30_000);

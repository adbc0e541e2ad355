import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readGold } from "./gold.ts";

const folder = mkdtempSync(path.join(tmpdir(), "on-record-gold-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("leaves out articles an editor has not finished, and counts an emoji as the two units it is", () => {
  const file = path.join(folder, "exported.jsonl");
  const statement = { speaker: [{ start: 7, end: 9 }], cue: [], content: [{ start: 2, end: 4 }] };
  const line = (id: string, more: object) =>
    JSON.stringify({ id, text: "😀 No, 😀 Al", statements: [statement], ...more });
  writeFileSync(
    file,
    `${line("open", { complete: false })}\n\n${line("done", { complete: true })}\n${line("gold", {})}\n`,
  );
  const documents = readGold(file);
  expect(documents.map(({ id }) => id)).toEqual(["done", "gold"]);
  const [first] = documents;
  const words = (spans: readonly { start: number; end: number }[] | undefined) =>
    spans?.map(({ end, start }) => first?.text.slice(start, end));
  expect(words(first?.statements[0]?.content)).toEqual(["No"]);
  expect(words(first?.statements[0]?.speaker)).toEqual([" A"]);
});

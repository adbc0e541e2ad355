import { expect, test } from "vitest";
import type { CleanedLine, LineRole } from "../cleaned.ts";
import { reassemble } from "./reassemble.ts";

const lines = (...given: [LineRole, string][]): CleanedLine[] =>
  given.map(([role, text], line) => ({ line, role, text, reason: "put there by the editor" }));

test("two headline lines join by a space, paragraphs stay apart, the dropped stay out", () => {
  const article = reassemble(
    lines(
      ["headline", "Harbour closed"],
      ["headline", "for nine days"],
      ["standfirst", "Divers at work"],
      ["dropped", "Read more"],
      ["paragraph", "The  harbour is closed."],
      ["paragraph", "It opens on Friday."],
    ),
  );
  expect(article.headline).toBe("Harbour closed for nine days");
  expect(article.standfirst).toBe("Divers at work");
  expect(article.paragraphs).toEqual(["The harbour is closed.", "It opens on Friday."]);
  expect(article).toMatchObject({ outlet: null, publishedAt: null, zone: null, byline: null });
});

test("lines made byline, date or outlet are read for what they name", () => {
  const article = reassemble(
    lines(
      ["byline", "By INES VALE, Harbour editor"],
      ["byline", "Tomas Reyl in Port Halden"],
      ["date", "Updated 4 March 2025 09:00 | Published 3 March 2025 14:05 CET"],
      ["outlet", "© 2025 Harbour Wire. All rights reserved"],
      ["paragraph", "The harbour is closed."],
    ),
  );
  expect(article.byline).toBe("Ines Vale, Tomas Reyl");
  expect(article.publishedAt).toBe("2025-03-03T14:05");
  expect(article.zone).toBe("CET");
  expect(article.outlet).toBe("Harbour Wire");
});

test("a clock time on its own line belongs to the date above it", () => {
  const article = reassemble(lines(["date", "3 March 2025"], ["date", "14:05 GMT"]));
  expect(article).toMatchObject({ publishedAt: "2025-03-03T14:05", zone: "GMT" });
});

test("an outlet line without a pattern counts as it stands; the page's title gives what follows the headline", () => {
  expect(reassemble(lines(["outlet", "The Lantern"])).outlet).toBe("The Lantern");
  const titled = lines(["outlet", "Harbour closed | The Lantern"], ["headline", "Harbour closed"]);
  expect(reassemble(titled).outlet).toBe("The Lantern");
});

test("without a date line the first paragraph's dateline counts only with a year", () => {
  const dated = "PORT HALDEN, 3 March 2025 (Harbour Wire) - The harbour is closed.";
  expect(reassemble(lines(["paragraph", dated])).publishedAt).toBe("2025-03-03");
  const undated = "PORT HALDEN, March 3 (Harbour Wire) - The harbour closes on 3 March 2026.";
  expect(reassemble(lines(["paragraph", undated])).publishedAt).toBeNull();
});

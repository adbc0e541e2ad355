import { describe, expect, test } from "vitest";
import { OnRecordError } from "#lib/errors.ts";
import { judgePaste, LARGEST_PASTE } from "./judge.ts";

const ARTICLE =
  "Harbour closed for nine days\n\nThe harbour of Port Halden will be closed until Friday, the authority said on Monday.";

function refusal(paste: string | Uint8Array): { code: string; reason: unknown; message: string } {
  try {
    judgePaste(paste);
  } catch (error) {
    if (error instanceof OnRecordError) {
      return { code: error.code, reason: error.detail?.reason, message: error.message };
    }
    throw error;
  }
  throw new Error("was not refused");
}

test("an article passes, as text and as bytes", () => {
  expect(judgePaste(ARTICLE)).toBe(ARTICLE);
  expect(judgePaste(new TextEncoder().encode(ARTICLE))).toBe(ARTICLE);
});

test("2 MB of UTF-8 pass, one byte more does not", () => {
  const sentence = `${ARTICLE}\n\n`;
  const full = sentence.padEnd(
    LARGEST_PASTE,
    "The divers went down again, and the crane waited for them. \n",
  );
  expect(judgePaste(full)).toBe(full);
  expect(refusal(`${full}.`)).toMatchObject({ code: "tooLarge", reason: "tooLarge" });
  expect(refusal("é".repeat(LARGEST_PASTE / 2 + 1))).toMatchObject({ code: "tooLarge" });
});

describe("what cannot become an article is refused with what to do next", () => {
  test.each([
    ["nothing", "", "invalid", "empty"],
    ["only spaces", " \n\t\u00a0\r\n\ufeff", "invalid", "empty"],
    ["a NUL", `${ARTICLE}\u0000`, "unusable", "binary"],
    ["control characters", `${ARTICLE}\u0001\u0002\u0003\u0004`, "unusable", "binary"],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xd8]),
      "unusable",
      "binary",
    ],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x41, 0x00]), "unusable", "binary"],
    [
      "source code of a page",
      "<html><body>\n<div><p>Hello to all of you out there.</p></div>".repeat(9),
      "unusable",
      "html",
    ],
    ["a menu", "Home\nWorld\nPolitics\nSport\nContact us\nWeather\nSign in", "unusable", "notArticle"],
    [
      "only a cookie notice",
      "This website uses cookies to improve it.\nAccept all\nReject all",
      "unusable",
      "notArticle",
    ],
    ["one short line", "Good morning to you.", "unusable", "notArticle"],
  ])("%s", (_, paste, code, reason) => {
    const found = refusal(paste);
    expect(found).toMatchObject({ code, reason });
    expect(found.message).toMatch(/paste/i);
  });
});

import { expect, it } from "vitest";
import { z } from "zod";
import { Arrival } from "../article/schema.ts";
import { OnRecordError } from "../errors.ts";
import { explained, refusedStatus } from "../net/failure.server.ts";
import { webAddress } from "../net/web-address.ts";
import { parse } from "../parse.ts";
import { lineProblem } from "./line-problem.ts";

const ON_SITE = new URL("https://paper.example:8443/a");

/** What is said of the error that `work` ends in. */
function said(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof OnRecordError) return lineProblem(error);
    throw error;
  }
  throw new Error("nothing is wrong");
}
const saidOf = (error: OnRecordError) => lineProblem(error);

it("says of a page what is wrong with it, and not what to do at a form", () => {
  expect(saidOf(refusedStatus(404, ON_SITE, null))).toBe(
    "paper.example:8443 has no page at this address (404).",
  );
  expect(saidOf(refusedStatus(429, ON_SITE, 30))).toBe("paper.example:8443 is busy or wants fewer requests.");
  expect(saidOf(explained({ code: "" }, ON_SITE, 5_000_000))).toBe(
    "paper.example:8443 can’t be reached, or broke off before the end.",
  );
  const tooLarge = Object.assign(new Error(), { code: "UND_ERR_RES_EXCEEDED_MAX_SIZE" });
  expect(saidOf(explained(tooLarge, ON_SITE, 2_500_000))).toBe(
    "The page is larger than 2.5 MB and was not read to its end.",
  );
  expect(said(() => webAddress("no such thing"))).toBe("This is no web address.");
  expect(
    saidOf(
      new OnRecordError("unusable", {
        fault: "No article was found on the page.",
        advice: "Copy its words and paste them.",
      }),
    ),
  ).toBe("No article was found on the page.");
});

const ARRIVAL = {
  source: "bulk",
  publishedSource: null,
  language: null,
  raw: { bytes: new Uint8Array(), type: "application/json" },
  extractor: "list/1",
  outlet: { name: "Canal Gazette" },
  headline: "A gate is mended",
  paragraphs: ["It holds again."],
};

it.each([
  [{ url: "javascript:alert(1)" }, "The address is not a web address (https://…)."],
  [{ url: `https://paper.example/${"a".repeat(2_000)}` }, "The address is longer than 2,000 characters."],
  [{ headline: "" }, "The headline is missing."],
  [{ headline: "a".repeat(1_001) }, "The headline is too long."],
  [{ paragraphs: ["a".repeat(50_001)] }, "A paragraph of the text is too long."],
  [{ paragraphs: [] }, "At least one paragraph of the article is needed."],
  [{ byline: "a".repeat(501) }, "The author is too long."],
  [{ outlet: { name: "a".repeat(201) } }, "The name of the outlet is too long."],
])("names the field that is wrong as a person would (%#)", (over, words) => {
  expect(said(() => parse(Arrival, { ...ARRIVAL, ...over }))).toBe(words);
});

it("keeps words of ours that give no advice apart", () => {
  const words = "The line names no outlet: name one for the whole file, or add a column.";
  expect(saidOf(new OnRecordError("invalid", words))).toBe(words);
  expect(said(() => parse(z.object({ odd: z.int() }), { odd: "1" }))).toBe("The odd can’t be used.");
});

import { OnRecordError } from "#lib/errors.ts";
import { normaliseText } from "#lib/text/normalise.ts";
import { cleanPaste } from "./clean.ts";
import { lineShape } from "./line-shape.ts";

/** Largest paste, in bytes of UTF-8. */
export const LARGEST_PASTE = 2 * 1024 * 1024;

/** Fewest words that make an article: a flash of one sentence is one, a line of a menu is not. */
const FEWEST_WORDS = 10;
/** Most control characters and replacement characters, as a share of all, that a text may hold. */
const MOST_CONTROLS = 0.005;

/**
 * Takes a paste at the door and gives its text back, or says why it cannot become an article. Throws
 * OnRecordError: "invalid" for an empty one, "tooLarge" over 2 MB, "unusable" for what is not text or holds no
 * article. `detail.reason` is "empty", "tooLarge", "binary", "html" or "notArticle".
 */
export function judgePaste(paste: string | Uint8Array): string {
  const bytes = typeof paste === "string" ? new TextEncoder().encode(paste).length : paste.length;
  if (bytes > LARGEST_PASTE) {
    const size = (bytes / 1024 / 1024).toFixed(1);
    throw new OnRecordError(
      "tooLarge",
      {
        fault: `The text has ${size} MB; at most 2 MB can be read.`,
        advice: "Paste one article instead of a whole site or archive.",
      },
      { reason: "tooLarge", bytes, largest: LARGEST_PASTE },
    );
  }
  const text = typeof paste === "string" ? paste : decoded(paste);
  if (normaliseText(text).trim() === "") {
    throw new OnRecordError(
      "invalid",
      { fault: "There is no text yet.", advice: "Copy the article’s page and paste it here." },
      { reason: "empty" },
    );
  }
  refuseBinary(text);
  refuseHtml(text);
  refuseWithoutArticle(text);
  return text;
}

function notText(): OnRecordError {
  return new OnRecordError(
    "unusable",
    {
      fault: "This is not readable text: it looks like a picture, a PDF or another kind of file.",
      advice: "Open it, copy its words and paste them, or save it as UTF-8 text.",
    },
    { reason: "binary" },
  );
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notText();
  }
}

function refuseBinary(text: string): void {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0) throw notText();
    const allowed = (unit >= 9 && unit <= 13) || unit === 0x85;
    if ((unit < 32 && !allowed) || (unit >= 127 && unit < 160 && !allowed) || unit === 0xfffd) controls += 1;
  }
  if (controls > Math.max(2, text.length * MOST_CONTROLS)) throw notText();
}

function refuseHtml(text: string): void {
  const tags =
    text.match(/<\/?(?:html|head|body|div|span|p|a|li|ul|meta|link|script|style)\b[^<>]{0,200}>/gi) ?? [];
  if (tags.length < 10 || tags.join("").length < text.length * 0.1) return;
  throw new OnRecordError(
    "unusable",
    {
      fault: "This is the source code of a page.",
      advice: "Open the page in the browser, select all of it, copy and paste the words.",
    },
    { reason: "html" },
  );
}

function refuseWithoutArticle(text: string): void {
  const { paragraphs } = cleanPaste(text);
  const words = paragraphs.reduce((sum, paragraph) => sum + lineShape(paragraph).words, 0);
  if (words >= FEWEST_WORDS) return;
  throw new OnRecordError(
    "unusable",
    {
      fault:
        "No article was found: the text holds no sentences that belong together, only menus, links or notices.",
      advice:
        "Select the whole page, from above the headline to below the last paragraph, and paste it again.",
    },
    { reason: "notArticle" },
  );
}

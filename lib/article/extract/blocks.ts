import { tidyLine } from "../clean/paste-line.ts";
import { type Mark, markOf } from "./marks.ts";
import { authorIn, type NotedAuthor, type NotedTime, timeIn } from "./noted.ts";

/** An element that breaks lines, with the range of blocks inside it. Parents come before their children. */
export interface Box {
  readonly tag: string;
  /** Position of the box around it; -1 for the outermost. */
  readonly parent: number;
  readonly mark: Mark | null;
  /** Class, id, itemprop and the like, as they stand. */
  readonly names: string;
  readonly element: Element;
  /** Half-open range of blocks inside. */
  readonly from: number;
  to: number;
}

/** A run of text with no line break in it, as a reader sees it. */
export interface Block {
  readonly text: string;
  /** Nearest box. */
  readonly box: number;
  readonly words: number;
  /** Share of its letters that are links, 0 to 1. */
  readonly linkShare: number;
  /** Share of its letters that are bold. */
  readonly boldShare: number;
}

/** Where an element stands: the first block that can hold its words, and the box around it. */
interface Standing {
  readonly at: number;
  readonly box: number;
}

export interface Blocks {
  readonly boxes: readonly Box[];
  /** Elements that say who wrote. */
  readonly authors: readonly (Standing & NotedAuthor)[];
  /** Elements that say a time. */
  readonly times: readonly (Standing & NotedTime & { readonly names: string })[];
  /** Boxes with a field that asks for an e-mail address. */
  readonly asking: readonly number[];
  readonly blocks: readonly Block[];
}

/** Nothing in these is the page's text. */
const SILENT = new Set(
  "script style noscript template svg math iframe object embed canvas audio video map button select option input textarea datalist head title meta link progress meter dialog".split(
    " ",
  ),
);

/** Elements within a line; all others break it. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr amp-link".split(
    " ",
  ),
);

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** Words of a text in any script: where none are separated by spaces, two letters count as one. */
export function countWords(text: string): number {
  const unspaced = text.match(CJK)?.length ?? 0;
  const spaced = (unspaced > 0 ? text.replace(CJK, " ") : text).match(
    /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu,
  );
  return (spaced?.length ?? 0) + Math.ceil(unspaced / 2);
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style") ?? "";
  return style !== "" && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

const asksForMail = (input: Element): boolean =>
  input.getAttribute("type") === "email" || /e-?mail/i.test(input.getAttribute("name") ?? "");

const NAMES = ["class", "id", "itemprop", "data-testid", "data-component", "data-type", "data-module"];

function namesOf(element: Element): string {
  return NAMES.map((name) => element.getAttribute(name) ?? "")
    .join(" ")
    .trim();
}

/** Text that is being gathered until a line breaks. */
class Line {
  private pieces: string[] = [];
  private letters = 0;
  private linked = 0;
  private bold = 0;

  add(text: string, inLink: boolean, inBold: boolean): void {
    this.pieces.push(text);
    const letters = text.replace(/\s+/g, "").length;
    this.letters += letters;
    if (inLink) this.linked += letters;
    if (inBold) this.bold += letters;
  }

  breakLine(): void {
    if (this.pieces.length > 0) this.pieces.push("\n");
  }

  /** What was gathered, one text for each paragraph: two breaks in a row part paragraphs. */
  flush(box: number): Block[] {
    if (this.pieces.length === 0) return [];
    const share = (part: number) => (this.letters === 0 ? 0 : part / this.letters);
    const [linkShare, boldShare] = [share(this.linked), share(this.bold)];
    const texts = paragraphsOf(this.pieces.join(""));
    this.pieces = [];
    this.letters = 0;
    this.linked = 0;
    this.bold = 0;
    return texts.map((text) => ({ text, box, words: countWords(text), linkShare, boldShare }));
  }
}

/** Breaks (`\n`) that part paragraphs: two in a row, or one between lines that all end as sentences do. */
function paragraphsOf(text: string): string[] {
  if (!text.includes("\n")) return [tidyLine(text)].filter((line) => line !== "");
  return text
    .split(/\n[^\S\n]*(?:\n\s*)+/)
    .flatMap((part) => {
      const lines = part
        .split("\n")
        .map(tidyLine)
        .filter((line) => line !== "");
      const whole =
        lines.length > 1 &&
        lines.every((line) => countWords(line) >= 6 && /[.!?…。:؟۔]["'”’»)\]]*$/u.test(line));
      return whole ? lines : [lines.join(" ")];
    })
    .filter((line) => line !== "");
}

interface Open {
  readonly element: Element;
  next: ChildNode | null;
  /** Position of the box that it opened, or null for an inline element. */
  readonly opened: number | null;
  readonly inLink: boolean;
  readonly inBold: boolean;
}

/** Most elements of a page that are noted for saying who or when. */
const MOST_NOTED = 500;
/** Marks of what other people than the author made. */
const OTHERS: ReadonlySet<string> = new Set(["caption", "comments", "related"]);

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** All text of a page in the order it stands, one block a line. Without recursion: depth costs nothing. */
export function blocksOf(root: Element): Blocks {
  const boxes: Box[] = [];
  const blocks: Block[] = [];
  const asking: number[] = [];
  const authors: Blocks["authors"][number][] = [];
  const times: Blocks["times"][number][] = [];
  const note = (element: Element, tag: string): void => {
    if (tag === "input" && asksForMail(element)) asking.push(boxStack.at(-1) ?? 0);
    const standing = { at: blocks.length, box: boxStack.at(-1) ?? 0 };
    const time = times.length < MOST_NOTED ? timeIn(element) : null;
    if (time !== null)
      times.push({ ...standing, ...time, names: `${namesOf(element)} ${boxes[standing.box]?.names ?? ""}` });
    const author = authors.length < MOST_NOTED ? authorIn(element) : null;
    if (author !== null && !OTHERS.has(markOf(tag, "", namesOf(element)) ?? ""))
      authors.push({ ...standing, ...author });
  };
  const line = new Line();
  const boxStack: number[] = [];
  const flush = () => blocks.push(...line.flush(boxStack.at(-1) ?? 0));
  const open = (element: Element, above: Open | undefined): Open => {
    const tag = element.localName;
    const inline = INLINE.has(tag) && above !== undefined;
    const inLink = (above?.inLink ?? false) || (tag === "a" && element.hasAttribute("href"));
    const inBold = (above?.inBold ?? false) || tag === "b" || tag === "strong";
    const names = namesOf(element);
    const mark = isHidden(element) ? "hidden" : markOf(tag, element.getAttribute("role") ?? "", names);
    // A marked inline element is a thing of its own: the span with a photo's credit, the hidden label of an icon.
    if (inline && (mark === null || mark === "share" || tag === "a"))
      return { element, next: element.firstChild, opened: null, inLink, inBold };
    flush();
    boxes.push({
      tag,
      parent: boxStack.at(-1) ?? -1,
      mark,
      names,
      element,
      from: blocks.length,
      to: blocks.length,
    });
    boxStack.push(boxes.length - 1);
    return { element, next: element.firstChild, opened: boxes.length - 1, inLink, inBold };
  };
  const stack: Open[] = [open(root, undefined)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.next;
    if (node === null) {
      stack.pop();
      if (top.opened !== null) {
        flush();
        boxStack.pop();
        const box = boxes[top.opened];
        if (box !== undefined) box.to = blocks.length;
      }
      continue;
    }
    top.next = node.nextSibling;
    if (node.nodeType === TEXT_NODE)
      line.add((node.nodeValue ?? "").replace(/\s+/g, " "), top.inLink, top.inBold);
    else if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const tag = element.localName;
      note(element, tag);
      if (tag === "br") line.breakLine();
      else if (tag === "hr") flush();
      else if (!SILENT.has(tag)) stack.push(open(element, top));
    }
  }
  return { boxes, blocks, authors, times, asking };
}

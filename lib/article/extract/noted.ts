import { tidyLine } from "../clean/paste-line.ts";
import { nameWords } from "./marks.ts";

/** What an element says about who wrote. */
export interface NotedAuthor {
  readonly text: string;
  /** Written for machines (microdata, RDFa, a card): said to be the author's name, not only styled as one. */
  readonly sure: boolean;
}

/** What an element says about when. */
export interface NotedTime {
  readonly text: string;
  readonly datetime: string;
}

const AUTHOR_PAGE =
  /\/(?:authors?|staff|profiles?|journalists?|contributors?|by|reporters?|columnists?|writers?|correspondents?|people|person|team|our-team|bios?|users?(?=\/(?!log|reg|sign|account|pass|create))|autor(?:es)?|auteurs?|autori?|redacteurs?)\/[^/]|[?&](?:author|author_?name|writer|byline)=[^&]/i;

/** Attributes in which systems name what an element is for; tests, statistics and screen readers have theirs too. */
const NAMING = [
  "class",
  "id",
  "data-testid",
  "data-test-id",
  "data-test",
  "data-qa",
  "data-cy",
  "aria-label",
];

/** "author", "article-author", "c-byline__author-name": the element holds a name, and nothing about its bearer. */
const NAME_ELEMENT =
  /^ (?:[\p{L}\p{N}]+ ){0,4}(?:authors?|writers?|bylines?|reporters?|columnists?|journalists?|contributors?)(?: ?(?:names?|links?|text|list|fn|full ?name|display ?name))? $/u;

const FRAMES = new Set([
  "html",
  "body",
  "main",
  "article",
  "section",
  "form",
  "img",
  "svg",
  "script",
  "button",
  "input",
]);
const LONGEST = 200;
const MOST_NODES = 60;

/** An element's first words, without reading on in what is too long to be a name. */
function shortText(element: Element): string {
  const pieces: string[] = [];
  const stack: ChildNode[] = [...element.childNodes].reverse();
  let letters = 0;
  for (let turn = 0; turn < MOST_NODES && letters <= LONGEST; turn += 1) {
    const node = stack.pop();
    if (node === undefined) return tidyLine(pieces.join(" "));
    if (node.nodeType === 3) {
      pieces.push(node.nodeValue ?? "");
      letters += (node.nodeValue ?? "").trim().length;
    } else if (!/^(?:script|style|svg)$/i.test(node.nodeName))
      stack.push(...[...node.childNodes].slice(0, MOST_NODES).reverse());
  }
  return "";
}

const tokensOf = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? "")
    .split(/\s+/)
    .slice(0, 30)
    .map((token) => token.replace(/^(?:\w+:|https?:\/\/schema\.org\/)/i, ""));

const says = (element: Element, pattern: RegExp): boolean =>
  [...tokensOf(element, "itemprop"), ...tokensOf(element, "property")].some((token) => pattern.test(token));

/** The name an element gives for the author; null when it gives none. */
export function authorIn(element: Element): NotedAuthor | null {
  const tag = element.localName;
  if (FRAMES.has(tag) || tag === "meta" || tag === "link") return null;
  if (says(element, /^(?:author|creator)$/i)) {
    const inner = element.querySelector('[itemprop~="name"],[property="name"],[property="schema:name"]');
    const text = inner?.getAttribute("content") ?? shortText(inner ?? element);
    return { text: tidyLine(text.slice(0, LONGEST)), sure: true };
  }
  if (
    tag === "a" &&
    (/\bauthor\b/i.test(element.getAttribute("rel") ?? "") ||
      AUTHOR_PAGE.test(element.getAttribute("href") ?? ""))
  )
    return { text: shortText(element), sure: false };
  const card = tokensOf(element, "class").includes("fn") && element.closest(".vcard") !== null;
  if (card || tag === "address" || isNamed(element)) return { text: shortText(element), sure: false };
  return null;
}

/** Tools that put a page together give its names endings of their own: "Article_author___AnQD". */
const withoutEnding = (token: string): string =>
  token.replace(/_{2,}(?=[\w-]*(?:\d|\p{Ll}\p{Lu}|\p{Lu}{2}))[\w-]{4,7}$|-sc-[\w-]{6,12}$/u, "");

const isNamed = (element: Element): boolean =>
  NAMING.some((attribute) => {
    const value = element.getAttribute(attribute);
    if (value === null || !/author|writer|byline|reporter|columnist|journalist|contributor/i.test(value))
      return false;
    const tokens = attribute === "aria-label" ? [value] : value.split(/\s+/).slice(0, 30);
    return tokens.some((token) => NAME_ELEMENT.test(nameWords(withoutEnding(token))));
  });

const PUBLISHED_FIELD = /^(?:datepublished|datecreated|published|date|issued|created|pubdate|dc:date)$/i;
/** Moments as systems count them, in seconds or milliseconds, or as they write them. */
const DATA_TIMES = [
  "data-timestamp",
  "data-published",
  "data-publish-date",
  "data-published-date",
  "data-published-at",
  "data-pubdate",
  "data-datetime",
  "data-date",
  "data-time",
];

/** The time an element says, as it says it; null when it says none. */
export function timeIn(element: Element): NotedTime | null {
  const tag = element.localName;
  const datetime = element.getAttribute("datetime");
  if (tag === "time" || datetime !== null)
    return tag === "ins" || tag === "del"
      ? null
      : { text: shortText(element), datetime: datetime ?? dataTime(element) ?? "" };
  if (tag === "meta" || FRAMES.has(tag)) return null;
  if (says(element, PUBLISHED_FIELD)) {
    const said = element.getAttribute("content") ?? element.getAttribute("title");
    return { text: shortText(element), datetime: said ?? "" };
  }
  const title = element.getAttribute("title");
  if (tag === "abbr" && title !== null && /^\s*(?:19|20)\d{2}-\d{2}-\d{2}/.test(title))
    return { text: shortText(element), datetime: title };
  const data = dataTime(element);
  return data === null ? null : { text: shortText(element), datetime: data };
}

const dataTime = (element: Element): string | null => {
  const value = DATA_TIMES.map((name) => element.getAttribute(name)).find(
    (said) => said !== null && said !== "",
  );
  return value !== undefined && /^\s*(?:\d{10}(?:\d{3})?\s*$|(?:19|20)\d{2}-\d{2}-\d{2})/.test(value ?? "")
    ? (value ?? null)
    : null;
};

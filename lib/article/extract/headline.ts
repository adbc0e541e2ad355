import { parse as parseDomain } from "tldts";
import { tidyLine } from "../clean/paste-line.ts";
import { lineKey } from "../clean/read-line.ts";
import type { Box } from "./blocks.ts";
import { decodeEntities } from "./entities.ts";
import type { Page } from "./page.ts";

export interface Headline {
  readonly text: string | null;
  /** Half-open range of the blocks that show it; null when it stands in the page's head only. */
  readonly shown: { readonly from: number; readonly to: number } | null;
}

const LONGEST = 400;

const wordsOf = (text: string): string[] =>
  lineKey(text)
    .split(" ")
    .filter((word) => word !== "");

/** Share of words that two titles have in common, of the shorter one's: sites cut and lengthen titles for others. */
export function likeness(a: string, b: string): number {
  const [one, two] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...one].filter((word) => two.has(word)).length;
  return common === 0
    ? 0
    : (common / Math.min(one.size, two.size)) * 0.6 + (common / Math.max(one.size, two.size)) * 0.4;
}

/** What the outlet is called: names that a page's title ends with. */
export function siteNames(page: Page): string[] {
  const { domainWithoutSuffix } = parseDomain(page.url);
  return [
    page.meta.get("og:site_name")?.[0],
    page.meta.get("application-name")?.[0],
    page.structured.publisher,
    domainWithoutSuffix,
  ].filter((name): name is string => typeof name === "string" && name !== "");
}

const squeezed = (text: string): string => lineKey(text).replaceAll(" ", "");

/** A title without the outlet's name in front or behind: "Headline | The Meridian Post". */
export function withoutSite(title: string, sites: readonly string[]): string {
  const names = sites.map(squeezed);
  const isSite = (piece: string) => {
    const key = squeezed(piece);
    return (
      key !== "" &&
      names.some(
        (name) =>
          key === name ||
          (name.length >= 4 && (key.includes(name) || (key.length >= 4 && name.includes(key)))),
      )
    );
  };
  let text = title;
  for (let turn = 0; turn < 3; turn += 1) {
    const behind = /^(.+)\s+(?:[|–—·•»:-]|::)\s+([^|–—·•»]{2,60})$/u.exec(text);
    if (behind?.[1] !== undefined && isSite(behind[2] ?? "") && wordsOf(behind[1]).length >= 2)
      text = behind[1];
    const before = /^([^|–—·•»]{2,40}?)\s+(?:[|–—·•»-]|::)\s+(.+)$/u.exec(text);
    if (before?.[2] !== undefined && isSite(before[1] ?? "") && wordsOf(before[2]).length >= 3)
      text = before[2];
  }
  return text.trim();
}

/** Titles that the page's head gives, the likeliest first, without the outlet's name. */
function saidTitles(page: Page): string[] {
  const sites = siteNames(page);
  const { meta, structured, title } = page;
  return [
    structured.headline,
    meta.get("og:title")?.[0],
    meta.get("twitter:title")?.[0],
    meta.get("headline")?.[0],
    title,
  ]
    .filter((text): text is string => typeof text === "string")
    .map((text) => withoutSite(tidyLine(decodeEntities(text)), sites))
    .filter((text) => text !== "" && text.length <= LONGEST);
}

/**
 * The article's title as a reader sees it: the heading that says what the page's head says, else the page's only
 * first-order heading, else the head's own words.
 */
export function headlineOf(page: Page): Headline {
  const { boxes } = page.blocks;
  const said = saidTitles(page);
  const sites = siteNames(page).map(squeezed);
  let best: { text: string; box: Box; score: number } | null = null;
  for (const box of boxes) {
    const weight = headingWeight(box);
    if (weight === 0 || box.to === box.from || box.to - box.from > 6 || isHiddenBox(page, box)) continue;
    const text = textOf(page, box);
    if (text.length > LONGEST || wordsOf(text).length < 2 || sites.includes(squeezed(text))) continue;
    const like = Math.max(0, ...said.map((title) => likeness(title, text)));
    if (weight < 1 && like < 0.75) continue;
    const score = weight + like * 2;
    if (best === null || score > best.score + 0.01) best = { text, box, score };
  }
  if (best === null) return { text: said[0] ?? null, shown: null };
  return { text: best.text, shown: { from: best.box.from, to: best.box.to } };
}

function headingWeight(box: Box): number {
  if (box.tag === "h1") return 1;
  if (/(?:^|\s)headline(?:\s|$)/.test(box.names) && box.to - box.from === 1) return 0.9;
  return box.tag === "h2"
    ? 0.6
    : /^h[3-4]$/.test(box.tag)
      ? 0.3
      : /(?:headline|title)/i.test(box.names) && box.to - box.from === 1
        ? 0.25
        : 0;
}

function isHiddenBox(page: Page, box: Box): boolean {
  return (
    box.mark === "hidden" || box.mark === "menu" || (page.blocks.boxes[box.parent]?.mark ?? null) === "menu"
  );
}

function textOf(page: Page, box: Box): string {
  return tidyLine(
    page.blocks.blocks
      .slice(box.from, box.to)
      .map((block) => block.text)
      .join(" "),
  );
}

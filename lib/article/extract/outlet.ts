import { tidyLine } from "../clean/paste-line.ts";
import { decodeEntities } from "./entities.ts";
import type { Page } from "./page.ts";

const LONGEST_NAME = 80;

/** The outlet's name as its page gives it; null when it gives none. */
export function outletOf(page: Page): string | null {
  const said = [
    page.meta.get("og:site_name")?.[0],
    page.structured.publisher,
    page.meta.get("application-name")?.[0],
    page.meta.get("publisher")?.[0],
  ];
  for (const name of said) {
    const tidy = tidyLine(decodeEntities(name ?? "")).split(/\s[|–—]\s/u)[0] ?? "";
    if (tidy !== "" && tidy.length <= LONGEST_NAME && !/^https?:/i.test(tidy)) return tidy;
  }
  return null;
}

/** The language the page says it is in, without region or script; null when it says none that can be one. */
export function languageOf(page: Page): string | null {
  const said = [
    page.document.documentElement.getAttribute("lang"),
    page.document.documentElement.getAttribute("xml:lang"),
    page.structured.language,
    page.meta.get("og:locale")?.[0],
    page.meta.get("language")?.[0],
  ];
  for (const tag of said) {
    const base = /^\s*([a-z]{2,3})(?:[-_][\w-]+)?\s*$/i.exec(tag ?? "")?.[1]?.toLowerCase();
    if (base !== undefined) return base;
  }
  return null;
}

import { eld } from "eld/small";
import { UNDETERMINED } from "./direction.ts";

/** Enough to tell by; more only takes longer. */
const LOOKED_AT = 3_000;
/** Fewer letters tell nothing. */
const FEWEST_LETTERS = 12;

/** What the page or file says may decide where the words alone leave it open: languages the detector mixes up. */
const CLOSE_SCORE = 0.08;

/**
 * The language a text is written in, as its BCP 47 base ("en", "ko"), or "und" where there is too little to tell.
 * The words decide, by letter sequences (eld, a port of Nito's Efficient Language Detector); what the source claims
 * breaks a tie between close languages and stands in where the words are too few.
 * @param claimed language the source names: "de-AT", "pt_BR"
 */
export function detectLanguage(text: string, claimed: string | null = null): string {
  const said = baseLanguage(claimed);
  const sample = text.slice(0, LOOKED_AT);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return said ?? UNDETERMINED;
  const found = eld.detect(sample);
  const scores = found.getScores();
  const best = scores[found.language] ?? 0;
  if (said !== null && best - (scores[said] ?? 0) <= CLOSE_SCORE) return said;
  if (found.language === "") return said ?? UNDETERMINED;
  return found.isReliable() ? found.language : (said ?? UNDETERMINED);
}

/** "de" of "de-AT"; null for what is no language tag. */
export function baseLanguage(tag: string | null | undefined): string | null {
  const base = /^\s*([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*\s*$/i.exec(tag ?? "")?.[1]?.toLowerCase();
  return base === undefined || base === UNDETERMINED || base === "mul" ? null : base;
}

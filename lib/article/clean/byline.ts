import { findPrintedDate } from "./printed-date.ts";

const NAME_WORD =
  "(?:\\p{Lu}[\\p{L}.'’-]*|(?:van|von|de|der|den|di|da|del|la|le|bin|al|el|ibn|ter|ten|dos|du)\\b)";
const NAME = `\\p{Lu}[\\p{L}.'’-]*(?:\\s${NAME_WORD}){0,4}`;
const ROLE_WORD =
  "(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Pp]roducer|[Ss]taff|[Cc]ontributor|[Pp]resenter|[Bb]ureau|[Dd]esk|[Cc]hief|[Aa]nalyst|[Cc]ritic|[Ff]ellow|[Tt]eam)";

const BY =
  /^(?:[-–—•|*\s]*)(?:(?:words|written|reported|story|text|report|analysis|interview|opinion|review|posted|published|comment|author|from our)\s)?(?:by|authors?|writers?)\s?:?\s+(?=\S)/i;
/** "Par Ines Vale", "Von Ines Vale", "Автор: Инес Вале", "بقلم: إيناس فالي", and nothing else on the line. */
const BY_ELSEWHERE = /^(?:par|von|por|автор(?:ы)?|текст|بقلم|كتب(?:ت)?|إعداد)(?:\s?[:：–-]\s?|\s)(?=\p{L})/iu;
const NAMES_ELSEWHERE =
  /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|du|del|la|van|von|der|zu)){1,3}(?:(?:,| et| und| y| и)\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3}){0,3}$|^\p{Script=Arabic}{2,}(?:\s\p{Script=Arabic}{2,}){1,3}$/u;
/** "홍길동 기자", with an address behind it or not. */
const KOREAN_REPORTER =
  /^(\p{Script=Hangul}{2,4})\s?(?:선임|수습)?\s?(?:기자|특파원|논설위원)(?:\s?[(|/]?\s?\S+@\S+)?$/u;

/** The names on a line that is a byline in another language than English, else null. */
export function bylineElsewhere(text: string): string | null {
  if (text.length > 120) return null;
  const korean = KOREAN_REPORTER.exec(text);
  if (korean !== null) return korean[1] ?? null;
  const by = BY_ELSEWHERE.exec(text);
  if (by === null) return null;
  const names = text.slice(by[0].length).trim();
  return NAMES_ELSEWHERE.test(names) ? names : null;
}

const OPENS_NAME = new RegExp(`^(?:(?:dr|prof|sir|dame|rev)\\.?\\s)?${NAME}`, "u");
const ROLE_ONLY = new RegExp(
  `^(?:[\\p{L}&'’/-]+\\s){0,4}${ROLE_WORD}s?(?:,? (?:in|for|at|,) [\\p{L} ]{2,40}|, [\\p{L} ]{2,40})?$`,
  "u",
);
const NAMES_ONLY = new RegExp(
  `^${NAME}(?:(?:, | and | & |, and )${NAME}){0,4}(?: in [\\p{Lu}][\\p{L} ]{2,40})?$`,
  "u",
);
const NAME_AND_ROLE = new RegExp(
  `^${NAME}(?: and ${NAME})?(?:\\s?[,|–—-]\\s?|\\s)(?:[\\p{L}&'’-]+\\s){0,4}${ROLE_WORD}s?(?:[, ]+[\\p{L} ]{2,40})?$`,
  "u",
);

/** Where a page runs a name and the next label together ("Ines ValeStaff writer"). */
const GLUED =
  /(?<=\p{Ll})(?=(?:Staff|Senior|Published|Updated|Posted|[Ll]ong [Rr]ead|Reporter|Correspondent|Editor)\b)/u;

const MOST_WORDS = 24;

/** Whether a line says who wrote the article, in words that only a byline uses ("By Ines Vale"). */
export function isByline(text: string): boolean {
  if (bylineElsewhere(text) !== null) return true;
  if (
    text.split(" ").length > MOST_WORDS ||
    /[.!?]["”’]?$/.test(text.replace(/\b(?:p|a)\.m\.$|\b\p{Lu}\.$|Jr\.$/u, ""))
  )
    return false;
  const by = BY.exec(text);
  if (by === null) return false;
  const rest = text.slice(by[0].length);
  return OPENS_NAME.test(rest) || /^[A-Z][A-Z .'’-]{3,}/.test(rest);
}

/** Whether a line is only what somebody does at an outlet ("Health correspondent"). */
export function isRole(text: string): boolean {
  return text.split(" ").length <= 9 && ROLE_ONLY.test(text);
}

/** Whether a date line goes on to say who wrote the article ("Posted on 3 March 2025 by Ines Vale"). */
export function signsDate(text: string): boolean {
  return text.length < 140 && new RegExp(`\\b[Bb]y\\s${NAME}`, "u").test(text);
}

/** Whether a line could be one or more names and nothing else: alone it proves nothing. */
export function looksLikeNames(text: string): boolean {
  const words = text.split(" ").length;
  return words >= 2 && words <= 12 && NAMES_ONLY.test(text);
}

/** Whether a line is a name with what its bearer does: "Ines Vale, Health editor". */
export function isNameAndRole(text: string): boolean {
  const words = text.split(" ").length;
  return (
    words >= 3 &&
    words <= 12 &&
    /^\p{Lu}\p{Ll}/u.test(text) &&
    NAME_AND_ROLE.test(text) &&
    !ROLE_ONLY.test(text)
  );
}

/** The names in a byline's words: no "By", no date, no place, no office. Null when nothing is left. */
export function bylineIn(text: string): string | null {
  const elsewhere = bylineElsewhere(text);
  if (elsewhere !== null) return elsewhere;
  const date = findPrintedDate(text);
  const signed = /\b[Bb]y\s(?=\p{Lu})/u.exec(text);
  const before = date === null ? text : text.slice(0, date.start);
  const rest = (
    date !== null && signed !== null && signed.index > date.start ? text.slice(signed.index) : before
  )
    .replace(BY, "")
    .replace(GLUED, " | ");
  const names = rest
    .split(/\s[|•·–—/-]\s|\s?[|•·]\s?|\s?(?:published|updated|posted|last updated)\b|\son\s*$|;/i, 1)[0]
    ?.replace(new RegExp(`,\\s(?:[\\p{L}&'’-]+\\s){0,4}${ROLE_WORD}s?\\b.*$`, "u"), "")
    .replace(/\s(?:in|for|at)\s(?:the\s)?\p{Lu}.*$/u, "")
    .replace(/[\s,:|–—-]+$/, "")
    .trim();
  if (names === undefined || names === "") return null;
  return names === names.toUpperCase()
    ? names.replace(/\p{L}+/gu, (w) => (w.length > 1 ? w[0] + w.slice(1).toLowerCase() : w))
    : names;
}

const NAME =
  "(?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}&'’-]+(?:\\.\\p{L}+)*(?: (?:of |the |and |& |on |for )?\\p{Lu}[\\p{L}\\p{N}&'’-]*){0,5}";

interface Signal {
  readonly pattern: RegExp;
  readonly reason: string;
}

const SIGNALS: readonly Signal[] = [
  {
    reason: "copyright line names the outlet",
    pattern: new RegExp(
      `(?:©|\\([Cc]\\)|[Cc]opyright|COPYRIGHT)\\s?(?:©|\\([Cc]\\))?\\s?(?:[Cc]opyright\\s)?(?:(?:19|20)\\d{2}(?:\\s?[-–—]\\s?(?:19|20)?\\d{2})?,?\\s)(?:by\\s)?(${NAME})`,
      "u",
    ),
  },
  {
    reason: "copyright line names the outlet",
    pattern: new RegExp(
      `(?:©|\\([Cc]\\)|[Cc]opyright|COPYRIGHT)\\s?(?:by\\s)?(${NAME}),?\\s(?:19|20)\\d{2}`,
      "u",
    ),
  },
  {
    reason: "names the outlet’s app",
    pattern: new RegExp(
      `^(?:(?:[Gg]et|[Dd]ownload|[Oo]pen in) (?:the )?)?(${NAME}?)(?: [Nn]ews)? [Aa]pp$`,
      "u",
    ),
  },
];

/** Words that show a name to be a company's in law, or a thing of the page, rather than the outlet's own name. */
const NOT_AN_OUTLET =
  /\b(?:ltd|limited|inc|llc|plc|gmbh|corp(?:oration)?|company|co|organi[sz]ation|holdings?|group|foundation|trust|partners|copyright|publishing|publications|enterprises|ventures|networks?|communications?|media|all|rights|reserved|images|the author|our|your|mobile|ios|android)\b/i;

/** The name behind a page's title: "Headline | The Meridian Post". */
function afterHeadline(text: string, headline: string | null): string | null {
  if (headline === null || !text.startsWith(headline)) return null;
  return new RegExp(`^\\s?[|–—-]\\s(${NAME})$`, "u").exec(text.slice(headline.length))?.[1] ?? null;
}

/** A name the line itself gives the outlet, with why; null when it names none clearly. */
export function outletIn(
  text: string,
  headline: string | null,
): { readonly name: string; readonly reason: string } | null {
  if (text.length > 400) return null;
  const titled = afterHeadline(text, headline);
  if (titled !== null) return { name: titled, reason: "title of the page names the outlet" };
  for (const { pattern, reason } of SIGNALS) {
    const match = pattern.exec(text);
    const name = match?.[1]?.replace(/\s(?:All|This|Our|No)$/u, "").replace(/[.,]$/, "");
    // "© 2025 Society for the ..." is a longer name than the pattern sees: a body in law, not an outlet.
    if (match !== null && /^\s(?:for|in|at|de|du|et|und)\b/.test(text.slice(match.index + match[0].length)))
      continue;
    if (name === undefined || name === "" || NOT_AN_OUTLET.test(name) || !/^(?:[Tt]he )?\p{Lu}/u.test(name))
      continue;
    return { name, reason };
  }
  return null;
}

/** "und" in BCP 47: undetermined. */
export const UNDETERMINED = "und";

const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "ku", "dv"]);

/** Which way a text in that language runs; "auto" leaves it to the browser where nobody knows. */
export function directionOf(language: string | null): "ltr" | "rtl" | "auto" {
  if (language === null || language === UNDETERMINED) return "auto";
  return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

/** What an element around words in that language says of them: spread on it. */
export function inLanguage(language: string | null): {
  readonly lang?: string;
  readonly dir: "ltr" | "rtl" | "auto";
} {
  const known = language !== null && language !== UNDETERMINED;
  return { ...(known ? { lang: language } : {}), dir: directionOf(language) };
}

const alike = (languages: string, opening: string, closing: string) =>
  Object.fromEntries(languages.split(" ").map((language) => [language, [opening, closing] as const]));

/** Outer quotation marks where they are others than “ ”, as CLDR and the press of the language have them. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  ...alike("ar fa ps ur ru uk be bg el es ca it no nb nn hy", "«", "»"),
  fr: ["«\u202f", "\u202f»"],
  ...alike("de cs sk sl hr is", "„", "“"),
  ...alike("pl hu ro", "„", "”"),
  ...alike("fi sv", "”", "”"),
  ...alike("ja zh", "「", "」"),
};

/** The marks a quotation stands between in that language: opening, closing. */
export const marksIn = (language: string | null): readonly [string, string] =>
  MARKS[language ?? ""] ?? ["“", "”"];

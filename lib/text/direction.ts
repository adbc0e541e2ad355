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

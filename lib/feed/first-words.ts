type Words = string | readonly string[] | undefined;

/** The first of several elements that says anything; what one of them lists is joined by commas. */
export function firstWords(...choices: readonly Words[]): string {
  for (const choice of choices) {
    const words = typeof choice === "string" ? choice : (choice ?? []).filter(Boolean).join(", ");
    if (words.trim() !== "") return words;
  }
  return "";
}

export const orNull = (words: string): string | null => words || null;

/** How the reader wants the pages: as the system says, or light, or dark. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "on-record-theme";

/** Reads a theme from a cookie or a form; anything else means the system's. */
export function themeOf(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

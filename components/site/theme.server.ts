import { cookies } from "next/headers";
import { THEME_COOKIE, type Theme, themeOf } from "./theme.ts";

/** The theme this reader chose. */
export async function readTheme(): Promise<Theme> {
  return themeOf((await cookies()).get(THEME_COOKIE)?.value);
}

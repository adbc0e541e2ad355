import { NextResponse } from "next/server";
import { THEME_COOKIE, themeOf } from "#components/site/theme.ts";
import { checkOrigin } from "#lib/auth/origin.ts";
import { env } from "#lib/env.ts";
import { readForm, refusal } from "../../door.ts";

const A_YEAR = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of colours in a cookie and leads back to the page they came from. */
export async function POST(request: Request): Promise<Response> {
  const { url } = env();
  let chosen: string | null;
  try {
    checkOrigin(request.headers, url);
    chosen = (await readForm(request)).get("theme");
  } catch (error) {
    return refusal(error);
  }
  const theme = themeOf(chosen);
  const from = URL.parse(request.headers.get("referer") ?? "");
  // "//elsewhere" would be read as another site.
  const back =
    from?.origin === url && !from.pathname.startsWith("//") ? `${from.pathname}${from.search}` : "/";
  const response = new NextResponse(null, { status: 303, headers: { location: back } });
  response.cookies.set(THEME_COOKIE, theme, {
    path: "/",
    maxAge: theme === "system" ? 0 : A_YEAR,
    sameSite: "lax",
    httpOnly: true,
    secure: url.startsWith("https:"),
  });
  return response;
}

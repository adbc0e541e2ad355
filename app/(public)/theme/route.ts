import { NextResponse } from "next/server";
import { THEME_COOKIE, themeOf } from "#components/site/theme.ts";
import { env } from "#lib/env.ts";

const A_YEAR = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of colours in a cookie and leads back to the page they came from. */
export async function POST(request: Request): Promise<NextResponse> {
  const host = request.headers.get("host");
  const origin = URL.parse(request.headers.get("origin") ?? "");
  if (origin?.host !== host) return new NextResponse("This form belongs to another site.", { status: 403 });
  const theme = themeOf((await request.formData()).get("theme"));
  const from = URL.parse(request.headers.get("referer") ?? "");
  const back = from?.host === host ? `${from.pathname}${from.search}` : "/";
  const response = new NextResponse(null, { status: 303, headers: { location: back } });
  response.cookies.set(THEME_COOKIE, theme, {
    path: "/",
    maxAge: theme === "system" ? 0 : A_YEAR,
    sameSite: "lax",
    httpOnly: true,
    secure: env().url.startsWith("https:"),
  });
  return response;
}

import { type NextRequest, NextResponse } from "next/server";
import { isSampleAddress } from "#lib/address/published.server.ts";
import { env } from "#lib/env.ts";
import { contentSecurityPolicy } from "./app/content-security-policy.ts";

const SIGNED_IN = /^\/(?:desk|api\/desk|api\/auth|sign-in)(?:\/|$)/;
const NOUN_PAGE = /^\/(?:claims|actors|articles|outlets)\/([a-z0-9-]+)$/;

/**
 * Gives every answer its Content-Security-Policy, with a nonce of its own for each request; keeps signed-in pages
 * out of every cache; asks search engines to leave the sample newsroom alone. Guards nothing: permission is asked
 * where data is read and written.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { pathname } = request.nextUrl;
  const policy = contentSecurityPolicy(nonce, { development: !env().production });
  const forward = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts from the request's policy; ours read x-nonce.
  forward.set("content-security-policy", policy);
  forward.set("x-nonce", nonce);
  // Where to lead somebody back to who has to sign in first.
  forward.set("x-path", `${pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers: forward } });
  response.headers.set("content-security-policy", policy);
  if (SIGNED_IN.test(pathname)) {
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-robots-tag", "noindex");
  }
  const slug = NOUN_PAGE.exec(pathname)?.[1];
  if (slug && (await isSample(slug))) response.headers.set("x-robots-tag", "noindex");
  return response;
}

/** The page itself says what is wrong with the database; here it only costs the header. */
async function isSample(slug: string): Promise<boolean> {
  return isSampleAddress(slug).catch(() => false);
}

export const config = { matcher: "/((?!_next/).*)" };

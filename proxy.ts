import { type NextRequest, NextResponse } from "next/server";
import { type CurrentAddress, currentAddress } from "#lib/address/published.server.ts";
import { env } from "#lib/env.ts";
import { contentSecurityPolicy } from "./app/content-security-policy.ts";

const SIGNED_IN = /^\/(?:desk|api\/desk|api\/auth|sign-in)(?:\/|$)/;
const NOUN_PAGE = /^\/(claim|actor|article|outlet)s\/([^/]+)$/;
const SLUG = /^[a-z0-9-]{1,100}$/;

/**
 * Gives every answer its Content-Security-Policy, with a nonce of its own for each request; leads old addresses to
 * the current ones; keeps signed-in pages out of every cache; asks search engines to leave the sample newsroom alone.
 * Guards nothing: permission is asked where data is read and written.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development: !env().production });
  const forward = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts from the request's policy; ours read x-nonce.
  forward.set("content-security-policy", policy);
  forward.set("x-nonce", nonce);
  // app/desk/viewer.ts leads whoever must sign in back to here: a layout isn't told its page's address.
  forward.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const { response, robots } = await answer(request, forward);
  response.headers.set("content-security-policy", policy);
  if (robots) response.headers.set("x-robots-tag", robots);
  if (SIGNED_IN.test(request.nextUrl.pathname)) response.headers.set("cache-control", "no-store");
  return response;
}

interface Answer {
  readonly response: NextResponse;
  readonly robots?: "noindex";
}

async function answer(request: NextRequest, headers: Headers): Promise<Answer> {
  const { pathname } = request.nextUrl;
  const onward = { request: { headers } };
  if (!isReadable(pathname))
    return { response: new NextResponse("This address is not one.\n", { status: 400 }) };
  if (SIGNED_IN.test(pathname)) return { response: NextResponse.next(onward), robots: "noindex" };
  const [, noun, slug] = NOUN_PAGE.exec(pathname) ?? [];
  if (!noun || !slug) return { response: NextResponse.next(onward) };
  const current = await addressOf(noun as "claim" | "actor" | "article" | "outlet", slug);
  if (current === undefined) return { response: NextResponse.next(onward) };
  // What isn't public and what doesn't exist are one missing page. It is an address that no page has: Next.js sends
  // a missing page that a page asked for (notFound()) as an empty document for JavaScript to fill.
  if (current === null)
    return { response: NextResponse.rewrite(new URL("/not-on-record", request.url), onward) };
  if (current.slug !== slug) {
    const target = new URL(`/${noun}s/${current.slug}${request.nextUrl.search}`, request.url);
    return { response: NextResponse.redirect(target, 307) };
  }
  return { response: NextResponse.next(onward), ...(current.sample ? { robots: "noindex" as const } : {}) };
}

/** Whether its percent signs stand for characters: Next.js fails on some that don't. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Undefined when the database doesn't answer: the page then says so itself. */
async function addressOf(
  noun: Parameters<typeof currentAddress>[0],
  slug: string,
): Promise<CurrentAddress | null | undefined> {
  if (!SLUG.test(slug)) return null;
  return currentAddress(noun, slug).catch(() => undefined);
}

export const config = { matcher: "/((?!_next/).*)" };

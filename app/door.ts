import { checkOrigin } from "#lib/auth/origin.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { env } from "#lib/env.ts";
import { OnRecordError } from "#lib/errors.ts";
import { log } from "#lib/log.server.ts";

/** A little over the longest paste, so that the paste itself gets the clear answer. */
const LONGEST_BODY = 5 * 1024 * 1024;
const NO_STORE = { "cache-control": "no-store" };

/** Runs a handler and turns what it throws into JSON with the right status: the one place errors become answers. */
export async function answer(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json((await work()) ?? {}, { headers: NO_STORE });
  } catch (error) {
    return refusal(error);
  }
}

export function refusal(error: unknown): Response {
  if (error instanceof OnRecordError) {
    const { code, message, detail } = error;
    return Response.json({ error: { code, message, detail } }, { status: error.status, headers: NO_STORE });
  }
  log().error({ err: error }, "request failed");
  const message = "Something went wrong on our side; nothing was changed. Try again.";
  return Response.json({ error: { code: "failed", message } }, { status: 500, headers: NO_STORE });
}

/** Far more than any of our forms sends. */
const LONGEST_FORM = 16 * 1024;

/**
 * Fields of a plain form that anybody may send: read only up to a limit, so that a stranger cannot make us hold more.
 * @throws OnRecordError "tooLarge"
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await readBody(request, LONGEST_FORM, "That is too much for a form."));
}

/** The signed-in sender of a write and its JSON body. @throws OnRecordError for a foreign origin or another body. */
export async function readWrite(request: Request): Promise<{ viewer: Viewer | null; input: unknown }> {
  checkOrigin(request.headers, env().url);
  if (!request.headers.get("content-type")?.startsWith("application/json"))
    throw new OnRecordError("invalid", "Send JSON.");
  // Asked before the body is read: someone who may not write cannot make us read megabytes.
  const viewer = await viewerOf(request.headers);
  if (viewer === null) throw new OnRecordError("signedOut", "Sign in to do this.");
  return { viewer, input: await readJson(request) };
}

/**
 * The signed-in sender of a piece of a file and its bytes, read only up to `most`.
 * @throws OnRecordError for a foreign origin, another media type, or more bytes
 */
export async function readPiece(
  request: Request,
  most: number,
): Promise<{ viewer: Viewer; bytes: Uint8Array<ArrayBuffer> }> {
  checkOrigin(request.headers, env().url);
  if (request.headers.get("content-type") !== "application/octet-stream")
    throw new OnRecordError("invalid", "Send the piece as it is.");
  const viewer = await viewerOf(request.headers);
  if (viewer === null) throw new OnRecordError("signedOut", "Sign in to do this.");
  const bytes = await readBytes(request, most, "The piece is larger than pieces are.");
  return { viewer, bytes: new Uint8Array(bytes) };
}

async function readJson(request: Request): Promise<unknown> {
  const body = await readBody(request, LONGEST_BODY, "Over 2 MB: paste the article alone.");
  try {
    return JSON.parse(body);
  } catch {
    throw new OnRecordError("invalid", "The request is not JSON.");
  }
}

/** A body as text, read only up to `most` bytes. @throws OnRecordError "tooLarge". */
async function readBody(request: Request, most: number, tooLarge: string): Promise<string> {
  return (await readBytes(request, most, tooLarge)).toString("utf8");
}

async function readBytes(request: Request, most: number, tooLarge: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new OnRecordError("tooLarge", tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import { DeskRefusal, deskPost } from "../desk/request.ts";
import type { ImportKind } from "./kind-of.ts";

/** Size of the pieces; the door expects it. */
const PIECE = 4 * 1024 * 1024;

/** Saved pages as one file of lines, which is what is sent. */
export async function linesOfPages(files: readonly File[]): Promise<Blob> {
  const lines: string[] = [];
  for (const one of files) {
    const file = one.webkitRelativePath || one.name;
    lines.push(`${JSON.stringify({ file, ...(await pageIn(one)) })}\n`);
  }
  return new Blob(lines);
}

/** As text where it is UTF-8; else its bytes, of which the reader of pages finds out the encoding. */
async function pageIn(file: File): Promise<{ html: string } | { base64: string }> {
  try {
    return { html: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { base64: await base64Of(file) };
  }
}

function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}

/**
 * Sends a file piece by piece; one that broke off goes on where it did.
 * @param onProgress share that is there, 0 to 1
 * @throws DeskRefusal
 */
export async function upload(
  file: Blob,
  about: { readonly name: string; readonly kind: ImportKind; readonly outlet: string },
  onProgress: (share: number) => void,
): Promise<string> {
  const { importId, pieces } = await deskPost<{ importId: string; pieces: number[] }>("/api/desk/imports", {
    kind: about.kind,
    name: about.name,
    sizeBytes: file.size,
    identity: `${about.kind} ${about.name} ${file.size} ${await fingerprint(file)}`,
    ...(about.outlet ? { outlet: { name: about.outlet } } : {}),
  });
  const there = new Set(pieces);
  const all = Math.ceil(file.size / PIECE);
  for (let number = 0; number < all; number++) {
    if (!there.has(number)) await send(importId, number, file.slice(number * PIECE, (number + 1) * PIECE));
    onProgress((number + 1) / all);
  }
  return importId;
}

async function send(importId: string, number: number, piece: Blob): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/desk/imports/${importId}/pieces/${number}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: piece,
    });
  } catch {
    throw new DeskRefusal(
      "unreachable",
      "The connection broke off. Choose the file again: it goes on where it stopped.",
    );
  }
  if (response.ok) return;
  const answer = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new DeskRefusal("failed", answer?.error?.message ?? `The server answered ${response.status}.`);
}

/** Tells a file by its beginning and its end (FNV-1a); the same name and size stand beside it. */
async function fingerprint(file: Blob): Promise<string> {
  const ends = new Blob([file.slice(0, 65_536), file.slice(-65_536)]);
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(await ends.arrayBuffer())) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}

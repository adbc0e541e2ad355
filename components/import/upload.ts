import { DeskRefusal, deskPost } from "../desk/request.ts";

export type ImportKind = "jsonl" | "csv" | "html" | "warc";

/** Size of the pieces; the door expects it. */
const PIECE = 4 * 1024 * 1024;

/** What a file is by its name; null: it can't be told. */
export function kindOf(name: string): ImportKind | null {
  if (/\.warc(\.gz)?$/i.test(name)) return "warc";
  if (/\.(csv|tsv)$/i.test(name)) return "csv";
  return /\.(jsonl|ndjson|json)$/i.test(name) ? "jsonl" : null;
}

/** Saved pages as one file of lines, which is what is sent. */
export async function linesOfPages(files: readonly File[]): Promise<Blob> {
  const lines: string[] = [];
  for (const file of files)
    lines.push(
      `${JSON.stringify({ html: await file.text(), file: file.webkitRelativePath || file.name })}\n`,
    );
  return new Blob(lines);
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

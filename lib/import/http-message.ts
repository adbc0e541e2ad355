import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { LONGEST } from "./record.ts";

/** An answer as a web archive keeps it: as it went over the wire. */
export interface HttpMessage {
  readonly status: number;
  readonly contentType: string | null;
  /** Without chunks and packing. @throws Error in words where it can't be unpacked */
  body(): Uint8Array;
}

/** Null: no answer of a web server. */
export function readHttpMessage(bytes: Buffer): HttpMessage | null {
  const found = /\r?\n\r?\n/.exec(bytes.subarray(0, 65_536).toString("latin1"));
  const head = bytes.subarray(0, found ? found.index : 65_536).toString("latin1");
  const status = /^HTTP\/[\d.]+ +(\d{3})/i.exec(head)?.[1];
  if (status === undefined) return null;
  const field = (name: string): string | null =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*(.*?)[ \\t]*\\r?$`, "im").exec(head)?.[1]?.toLowerCase() ?? null;
  const sent = found ? bytes.subarray(found.index + found[0].length) : Buffer.alloc(0);
  return {
    status: Number(status),
    contentType: field("content-type"),
    body: () =>
      unpacked(
        /chunked/.test(field("transfer-encoding") ?? "") ? joined(sent) : sent,
        field("content-encoding") ?? "",
      ),
  };
}

/** Chunks put together; some archives have joined them already and kept the field. */
function joined(sent: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < sent.length; ) {
    const end = sent.indexOf("\n", at);
    const size =
      end < 0 ? null : /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(sent.toString("latin1", at, end))?.[1];
    if (!size) return chunks.length === 0 ? sent : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(sent.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (sent[at] === 13) at++;
    if (sent[at] === 10) at++;
  }
  return Buffer.concat(chunks);
}

function unpacked(body: Buffer, coding: string): Uint8Array {
  const limit = { maxOutputLength: LONGEST };
  try {
    if (/gzip/.test(coding)) return isGzip(body) ? gunzipSync(body, limit) : body;
    if (/deflate/.test(coding)) return inflated(body, limit);
    return /\bbr\b/.test(coding) ? brotliDecompressSync(body, limit) : body;
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new Error(
      tooLarge
        ? `The page is larger than ${LONGEST / 1024 / 1024} MB.`
        : `The page can’t be unpacked (${coding}).`,
    );
  }
}

/** Servers mean two things by it. */
function inflated(body: Buffer, limit: { readonly maxOutputLength: number }): Uint8Array {
  try {
    return inflateSync(body, limit);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return inflateRawSync(body, limit);
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

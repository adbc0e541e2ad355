import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";

/** What was given to us, as a revision keeps it. */
export interface KeptRaw {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly rawCoding: "none" | "gzip";
  readonly rawType: string;
  /** Lower-case hex of the bytes as they came. */
  readonly rawSha256: string;
}

/** Lower-case hex. */
export const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** Compresses the bytes for keeping, where that makes them smaller. */
export function keepRaw(bytes: Uint8Array, type: string): KeptRaw {
  const packed = gzipSync(bytes);
  const smaller = packed.byteLength < bytes.byteLength;
  return {
    raw: new Uint8Array(smaller ? packed : bytes),
    rawCoding: smaller ? "gzip" : "none",
    rawType: type,
    rawSha256: sha256(bytes),
  };
}

/** The bytes as they came. */
export function rawOf(kept: Pick<KeptRaw, "raw" | "rawCoding">): Buffer {
  return kept.rawCoding === "gzip" ? gunzipSync(kept.raw) : Buffer.from(kept.raw);
}

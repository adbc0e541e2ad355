import { pipeline, Readable, type Transform } from "node:stream";
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { AND_PASTE, PASTE, refusal } from "./refusal.ts";

/** What we say we can read, in Accept-Encoding. */
export const ENCODINGS = "gzip, br, zstd, deflate";

/**
 * Reads a body to its end, decoded, and stops at the first byte over `most`: a small file that unpacks into a huge one
 * is never unpacked further than that.
 * @param encoding the Content-Encoding header; several on top of each other are refused.
 * @throws OnRecordError with reason tooLarge or encoding.
 */
export async function readBody(body: Readable, encoding: string | null, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await decoded(body, encoding)) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

export const tooLarge = (most: number) =>
  refusal("tooLarge", {
    fault: `The page is larger than ${(most / 1_000_000).toLocaleString("en")} MB and was not read to its end.`,
    paste: PASTE,
  });

async function decoded(body: Readable, encoding: string | null): Promise<AsyncIterable<Buffer>> {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return body;
  if (name === "deflate") return inflated(body);
  return through(body, decoder(name));
}

function decoder(name: string): Transform {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "zstd":
      return createZstdDecompress();
    default:
      throw refusal("encoding", {
        fault: "The site packs its pages in a way that can’t be read here.",
        advice: "Open the page in a browser",
        paste: AND_PASTE,
      });
  }
}

/** "deflate" means zlib's format; some servers send the bare stream. The first byte tells which. */
async function inflated(body: Readable): Promise<AsyncIterable<Buffer>> {
  const parts: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const first = await parts.next();
  const bare = first.done !== true && ((first.value[0] ?? 0) & 0x0f) !== 8;
  const whole = (async function* () {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => parts };
  })();
  return through(Readable.from(whole), bare ? createInflateRaw() : createInflate());
}

function through(body: Readable, decoding: Transform): AsyncIterable<Buffer> {
  // An error of either stream ends the iteration over the other; there is nothing else to do about it here.
  return pipeline(body, decoding, () => {});
}

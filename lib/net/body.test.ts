import { Readable } from "node:stream";
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { readBody } from "./body.server.ts";
import { reasonOf } from "./refusal.ts";

/** A packed body in pieces of 256 bytes, and how many of them were asked for. */
function inPieces(body: Buffer) {
  const pulled = { pieces: 0, of: Math.ceil(body.length / 256) };
  const stream = Readable.from(
    (function* () {
      for (let start = 0; start < body.length; start += 256) {
        pulled.pieces++;
        yield body.subarray(start, start + 256);
      }
    })(),
  );
  return { stream, pulled };
}

const zeros = Buffer.alloc(20_000_000);

test("a bomb is unpacked no further than the limit asks", async () => {
  // A gigabyte of zeros: what follows a packed file in the same body is unpacked after it.
  const bomb = Buffer.concat(Array<Buffer>(50).fill(gzipSync(zeros)));
  const { stream, pulled } = inPieces(bomb);
  const closed = new Promise((resolve) => stream.once("close", resolve));
  expect(pulled.of).toBeGreaterThan(3_000);
  const [outcome] = await Promise.allSettled([readBody(stream, "gzip", 5_000_000)]);
  expect(outcome.status === "rejected" && reasonOf(outcome.reason)).toBe("tooLarge");
  // Five megabytes take some twenty pieces; the streams hold a few hundred in advance, still packed.
  expect(pulled.pieces).toBeLessThan(500);
  await closed;
});

test.each([
  ["br", brotliCompressSync(zeros)],
  ["zstd", zstdCompressSync(zeros)],
])("a bomb of some hundred bytes in %s is refused", async (encoding, packed) => {
  expect(packed.length).toBeLessThan(10_000);
  const [outcome] = await Promise.allSettled([readBody(Readable.from([packed]), encoding, 5_000_000)]);
  expect(outcome.status === "rejected" && reasonOf(outcome.reason)).toBe("tooLarge");
});

test("nothing at all is an empty body", async () => {
  for (const encoding of [null, "", "identity"])
    expect(await readBody(Readable.from([]), encoding, 10)).toHaveLength(0);
});

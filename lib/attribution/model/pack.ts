import { gunzipSync, gzipSync } from "node:zlib";
import type { Table } from "./table.ts";
import type { Weights } from "./weights.ts";
import { type PackedWords, wordTables } from "./words.ts";

/** What the file holds: words about it, and the numbers, zipped, in base64. */
export interface WeightsFile {
  readonly about: Readonly<Record<string, unknown>>;
  readonly data: string;
}

/** All numbers of the trained engine. */
export interface Numbers {
  readonly one: Table;
  readonly oneSteps: Float32Array;
  readonly shared: Table;
  readonly own: Table;
  readonly twoSteps: Float32Array;
  readonly choice: Table;
  readonly words: PackedWords;
}

/** The layout is this order; each section is its length in bytes (32 bits) and the bytes. */
function sectionsOf({ choice, one, oneSteps, own, shared, twoSteps, words }: Numbers): ArrayBufferView[] {
  const tables = [one, shared, own, choice];
  return [
    Float64Array.from(tables.flatMap((table) => [table.tags, table.scale])),
    ...tables.map((table) => table.cells),
    oneSteps,
    twoSteps,
    words.words,
    words.guesses,
    words.stems,
    words.counts,
  ];
}

/** The file of these numbers. */
export function packed(numbers: Numbers, about: WeightsFile["about"]): WeightsFile {
  const buffers = sectionsOf(numbers).flatMap((view) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(view.byteLength);
    return [length, Buffer.from(view.buffer, view.byteOffset, view.byteLength)];
  });
  return { about, data: gzipSync(Buffer.concat(buffers), { level: 9 }).toString("base64") };
}

/** Reads one section after another. @throws Error when the bytes are cut short. */
function sectionReader(bytes: Buffer): () => ArrayBuffer {
  let at = 0;
  return () => {
    const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Number.POSITIVE_INFINITY;
    if (at + 4 + length > bytes.length)
      throw new Error("The engine's weights are cut short: install the package again.");
    at += 4 + length;
    return new Uint8Array(bytes.subarray(at - length, at)).buffer;
  };
}

function read(bytes: Buffer): Numbers {
  const next = sectionReader(bytes);
  const heads = new Float64Array(next());
  const [one, shared, own, choice] = [0, 1, 2, 3].map(
    (which): Table => ({
      tags: heads[which * 2] as number,
      scale: heads[which * 2 + 1] as number,
      cells: new Int8Array(next()),
    }),
  ) as [Table, Table, Table, Table];
  const oneSteps = new Float32Array(next());
  const twoSteps = new Float32Array(next());
  const words: PackedWords = {
    words: new Int32Array(next()),
    guesses: new Uint8Array(next()),
    stems: new Int32Array(next()),
    counts: new Uint16Array(next()),
  };
  return { one, shared, own, choice, oneSteps, twoSteps, words };
}

/** The numbers of a file. @throws Error when the file is not one of this layout. */
export function unpacked(file: WeightsFile): Numbers {
  return read(gunzipSync(Buffer.from(file.data, "base64")));
}

/** The numbers of a file, ready to be used. @throws Error when the file is not one of this layout. */
export function weightsOf(file: WeightsFile): Weights {
  const { words, ...tables } = unpacked(file);
  return { ...tables, about: file.about, words: wordTables(words) };
}

import { type ByteSource, LONGEST } from "./record.ts";

export interface Line {
  readonly number: number;
  /** Bytes read when the line is. */
  readonly position: number;
  /** Null: longer than may be held. */
  readonly bytes: Buffer | null;
}

const LF = 10;
const CR = 13;
const MARK = 34;
/** The first line of a table names its columns: its end is looked for in so many bytes. */
const HEAD = 64 * 1024;

/** Lines of a table, as `linesOf` has them. Where the first ends with CR alone, as some spreadsheets write, all do. */
export async function* linesOfTable(source: ByteSource): AsyncGenerator<Line> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let end: number | undefined;
  try {
    while (end === undefined && head.length < HEAD) {
      const next = await chunks.next();
      if (next.done) break;
      head = Buffer.concat([head, next.value]);
      end = firstEnd(head);
    }
    yield* linesOf(onFrom(head, chunks), end ?? LF);
  } finally {
    await chunks.return?.();
  }
}

async function* onFrom(head: Buffer, chunks: AsyncIterator<Uint8Array>): ByteSource {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

/** What the first line ends with, outside quotation marks; undefined: that stands further on. */
function firstEnd(head: Buffer): number | undefined {
  let within = false;
  for (const [at, byte] of head.entries()) {
    if (byte === MARK) within = !within;
    if (within || (byte !== LF && byte !== CR)) continue;
    if (byte === LF) return LF;
    const next = head[at + 1];
    return next === undefined || next === LF ? next : CR;
  }
  return undefined;
}

/**
 * Lines of a source, one at a time, in constant memory: a line that is too long is passed over, not held. `end`: the byte
 * that ends a line.
 */
export async function* linesOf(source: ByteSource, end = LF): AsyncGenerator<Line> {
  let number = 0;
  let position = 0;
  let held: Buffer[] = [];
  let size = 0;
  const take = (piece: Buffer) => {
    size += piece.length;
    if (size <= LONGEST) held.push(piece);
    else held = [];
  };
  const line = (): Line => {
    number += 1;
    const bytes = size > LONGEST ? null : Buffer.concat(held);
    held = [];
    size = 0;
    return { number, position, bytes };
  };
  for await (const chunk of source) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = piece.indexOf(end); at >= 0; at = piece.indexOf(end, from)) {
      take(piece.subarray(from, at));
      position += at + 1 - from;
      from = at + 1;
      yield line();
    }
    if (from < piece.length) {
      // Kept beyond this turn of the loop: the source may use its memory again.
      take(Buffer.from(piece.subarray(from)));
      position += piece.length - from;
    }
  }
  if (size > 0) yield line();
}

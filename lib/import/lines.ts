import { type ByteSource, LONGEST } from "./record.ts";

export interface Line {
  readonly number: number;
  /** Bytes read when the line is. */
  readonly position: number;
  /** Null: longer than may be held. */
  readonly bytes: Buffer | null;
}

const LF = 10;

/** Lines of a source, one at a time, in constant memory: a line that is too long is passed over, not held. */
export async function* linesOf(source: ByteSource): AsyncGenerator<Line> {
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
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, from)) {
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

import { isUtf8 } from "node:buffer";
import { linesOf } from "./lines.ts";
import { type ByteSource, excerptOf, type Held, type ImportRecord, LONGEST } from "./record.ts";

/** One JSON object a line; empty lines are passed over. */
export async function* readJsonl(source: ByteSource): AsyncGenerator<ImportRecord> {
  for await (const { number, position, bytes } of linesOf(source)) {
    if (bytes === null) {
      const problem = `The line is longer than ${LONGEST / 1024 / 1024} MB.`;
      yield { number, position, excerpt: "", held: { kind: "bad", problem } };
      continue;
    }
    const text = bytes.toString("utf8").replace(/^\uFEFF/u, "");
    if (text.trim() === "") continue;
    yield { number, position, excerpt: excerptOf(text), held: heldIn(text, bytes) };
  }
}

function heldIn(text: string, bytes: Uint8Array): Held {
  if (!isUtf8(bytes))
    return { kind: "bad", problem: "The line is not UTF-8: save the file in that encoding." };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "bad", problem: "The line is not JSON." };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { kind: "bad", problem: "The line is no JSON object." };
  return { kind: "article", article: value };
}

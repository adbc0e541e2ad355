import { WARCParser } from "warcio";
import { type ByteSource, excerptOf, type Held, type ImportRecord, LONGEST } from "./record.ts";

/**
 * Pages of a web archive (WARC 1.0 and 1.1, gzip record by record or not). Answers that are pages are read; requests,
 * metadata and other kinds of files are left out. A broken archive ends with what could not be read.
 */
export async function* readWarc(source: ByteSource): AsyncGenerator<ImportRecord> {
  let number = 0;
  const parser = new WARCParser(source);
  try {
    for await (const record of parser) {
      number += 1;
      const url = record.warcTargetURI ?? "";
      const position = Number((parser as unknown as { offset?: number }).offset ?? 0);
      const held = await heldIn(record);
      yield { number, position, excerpt: excerptOf(`${record.warcType ?? "record"} ${url}`), held };
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const problem = `The archive can't be read on behind record ${number}: ${words.slice(0, 200)}`;
    yield { number: number + 1, position: 0, excerpt: "", held: { kind: "bad", problem } };
  }
}

type Warc = WARCParser extends AsyncIterable<infer R> ? R : never;

async function heldIn(record: Warc): Promise<Held> {
  const out = async (problem: string): Promise<Held> => {
    await record.skipFully();
    return { kind: "leftOut", problem };
  };
  if (record.warcType !== "response" && record.warcType !== "resource")
    return out(`a ${record.warcType ?? "nameless"} record holds no page`);
  const status = record.httpHeaders?.statusCode;
  if (typeof status === "number" && status !== 200) return out(`the site answered ${status}`);
  const contentType = record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? null;
  if (!/html/i.test(contentType ?? "")) return out(`${contentType ?? "a file without a type"} is no page`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size <= LONGEST) chunks.push(chunk);
  }
  if (size > LONGEST) return { kind: "bad", problem: `The page is larger than ${LONGEST / 1024 / 1024} MB.` };
  const date = new Date(record.warcDate ?? "");
  return {
    kind: "page",
    url: record.warcTargetURI ?? null,
    bytes: Buffer.concat(chunks),
    contentType,
    fetchedAt: Number.isNaN(date.getTime()) ? null : date,
  };
}

import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from "warcio";
import { readHttpMessage } from "./http-message.ts";
import { type ByteSource, excerptOf, type Held, type ImportRecord, LONGEST } from "./record.ts";

/**
 * Pages of a web archive (WARC 1.0 and 1.1, gzip record by record or not). Answers that are pages are read; requests,
 * metadata and other kinds of files are left out. A broken archive ends with a record that says where; what came before
 * it stands.
 */
export async function* readWarc(source: ByteSource): AsyncGenerator<ImportRecord> {
  let read = 0;
  let packed = false;
  let failure: { readonly error: unknown } | undefined;
  const counted = (async function* () {
    try {
      for await (const chunk of source) {
        packed ||= read === 0 && chunk[0] === 0x1f && chunk[1] === 0x8b;
        read += chunk.length;
        yield chunk;
      }
    } catch (error) {
      failure = { error };
      throw error;
    }
  })();
  const reader = new AsyncIterReader(counted);
  // Messages of servers are read here: archives hold packed and chunked ones that warcio leaves as they are.
  const parser = new WARCParser(reader, { parseHttp: false });
  let number = 1;
  let position = 0;
  try {
    for await (const record of parser) {
      if (!record.warcHeaders.statusline.startsWith("WARC/")) throw new Error("no record begins there");
      const held = await heldIn(record);
      position = Math.max(position, reader.getRawOffset());
      const excerpt = excerptOf(`${record.warcType} ${record.warcTargetURI ?? ""}`);
      yield { number, position, excerpt, held };
      number += 1;
    }
    // Where a packed record is broken, warcio takes it for the archive's end.
    if (packed && (reader.compressed === null || reader.getRawOffset() < read))
      throw new Error("what is packed there is cut off or broken");
  } catch (error) {
    // Where it comes from failed, not the archive.
    if (failure) throw failure.error;
    const words = error instanceof Error ? error.message : String(error);
    const problem = `The archive can’t be read on at byte ${position}: ${words.slice(0, 200)}. What came before it stands.`;
    yield { number, position, excerpt: "", held: { kind: "bad", problem } };
  }
}

async function heldIn(record: WARCRecord): Promise<Held> {
  const block = await blockOf(record);
  const type = record.warcType;
  if (type !== "response" && type !== "resource") return out(`a ${type ?? "nameless"} record holds no page`);
  if (block === null) return { kind: "bad", problem: `The page is larger than ${LONGEST / 1024 / 1024} MB.` };
  const message = type === "response" ? readHttpMessage(block) : null;
  if (type === "response" && message === null) return out("it is no answer of a web server");
  if (message !== null && message.status !== 200) return out(`the site answered ${message.status}`);
  const contentType = message ? message.contentType : (record.warcContentType ?? null);
  if (!/html/i.test(contentType ?? "")) return out(`${contentType ?? "a file without a type"} is no page`);
  const date = new Date(record.warcDate ?? "");
  try {
    return {
      kind: "page",
      url: record.warcTargetURI ?? null,
      bytes: message?.body() ?? block,
      contentType,
      fetchedAt: Number.isNaN(date.getTime()) ? null : date,
    };
  } catch (error) {
    return { kind: "bad", problem: error instanceof Error ? error.message : String(error) };
  }
}

const out = (problem: string): Held => ({ kind: "leftOut", problem });

/** All of it is read, also where it is longer than may be held (null). @throws Error where it ends too early */
async function blockOf(record: WARCRecord): Promise<Buffer | null> {
  if (!record.warcHeader("Content-Length") || !Number.isSafeInteger(record.warcContentLength))
    throw new Error("a record does not say how long it is");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size <= LONGEST) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (record._reader instanceof LimitReader && record._reader.limit > 0)
    throw new Error("its last record is cut off");
  return size > LONGEST ? null : Buffer.concat(chunks);
}

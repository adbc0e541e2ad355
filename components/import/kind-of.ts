export type ImportKind = "jsonl" | "csv" | "html" | "warc";

/** How much of a file tells what it is. */
export const HEAD_BYTES = 4_096;

export type Told = { readonly kind: ImportKind } | { readonly problem: string };

/** What a file is, by how it begins and, where that leaves it open, by its name. */
export function kindOf(name: string, head: Uint8Array): Told {
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  if (packed && /\.warc\.gz$/i.test(name)) return { kind: "warc" };
  if (packed || (head[0] === 0x50 && head[1] === 0x4b))
    return { problem: `${name} is packed: unpack it first. Only web archives (.warc.gz) may be.` };
  if (isUtf16(head)) return { problem: `${name} is text in UTF-16: save it in UTF-8.` };
  if (head.includes(0)) return { problem: `${name} is no text. ${TAKEN}` };
  const text = new TextDecoder().decode(head).trimStart();
  if (text === "") return { problem: `${name} is empty.` };
  if (text.startsWith("WARC/")) return { kind: "warc" };
  if (text.startsWith("{")) return { kind: "jsonl" };
  if (text.startsWith("<")) return { kind: "html" };
  if (text.startsWith("[") && /\.json$/i.test(name))
    return { problem: `${name} is one JSON list: write each article as a line of its own (JSON lines).` };
  const [first = ""] = text.split("\n");
  if (/\.(csv|tsv|txt)$/i.test(name) || /^[^{}<>]*[,;\t][^{}<>]*$/.test(first)) return { kind: "csv" };
  return /\.(jsonl|ndjson)$/i.test(name)
    ? { kind: "jsonl" }
    : { problem: `${name} is none of .jsonl, .csv, .warc, .warc.gz or saved .html pages.` };
}

const TAKEN =
  "What can be brought in: .jsonl, .csv, .warc, .warc.gz and saved .html pages, as text in UTF-8.";

/** As spreadsheets save it: with a mark in front. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

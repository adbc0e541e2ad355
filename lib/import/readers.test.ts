import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv.ts";
import { readHtmlFolder } from "./html-folder.ts";
import { readJsonl } from "./jsonl.ts";
import { readListed } from "./listed.ts";
import { type ByteSource, type ImportRecord, LONGEST } from "./record.ts";
import { readWarc } from "./warc.ts";

async function* bytes(text: string | Buffer, size = 7): ByteSource {
  const all = Buffer.from(text as string);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
async function all(records: AsyncIterable<ImportRecord>): Promise<ImportRecord[]> {
  const found: ImportRecord[] = [];
  for await (const record of records) found.push(record);
  return found;
}
const kinds = (records: readonly ImportRecord[]) => records.map(({ number, held }) => [number, held.kind]);

describe("JSON lines", () => {
  it("are read one at a time; a bad one is reported by its number, an empty one passed over", async () => {
    const file = '\uFEFF{"title":"A"}\r\n\r\nno json\n[1]\n{"title":"B"}';
    const records = await all(readJsonl(bytes(file)));
    expect(kinds(records)).toEqual([
      [1, "article"],
      [3, "bad"],
      [4, "bad"],
      [5, "article"],
    ]);
    expect(records.at(-1)?.position).toBe(Buffer.byteLength(file));
  });
  it("a line longer than may be held is reported and not held", async () => {
    const [long, next] = await all(
      readJsonl(bytes(`{"x":"${"a".repeat(LONGEST)}"}\n{"title":"B"}\n`, 1 << 20)),
    );
    expect(long?.held).toMatchObject({ kind: "bad", problem: expect.stringContaining("8 MB") });
    expect(next?.held).toEqual({ kind: "article", article: { title: "B" } });
  });
  it("a line in another encoding is reported", async () => {
    const [record] = await all(readJsonl(bytes(Buffer.from('{"title":"caf\xe9"}\n', "latin1"))));
    expect(record?.held).toMatchObject({ kind: "bad", problem: expect.stringContaining("UTF-8") });
  });
  it("nothing is in an empty file", async () => expect(await all(readJsonl(bytes("")))).toEqual([]));
});

describe("tables", () => {
  it("Media Cloud's columns are known, quoted line breaks are no rows", async () => {
    const csv = `id,publish_date,title,url,language,media_name,media_url,indexed_date
1,2024-07-02,"Gates, rebuilt",https://canal.example/1,en,Canal Gazette,canal.example,2024-07-03 10:00:00
2,2024-07-03,"Two
lines",https://canal.example/2,en,Canal Gazette,canal.example,2024-07-03 10:00:00
`;
    const records = await all(readCsv(bytes(csv)));
    expect(kinds(records)).toEqual([
      [1, "article"],
      [2, "article"],
    ]);
    const [first] = records;
    expect(first?.held.kind === "article" && readListed(first.held.article)).toMatchObject({
      url: "https://canal.example/1",
      headline: "Gates, rebuilt",
      outlet: "Canal Gazette",
      homepage: "https://canal.example",
      publishedAt: "2024-07-02",
      language: "en",
      paragraphs: [],
    });
  });
  it("a row whose quotation marks do not match is reported, and the next is read", async () => {
    for (const broken of ['B,"b"x', 'B,"b']) {
      const records = await all(readCsv(bytes(`title,text\nA,a\n${broken}\nC,"c"\nD,d\n`)));
      expect(kinds(records)).toEqual([
        [1, "article"],
        [2, "bad"],
        [3, "article"],
        [4, "article"],
      ]);
    }
  });
  it("a header alone is no row", async () => expect(await all(readCsv(bytes("title,url\n")))).toEqual([]));
});

const PAGE = "<html><title>Gates</title><p>Barges pass.</p></html>";
function warc(type: string, url: string, http: string): Buffer {
  const body = Buffer.from(http);
  return Buffer.from(
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-07-02T08:30:00Z\r\nWARC-Record-ID: <urn:uuid:0d8d0d3a-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n${http}\r\n\r\n`,
  );
}
const ok = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;

describe("web archives", () => {
  const archive = [
    warc("response", "https://canal.example/1", ok),
    warc(
      "response",
      "https://canal.example/2",
      "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno",
    ),
    warc("response", "https://canal.example/3.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npng"),
  ];
  it.each([
    ["plain", Buffer.concat(archive)],
    ["packed record by record", Buffer.concat(archive.map((record) => gzipSync(record)))],
  ])("%s: pages are read, the rest is left out with why", async (_, file) => {
    const records = await all(readWarc(bytes(file, 4_096)));
    expect(kinds(records)).toEqual([
      [1, "page"],
      [2, "leftOut"],
      [3, "leftOut"],
    ]);
    expect(records[0]?.held).toMatchObject({
      url: "https://canal.example/1",
      contentType: "text/html; charset=utf-8",
      fetchedAt: new Date("2024-07-02T08:30:00Z"),
    });
    expect(records[0]?.held.kind === "page" && Buffer.from(records[0].held.bytes).toString()).toBe(PAGE);
  });
  it("one that is cut off keeps what came before", async () => {
    const file = Buffer.concat([
      gzipSync(archive[0] as Buffer),
      gzipSync(archive[1] as Buffer).subarray(0, 40),
    ]);
    const records = await all(readWarc(bytes(file, 4_096)));
    expect(records[0]?.held.kind).toBe("page");
  });
});

describe("a folder of pages", () => {
  it("is read by name, packed ones too, each with its address where a file beside it has one", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "on-record-pages-"));
    try {
      await writeFile(path.join(folder, "b.html"), PAGE);
      await writeFile(path.join(folder, "a.html.gz"), gzipSync(PAGE));
      await writeFile(path.join(folder, "a.url"), "[InternetShortcut]\nURL=https://canal.example/a\n");
      await writeFile(path.join(folder, "note.txt"), "no page");
      await writeFile(path.join(folder, "c.html.gz"), "not packed");
      const records = await all(readHtmlFolder(folder));
      expect(records.map(({ excerpt, held }) => [excerpt, held.kind])).toEqual([
        ["a.html.gz", "page"],
        ["b.html", "page"],
        ["c.html.gz", "bad"],
      ]);
      expect(records[0]?.held).toMatchObject({ url: "https://canal.example/a" });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("fields of a line", () => {
  it("are found by any of their names", () =>
    expect(
      readListed({
        Headline: "A",
        content: "one\n\ntwo\nthree",
        authors: ["Odo", "Ilse"],
        date: "2024-07-02T08:30:00+02:00",
      }),
    ).toMatchObject({
      headline: "A",
      paragraphs: ["one", "two", "three"],
      byline: "Odo, Ilse",
      publishedAt: "2024-07-02T08:30",
      zone: "+02:00",
    }));
  it("a date that is none is said", () =>
    expect(() => readListed({ date: "last week" })).toThrow(/not a date/));
});

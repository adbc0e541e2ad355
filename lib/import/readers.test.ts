import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, deflateRawSync, gzipSync } from "node:zlib";
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
  it("a file saved as UTF-16 says so in every line", async () => {
    const records = await all(
      readJsonl(bytes(Buffer.from('\uFEFF{"title":"A"}\n{"title":"B"}\n', "utf16le"))),
    );
    expect(records.length).toBeGreaterThan(0);
    for (const { held } of records) expect(held.kind).toBe("bad");
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
  it("the columns of Media Cloud's older exports are known; where nobody knew the date there is none", async () => {
    const csv = `stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url
7,undateable,Gates,https://canal.example/7,en,False,,3,Canal Gazette,http://canal.example/
8,2019-05-07 10:41:22,Locks,https://canal.example/8,en,False,,3,Canal Gazette,http://canal.example/
`;
    const rows = (await all(readCsv(bytes(csv)))).map(
      ({ held }) => held.kind === "article" && readListed(held.article),
    );
    expect(rows).toMatchObject([
      { headline: "Gates", publishedAt: null, outlet: "Canal Gazette", homepage: "http://canal.example" },
      { headline: "Locks", publishedAt: "2019-05-07T10:41" },
    ]);
  });
  it("the names of the columns may come again, as where several searches are in one file", async () => {
    const records = await all(readCsv(bytes("title,url\nA,u\ntitle,url\nB,v\n")));
    expect(records.map(({ held }) => held)).toMatchObject([
      { article: { title: "A" } },
      { article: { title: "B" } },
    ]);
  });
  it.each([
    [
      "semicolons, a mark at the file's beginning, lines as Windows ends them",
      '\uFEFFtitle;text\r\nA;"a,\r\nb"\r\n',
    ],
    ["tabs", 'title\ttext\nA\t"a,\r\nb"\n'],
  ])("columns stand between %s", async (_, csv) => {
    const [record] = await all(readCsv(bytes(csv)));
    expect(record?.held).toMatchObject({ article: { title: "A", text: "a,\r\nb" } });
  });
  it.each([1, 7, 1_000])(
    "lines may all end with CR alone, as some spreadsheets write (%i bytes at a time)",
    async (size) => {
      const csv = 'title,text\rA,a\rB,"b\nc\rd"\r\rC,c';
      const records = await all(readCsv(bytes(csv, size)));
      expect(records.map(({ held }) => held)).toMatchObject([
        { article: { title: "A", text: "a" } },
        { article: { title: "B", text: "b\nc\nd" } },
        { article: { title: "C", text: "c" } },
      ]);
      expect(records.at(-1)?.position).toBe(csv.length);
    },
  );
  it.each(["\n", "\r\n"])(
    "a CR in a cell is part of it, and takes nothing after it away (%j)",
    async (end) => {
      const csv = ["title,text", "A\rgoes on,a", '"B\rgoes on","b"', "C,c", ""].join(end);
      for (const size of [1, 1_000])
        expect((await all(readCsv(bytes(csv, size)))).map(({ held }) => held)).toMatchObject([
          { article: { title: "A\rgoes on", text: "a" } },
          { article: { title: "B\rgoes on", text: "b" } },
          { article: { title: "C", text: "c" } },
        ]);
    },
  );
  it("one that is packed, or whose only row can't be read, says so once", async () => {
    const packed = await all(readCsv(bytes(gzipSync("title,text\nA,a\n".repeat(5_000)))));
    expect(packed).toMatchObject([
      { number: 1, held: { kind: "bad", problem: expect.stringContaining("unpack it first") } },
    ]);
    const foreign = await all(readCsv(bytes(Buffer.from("title,t\xe9xt\n", "latin1"))));
    expect(foreign).toMatchObject([
      { number: 1, held: { kind: "bad", problem: expect.stringContaining("UTF-8") } },
    ]);
  });
  it("marks within a cell that does not begin with one are words", async () => {
    const records = await all(readCsv(bytes('title,text\n5" pipe,a\nB,b\n6" pipe,c\n')));
    expect(records.map(({ held }) => held)).toMatchObject([
      { article: { title: '5" pipe' } },
      { article: { title: "B" } },
      { article: { title: '6" pipe' } },
    ]);
  });
  it("a row in another encoding is reported, and so is each row below a header in one", async () => {
    const rows = await all(readCsv(bytes(Buffer.from("title,text\ncaf\xe9,a\nB,b\n", "latin1"))));
    expect(kinds(rows)).toEqual([
      [1, "bad"],
      [2, "article"],
    ]);
    const none = await all(readCsv(bytes(Buffer.from("title,t\xe9xt\nA,a\nB,b\n", "latin1"))));
    expect(kinds(none)).toEqual([
      [1, "bad"],
      [2, "bad"],
    ]);
    expect(none[0]?.held).toMatchObject({ problem: expect.stringContaining("UTF-8") });
  });
  it("a row longer than may be held is reported, and the next is read", async () => {
    const records = await all(readCsv(bytes(`title,text\nA,${"a".repeat(LONGEST)}\nB,b\n`, 1 << 20)));
    expect(records.map(({ held }) => held)).toMatchObject([
      { kind: "bad", problem: expect.stringContaining("8 MB") },
      { article: { title: "B" } },
    ]);
  });
  it("a mark that is never closed takes no other row with it", async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => `R${at},r\n`).join("");
    const records = await all(readCsv(bytes(`title,text\nA,"a\n${rows}`, 65_536)));
    expect(records.filter(({ held }) => held.kind === "bad").map(({ number }) => number)).toEqual([1]);
    expect(records).toHaveLength(3_001);
  });
  it("a header alone is no row", async () => expect(await all(readCsv(bytes("title,url\n")))).toEqual([]));
});

const PAGE = "<html><title>Gates</title><p>Barges pass.</p></html>";
const inOne = (body: Buffer) =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]);
function warc(type: string, url: string, http: string | Buffer): Buffer {
  const body = Buffer.from(http as string);
  const head = Buffer.from(
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-07-02T08:30:00Z\r\nWARC-Record-ID: <urn:uuid:0d8d0d3a-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  return Buffer.concat([head, body, Buffer.from("\r\n\r\n")]);
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
  const packedPage = gzipSync(archive[0] as Buffer);
  const cut = packedPage.length;
  it.each([
    ["cut off in its last record", Buffer.concat([packedPage, packedPage.subarray(0, cut - 40)]), cut],
    [
      "broken in the midst",
      Buffer.concat([packedPage, Buffer.from(packedPage).fill(0x55, 60, 90), packedPage]),
      cut,
    ],
    ["followed by something else", Buffer.concat([packedPage, Buffer.from("no archive\r\n")]), cut],
    [
      "not packed and cut off in a page",
      Buffer.concat([archive[0] as Buffer, (archive[0] as Buffer).subarray(0, -30)]),
      (archive[0] as Buffer).length - 4,
    ],
  ])("one that is %s keeps what came before, and says where", async (_, file, at) => {
    const records = await all(readWarc(bytes(file, 4_096)));
    expect(kinds(records)).toEqual([
      [1, "page"],
      [2, "bad"],
    ]);
    expect(records[1]?.held).toMatchObject({ problem: expect.stringContaining(`at byte ${at}:`) });
  });
  it("what is no archive is reported, an empty file holds nothing", async () => {
    expect(kinds(await all(readWarc(bytes("hello\n".repeat(9)))))).toEqual([[1, "bad"]]);
    expect(await all(readWarc(bytes("")))).toEqual([]);
  });
  it("that it can't be fetched any further is no fault of the archive", async () => {
    async function* failing(): ByteSource {
      yield archive[0] as Buffer;
      throw new Error("the connection is gone");
    }
    await expect(all(readWarc(failing()))).rejects.toThrow("the connection is gone");
  });
  const page = Buffer.from(PAGE);
  const half = page.length >> 1;
  const chunks = Buffer.concat([
    Buffer.from(`${half.toString(16)};note\r\n`),
    page.subarray(0, half),
    Buffer.from(`\r\n${(page.length - half).toString(16)}\r\n`),
    page.subarray(half),
    Buffer.from("\r\n0\r\nTrailer: x\r\n\r\n"),
  ]);
  const sent = (fields: string, body: Buffer) =>
    warc(
      "response",
      "https://canal.example/1",
      Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${fields}\r\n`), body]),
    );
  it.each([
    ["in chunks", sent("Transfer-Encoding: chunked\r\n", chunks)],
    ["joined already, whatever its head says", sent("Transfer-Encoding: chunked\r\n", page)],
    ["packed", sent("Content-Encoding: gzip\r\n", gzipSync(page))],
    [
      "packed and in chunks",
      sent("content-encoding: GZIP\r\ntransfer-encoding: chunked\r\n", inOne(gzipSync(page))),
    ],
    ["unpacked already, whatever its head says", sent("Content-Encoding: gzip\r\n", page)],
    ["packed by brotli", sent("Content-Encoding: br\r\n", brotliCompressSync(page))],
    ["deflated", sent("Content-Encoding: deflate\r\n", deflateRawSync(page))],
  ])("a page %s is read as it was", async (_, file) => {
    const [record] = await all(readWarc(bytes(file, 4_096)));
    expect(record?.held.kind === "page" && Buffer.from(record.held.bytes).toString()).toBe(PAGE);
  });
  it("a page that unpacks to more than may be held, or not at all, is reported, and the next is read", async () => {
    const bomb = sent("Content-Encoding: gzip\r\n", gzipSync(Buffer.alloc(LONGEST + 1)));
    const broken = sent("Content-Encoding: br\r\n", page);
    const records = await all(readWarc(bytes(Buffer.concat([bomb, broken, sent("", page)]), 65_536)));
    expect(kinds(records)).toEqual([
      [1, "bad"],
      [2, "bad"],
      [3, "page"],
    ]);
    expect(records[0]?.held).toMatchObject({ problem: expect.stringContaining("8 MB") });
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
      await mkdir(path.join(folder, "more"));
      await writeFile(path.join(folder, "more", "d.xhtml"), PAGE);
      await writeFile(path.join(folder, "urls.csv"), "file,url\nmore/d.xhtml,https://canal.example/d\n");
      const records = await all(readHtmlFolder(folder));
      expect(records.map(({ excerpt, held }) => [excerpt, held.kind])).toEqual([
        ["a.html.gz", "page"],
        ["b.html", "page"],
        ["c.html.gz", "bad"],
        ["more/d.xhtml", "page"],
      ]);
      expect(records[3]?.held).toMatchObject({ url: "https://canal.example/d" });
      expect(records[3]?.position).toBe(PAGE.length * 2 + gzipSync(PAGE).length + "not packed".length);
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
  it.each([
    ["2024-07-02 10:41:22.123456", "2024-07-02T10:41", null],
    ["2024-07-02T10:41+0200", "2024-07-02T10:41", "+02:00"],
    ["Tue, 2 Jul 2024 08:30:00 GMT", "2024-07-02T08:30", "UTC"],
    ["2024-07-02 00:00:00", "2024-07-02", null],
    ["2024-07", "2024-07", null],
  ])("the date %s is read, and nothing is added to it", (date, publishedAt, zone) =>
    expect(readListed({ date })).toMatchObject({ publishedAt, zone }),
  );
  it("a date that is none is said", () =>
    expect(() => readListed({ date: "last week" })).toThrow(/not a date/));
});

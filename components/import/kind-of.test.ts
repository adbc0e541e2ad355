import { describe, expect, it } from "vitest";
import { kindOf } from "./kind-of.ts";

const told = (name: string, head: string | Uint8Array) =>
  kindOf(name, typeof head === "string" ? new TextEncoder().encode(head) : head);

describe("what a file is", () => {
  it.each([
    ["list.jsonl", '{"title":"A"}\n', "jsonl"],
    ["list.txt", '\uFEFF{"title":"A"}\n', "jsonl"],
    ["broken.jsonl", "not json\n", "jsonl"],
    ["export", "id,publish_date,title,url\n1,", "csv"],
    ["export.csv", "title\nA\n", "csv"],
    ["export.tsv", "title\turl\n", "csv"],
    ["pages", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", "warc"],
    ["pages.warc.gz", new Uint8Array([0x1f, 0x8b, 8, 0]), "warc"],
    ["page.txt", "<!doctype html><title>A</title>", "html"],
  ])("%s that begins so", (name, head, kind) => expect(told(name, head)).toEqual({ kind }));

  it.each([
    ["list.jsonl.gz", new Uint8Array([0x1f, 0x8b, 8, 0]), "unpack"],
    ["list.zip", new Uint8Array([0x50, 0x4b, 3, 4]), "unpack"],
    ["list.csv", new Uint8Array([0xff, 0xfe, 0x74, 0]), "save it in UTF-8"],
    [
      "photo.png",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]),
      "no text. What can be brought in: .jsonl, .csv",
    ],
    ["photo.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), "saved .html pages"],
    ["list.json", '[{"title":"A"}]', "a line of its own"],
    ["notes.md", "# Notes\n", "none of"],
    ["list.csv", "  \n", "empty"],
  ])("%s is refused in words", (name, head, words) =>
    expect(told(name, head)).toEqual({ problem: expect.stringContaining(words) }),
  );
});

import { expect, test } from "vitest";
import { decodeHtml } from "./decode-html.ts";

const page = (charset: string, title: string) => `<html><head><meta charset="${charset}"><title>${title}`;

/** Our own words with their bytes: the encoder of the platform writes UTF-8 only. */
const WORDS = [
  ["windows-1251", "Порт закрыт", "cfeef0f220e7e0eaf0fbf2"],
  ["koi8-r", "Порт закрыт", "f0cfd2d420dac1cbd2d9d4"],
  ["euc-kr", "항구 폐쇄", "c7d7b1b820c6f3bce2"],
  ["shift_jis", "港は閉鎖", "8d6082cd95c28dbd"],
  ["euc-jp", "港は閉鎖", "b9c1a4cfcac4babf"],
  ["gb18030", "港口关闭", "b8dbbfdab9d8b1d5"],
  ["gbk", "港口关闭", "b8dbbfdab9d8b1d5"],
  ["big5", "港口關閉", "b4e4a466c3f6b3ac"],
  ["windows-1252", "“Zürich” – 5 €", "935afc7269636894209620352080"],
  ["iso-8859-1", "“Zürich” – 5 €", "935afc7269636894209620352080"],
  ["windows-1256", "ميناء", "e3ede4c7c1"],
  ["iso-8859-2", "Łódź", "a3f364bc"],
] as const;

const bytesOf = (hex: string) => Buffer.from(hex, "hex");
const ascii = (text: string) => Buffer.from(text, "latin1");

test.each(WORDS)("%s named by the header: %s", (charset, words, hex) => {
  expect(decodeHtml(bytesOf(hex), charset)).toBe(words);
});

test.each(WORDS)("%s named by the page: %s", (charset, words, hex) => {
  const bytes = Buffer.concat([ascii(page(charset, "")), bytesOf(hex)]);
  expect(decodeHtml(bytes)).toBe(page(charset, words));
});

test("UTF-8, with and without its mark, which is no part of the text", () => {
  expect(decodeHtml(Buffer.from("Überfahrt"), "utf-8")).toBe("Überfahrt");
  expect(decodeHtml(Buffer.from("\ufeffÜberfahrt"))).toBe("Überfahrt");
  expect(decodeHtml(Buffer.from(page("UTF-8", "항구")), null)).toBe(page("UTF-8", "항구"));
});

test("UTF-16 by its mark or by the header", () => {
  const little = Buffer.from("\ufeffПорт", "utf16le");
  const big = Buffer.from(little).swap16();
  expect(decodeHtml(little)).toBe("Порт");
  expect(decodeHtml(big)).toBe("Порт");
  expect(decodeHtml(little.subarray(2), "utf-16le")).toBe("Порт");
  expect(decodeHtml(big.subarray(2), "utf-16be")).toBe("Порт");
});

test("the mark is stronger than the header, the header than the page", () => {
  expect(decodeHtml(Buffer.from("\ufeffПорт"), "windows-1251")).toBe("Порт");
  const bytes = Buffer.concat([ascii(page("iso-8859-1", "")), bytesOf("cfeef0f2")]);
  expect(decodeHtml(bytes, "windows-1251")).toBe(page("iso-8859-1", "Порт"));
});

test("nothing says anything: windows-1252, as in browsers", () => {
  expect(decodeHtml(bytesOf("935afc7269636894"))).toBe("“Zürich”");
  expect(decodeHtml(bytesOf("935afc7269636894"), "no-such-charset")).toBe("“Zürich”");
});

test("bytes that make no sense never stop a page", () => {
  expect(decodeHtml(bytesOf("61ff62"), "utf-8")).toBe("a\ufffdb");
  expect(decodeHtml(bytesOf("61ff"), "utf-16le")).toBe("\uff61");
  expect(decodeHtml(bytesOf("61"), "utf-16le")).toBe("\ufffd");
  expect(decodeHtml(ascii("abc"), "iso-2022-kr")).toBe("abc");
  expect(decodeHtml(ascii("abc"), "x-user-defined")).toBe("abc");
  expect(decodeHtml(new Uint8Array(0))).toBe("");
});

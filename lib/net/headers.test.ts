import { expect, test } from "vitest";
import { contentTypeOf } from "./content-type.ts";
import { retryAfterSeconds } from "./retry-after.ts";

const now = new Date("2026-03-02T10:00:00Z");

test.each([
  [null, null],
  ["0", 0],
  ["120", 120],
  [" 120 ", 120],
  ["86400", 86_400],
  ["86401", 86_400],
  ["99999999999999999999", 86_400],
  ["Mon, 02 Mar 2026 10:02:00 GMT", 120],
  ["Monday, 02-Mar-26 10:02:00 GMT", 120],
  ["Mon Mar  2 10:02:00 2026 GMT", 120],
  ["Mon, 02 Mar 2026 09:00:00 GMT", 0],
  ["Fri, 01 Jan 2100 00:00:00 GMT", 86_400],
  ["", null],
  ["-5", null],
  ["1.5", null],
  ["1e3", null],
  ["soon", null],
  ["2026-03-02", null],
  ["Mon, 99 Foo 2026", null],
])("Retry-After %j asks for %s seconds", (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});

test.each([
  [null, null],
  ["", null],
  ["text", null],
  ["text/html", { media: "text/html", charset: null }],
  [" TEXT/HTML;charset=UTF-8", { media: "text/html", charset: "UTF-8" }],
  ["text/html; Charset = 'koi8-r'; x=y", { media: "text/html", charset: "koi8-r" }],
  ["text/html; x=y;charset=euc-kr", { media: "text/html", charset: "euc-kr" }],
  ["text/html; charset=", { media: "text/html", charset: null }],
  ["application/rss+xml;", { media: "application/rss+xml", charset: null }],
  ["text/html, text/plain", { media: "text/html", charset: null }],
  ["text/html<script>", null],
])("Content-Type %j", (header, read) => {
  expect(contentTypeOf(header)).toEqual(read);
});

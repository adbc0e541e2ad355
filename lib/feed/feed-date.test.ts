import { describe, expect, it } from "vitest";
import { momentOf, readFeedDate } from "./feed-date.ts";

const read = (raw: string) => {
  const date = readFeedDate(raw);
  return date && `${date.local} ${date.zone}`;
};

describe("readFeedDate", () => {
  it.each([
    ["Sun, 30 Jun 2024 10:41:00 +0200", "2024-06-30T10:41 +02:00"],
    ["Sun, 30 June 2024 10:41 GMT", "2024-06-30T10:41 UTC"],
    ["30 Jun 24 9:05:00 EST", "2024-06-30T09:05 -05:00"],
    // The day of the week is not what counts.
    ["Mon, 30 Jun 2024 10:41:00 Z", "2024-06-30T10:41 UTC"],
    // In India, Israel and Ireland: not known which.
    ["30 Jun 2024 10:41:00 IST", "2024-06-30T10:41 null"],
    ["30-Jun-2024", "2024-06-30 null"],
    ["2024-06-30T10:41:00.123-05:30", "2024-06-30T10:41 -05:30"],
    ["2024-06-30 10:41", "2024-06-30T10:41 null"],
    ["2024-06-30T10:41:00+00:00", "2024-06-30T10:41 UTC"],
    ["2024-06", "2024-06 null"],
    ["2024", "2024 null"],
    ["Sun Jun 30 10:41:00 UTC 2024", "2024-06-30T10:41 UTC"],
  ])("reads %s as printed", (raw, printed) => {
    expect(read(raw)).toBe(printed);
  });

  it.each([
    "",
    "yesterday",
    "30 Feb 2024",
    "2024-13-01",
    "2024-06-30T25:00Z",
    "0000-01-01",
    "31 Foo 2024",
    "1719744060",
  ])("takes %s for no date", (raw) => {
    expect(readFeedDate(raw)).toBeNull();
  });
});

it("knows the moment of a date, as exact as it is", () => {
  expect(momentOf({ local: "2024-06-30T10:41", zone: "+02:00" }).toISOString()).toBe(
    "2024-06-30T08:41:00.000Z",
  );
  expect(momentOf({ local: "2024-06", zone: null }).toISOString()).toBe("2024-06-01T00:00:00.000Z");
});

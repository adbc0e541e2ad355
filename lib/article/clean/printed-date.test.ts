import { expect, test } from "vitest";
import { findPrintedDate, numericOrderOf } from "./printed-date.ts";

test.each([
  ["2024-06-30", "2024-06-30", null],
  ["2025-03-03T14:05:22Z", "2025-03-03T14:05", "UTC"],
  ["2025-03-03T14:05:22+0200", "2025-03-03T14:05", "+02:00"],
  ["30 Jun, 2024 10:41", "2024-06-30T10:41", null],
  ["Sunday 30 June 2024", "2024-06-30", null],
  ["10:41 GMT, 3 March 2025", "2025-03-03T10:41", "GMT"],
  ["1405 GMT 3 March 2025", "2025-03-03T14:05", "GMT"],
  ["3 March 2025 14:05 +02:00", "2025-03-03T14:05", "+02:00"],
  ["Mar 3, 2025 2:05 p.m. ET", "2025-03-03T14:05", "ET"],
  ["March 3rd, 2025 at 12am", "2025-03-03T00:00", null],
  ["Published: Mon, Mar. 3, 2025 | 7:15 AM EST", "2025-03-03T07:15", "EST"],
  ["at 9.30pm on 12 May 2025", "2025-05-12T21:30", null],
  ["2025/03/03 11:20 (UTC+8)", "2025-03-03T11:20", "+08:00"],
  ["13/04/2025 09:00", "2025-04-13T09:00", null],
  ["04/13/2025", "2025-04-13", null],
  ["04/04/2025", "2025-04-04", null],
  ["22/11/25 11:35 AM", "2025-11-22T11:35", null],
  ["3 March 2025, 18h05 Europe/Paris", "2025-03-03T18:05", "Europe/Paris"],
  ["By Ines ValeDec 22, 2025", "2025-12-22", null],
  ["3 March 2025 25:71", "2025-03-03", null],
])("%s", (line, at, zone) => {
  expect(findPrintedDate(line)).toMatchObject({ at, zone, problem: null });
});

test("a numeric date that could be read both ways is not guessed", () => {
  const date = findPrintedDate("Posted 03/04/2025");
  expect(date?.at).toBeNull();
  expect(date?.problem).toBe("03/04/2025 could be day or month first: please enter the date");
});

test("another date of the page settles the order of day and month", () => {
  const order = numericOrderOf(["Posted 03/04/2025", "Updated 15/04/2025"]);
  expect(order).toBe("day-first");
  expect(findPrintedDate("Posted 03/04/2025", order)?.at).toBe("2025-04-03");
  expect(numericOrderOf(["04/15/2025"])).toBe("month-first");
  expect(numericOrderOf(["03/04/2025"])).toBeNull();
});

test("a day that is not on the calendar is named and not moved", () => {
  expect(findPrintedDate("31 February 2025")).toMatchObject({
    at: null,
    problem: "31 February 2025 is not a day on the calendar",
  });
});

test.each(["In 2024 12 people came", "3 March", "they may 3 2025", "version 1.2.2025.7", ""])(
  "no date in: %s",
  (line) => {
    expect(findPrintedDate(line)?.at ?? null).toBeNull();
  },
);

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
  ["Publié le dimanche 30 juin 2024 à 10h41", "2024-06-30T10:41", null],
  ["Publié le 1er févr. 2024, 10:41", "2024-02-01T10:41", null],
  ["Mis à jour le 15 août 2024", "2024-08-15", null],
  ["30. Juni 2024, 10:41 Uhr", "2024-06-30T10:41", null],
  ["Veröffentlicht am 1. März 2024 um 09.05 Uhr", "2024-03-01T09:05", null],
  ["30 de junio de 2024 a las 10:41 h", "2024-06-30T10:41", null],
  ["2 de setiembre del 2024, 10:41 p. m.", "2024-09-02T22:41", null],
  ["30 июня 2024 в 10:41", "2024-06-30T10:41", null],
  ["Опубликовано 1 мая 2024, 22:05 МСК", "2024-05-01T22:05", null],
  ["نُشر في 30 يونيو 2024 الساعة 10:41", "2024-06-30T10:41", null],
  ["٣٠ يونيو/حزيران ٢٠٢٤ - ١٠:٤١ م", "2024-06-30T22:41", null],
  ["الأحد 2 تشرين الأول 2024، 12:05 صباحا", "2024-10-02T00:05", null],
  ["입력 2024.06.30. 오전 10:41", "2024-06-30T10:41", null],
  ["2024년 6월 30일 오후 2:05", "2024-06-30T14:05", null],
  ["2024年6月30日 10:41", "2024-06-30T10:41", null],
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

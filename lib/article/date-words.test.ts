import { describe, expect, it } from "vitest";
import { dateWords, dayWords, momentWords } from "./date-words.ts";

describe("dateWords", () => {
  it("says that a zone is not stated instead of giving one", () => {
    expect(dateWords({ local: "2024-06-30T10:41", zone: null })).toBe("30 June 2024, 10:41, zone not stated");
  });
  it("keeps the zone the page gives, unshifted", () => {
    expect(dateWords({ local: "2024-06-03T00:05", zone: "+09:00" })).toBe("3 June 2024, 00:05 +09:00");
  });
  it("is as exact as the date", () => {
    expect(dateWords({ local: "2024-06-30", zone: null })).toBe("30 June 2024");
    expect(dayWords({ local: "2024-06", zone: null })).toBe("June 2024");
    expect(dayWords({ local: "2024", zone: null })).toBe("2024");
    expect(dateWords(null)).toBe("date not stated");
  });
  it("tells our own moments in UTC", () => {
    expect(momentWords(new Date("2026-11-24T00:05:59Z"))).toBe("24 November 2026, 00:05 UTC");
  });
});

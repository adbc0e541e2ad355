import { expect, test } from "vitest";
import { isPageAbove } from "./page-above.ts";

const at = (path: string) => `https://courier.test${path}`;

test.each([
  ["/", "/sea/harbour-closed"],
  ["/", "/?p=12", false],
  ["/sea", "/sea/harbour-closed"],
  ["/sea/", "/sea/2024/06/harbour-closed.html"],
  ["/sea/harbour-closed", "/sea/harbour-closed/amp", false],
  ["/sea/harbour-closed/", "/sea/harbour-closed/2", false],
  ["/", "/index.html", false],
  ["/", "/amp", false],
  ["/sea/harbour-closed", "/sea/harbour-closed", false],
  ["/sea/harbour-closed", "/harbour", false],
  ["/sea/harbour-open", "/sea/harbour-closed", false],
  ["/?article=12", "/sea/harbour-closed", false],
])("%s above %s", (address, other, is = true) => {
  expect(isPageAbove(at(address as string), at(other as string))).toBe(is);
});

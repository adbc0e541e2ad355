import { expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

it("an answer is of no use once one that was asked for later has come", () => {
  const begin = inOrder();
  const [first, second, third] = [begin(), begin(), begin()];
  expect(second()).toBe(true);
  expect(first()).toBe(false);
  expect(third()).toBe(true);
  expect(second()).toBe(false);
});

it("answers that come in order are all of use, also where one of them never comes", () => {
  const begin = inOrder();
  expect(begin()()).toBe(true);
  begin();
  expect(begin()()).toBe(true);
});

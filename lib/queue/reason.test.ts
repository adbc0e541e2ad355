import { expect, it } from "vitest";
import { reasonWords } from "./reason.ts";

it.each([
  [{ reason: "This is no feed." }, "This is no feed."],
  [{ value: { message: "job heartbeat timeout" } }, /^The worker ended in the middle/],
  [{ value: { message: "job timed out" } }, "It took longer than it may."],
  [{ name: "Error", message: "handler execution exceeded 120s" }, "It took longer than it may."],
  [{ message: "connect ECONNREFUSED" }, "connect ECONNREFUSED"],
  [{ value: "odd" }, "No reason was kept."],
  [null, "No reason was kept."],
])("%o", (output, words) => {
  expect(reasonWords(output)).toMatch(words);
});

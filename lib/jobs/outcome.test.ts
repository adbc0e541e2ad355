import { expect, it } from "vitest";
import { OnRecordError } from "../errors.ts";
import { failureOf } from "./outcome.ts";

it("what stays wrong is not tried again, what passes is", () => {
  expect(failureOf(new OnRecordError("unusable", "This is no feed."))).toEqual({
    again: false,
    reason: "This is no feed.",
  });
  expect(failureOf(new OnRecordError("conflict", "Someone was faster."))).toMatchObject({ again: true });
  expect(failureOf(new OnRecordError("tooMany", "The host asks for patience."))).toMatchObject({
    again: true,
  });
});

it("others are told by the last line of what they say, and never at length", () => {
  expect(failureOf(new Error("Invalid call:\n  tx.feed.update()\n\nThe row is locked.\n"))).toEqual({
    again: true,
    reason: "The row is locked.",
  });
  expect(failureOf("x".repeat(5_000)).reason).toHaveLength(304);
  expect(failureOf(new Error("")).reason).toBe("It failed without a word.");
});

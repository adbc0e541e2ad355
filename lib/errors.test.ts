import { expect, it } from "vitest";
import { OnRecordError } from "./errors.ts";

it("says what is wrong and then what to do, and keeps the two apart", () => {
  const error = new OnRecordError("unusable", { fault: "It is broken.", advice: "Mend it." });
  expect(error).toMatchObject({ message: "It is broken. Mend it.", fault: "It is broken." });
});

it("takes words that were not given apart for what is wrong", () => {
  const error = new OnRecordError("missing", "It is gone. Look elsewhere.");
  expect(error).toMatchObject({ message: "It is gone. Look elsewhere.", fault: error.message });
});

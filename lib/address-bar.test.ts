import { expect, it } from "vitest";
import { addressWith, fieldsIn } from "./address-bar.ts";

it("of a field that is said twice the first counts; what is not asked for is left", () => {
  expect(fieldsIn({ words: ["ferry", "boat"], only: "", page: "2" }, ["words", "only", "from"])).toEqual({
    words: "ferry",
    only: "",
    from: undefined,
  });
});

it("an address says the fields that are not empty, encoded", () => {
  expect(addressWith("/desk", { words: "", work: "" })).toBe("/desk");
  expect(addressWith("/desk", { words: "a & b", work: "toLook" })).toBe("/desk?words=a+%26+b&work=toLook");
});

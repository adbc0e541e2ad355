import { expect, it } from "vitest";
import { aliasesWords, aliasWords, tenuresWords } from "./state-words.ts";

const plain = { name: "Halden Pilots", kind: "name", language: null, from: null, to: null };

it("a name says what kind it is, its language and when it is good, as far as it is known", () => {
  expect(aliasWords(plain)).toBe("Halden Pilots");
  expect(aliasWords({ ...plain, name: "HP", kind: "acronym", language: "en", from: "2021-01-01" })).toBe(
    "HP (acronym, en, since 2021-01-01)",
  );
});
it("a decision of before held a plain name", () => expect(aliasWords("Halden Pilots")).toBe("Halden Pilots"));
it("no name is nothing", () => expect(aliasesWords([])).toBe("nothing"));
it("holders stand by name, new ones too", () => {
  const held = [
    { holderId: "a", from: "2020-01-01", to: "2023-05-01" },
    { holder: "Joris Amble", from: "2023-05-01", to: null },
    { holderId: "gone", from: "2024-05-01", to: null },
  ];
  expect(tenuresWords(held, { a: "Tamsin Oake" })).toBe(
    "Tamsin Oake, 2020-01-01 to 2023-05-01; Joris Amble, since 2023-05-01; a record that is gone, since 2024-05-01",
  );
});

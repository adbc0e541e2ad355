import { expect, it } from "vitest";
import { cutWords } from "./cut-words.ts";

it("keeps what is short", () => {
  expect(cutWords("Port: “it sails”", 16)).toBe("Port: “it sails”");
});

it("cuts at a word, without the punctuation before the cut", () => {
  expect(cutWords("Port: it sails, and it sails again", 16)).toBe("Port: it sails …");
});

it("closes a quotation that it cuts, and no other", () => {
  expect(cutWords("Port: “it sails, and it sails again”", 18)).toBe("Port: “it sails …”");
  expect(cutWords("Port: “it sails” every day of the week", 26)).toBe("Port: “it sails” every day …");
  expect(cutWords("Port says of it all: “sails again”", 22)).toBe("Port says of it all …");
});

import { expect, it } from "vitest";
import { privateAddress } from "../net/web-address.ts";
import { withoutPasting } from "./without-pasting.ts";

it.each([
  [privateAddress().message, "The address leads into a private network."],
  [
    "mole.example does not answer. Try again later, or paste the text.",
    "mole.example does not answer. Try again later.",
  ],
  [
    "mole.example can’t prove that it is mole.example. Open the page in a browser, and paste the text if you trust it.",
    "mole.example can’t prove that it is mole.example. Open the page in a browser.",
  ],
  ["The page is larger than 5 MB. Paste the text instead.", "The page is larger than 5 MB."],
  ["mole.example names no feed that can be read.", "mole.example names no feed that can be read."],
])("%s", (message, said) => expect(withoutPasting(message)).toBe(said));

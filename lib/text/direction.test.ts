import { expect, it } from "vitest";
import { directionOf, inLanguage, marksIn } from "./direction.ts";

it("Arabic and Hebrew run from the right", () => {
  expect(["ar", "he", "en", "ko", "und", null].map(directionOf)).toEqual([
    "rtl",
    "rtl",
    "ltr",
    "ltr",
    "auto",
    "auto",
  ]);
});

it("an element says its language only where somebody can tell it", () => {
  expect(inLanguage("ar")).toEqual({ lang: "ar", dir: "rtl" });
  expect(inLanguage("de")).toEqual({ lang: "de", dir: "ltr" });
  for (const unknown of ["und", null]) expect(inLanguage(unknown)).toEqual({ dir: "auto" });
});

it("quotation marks are those of the language, curly where none is known", () => {
  expect(["en", "ko", null, "und", "ar", "fr", "de"].map((language) => marksIn(language).join("x"))).toEqual([
    "“x”",
    "“x”",
    "“x”",
    "“x”",
    "«x»",
    "«\u202fx\u202f»",
    "„x“",
  ]);
});

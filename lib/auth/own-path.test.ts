import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

describe("ownPath", () => {
  it.each(["/desk", "/desk/articles/1?tab=history#top", "/", "/search?q=a%20b"])("keeps %s", (path) => {
    expect(ownPath(path, "/desk")).toBe(path);
  });

  it.each([
    "https://elsewhere.example/desk",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/.//elsewhere.example",
    "javascript:alert(1)",
    "desk",
    "",
    `/${"a".repeat(600)}`,
    "/sign-in?next=/desk",
    "/sign-in/link",
    "/api/desk/undo",
  ])("refuses %j", (path) => {
    expect(ownPath(path, "/desk")).toBe("/desk");
  });

  it.each([undefined, null, 3, ["/desk"]])("refuses %j, which is no text", (given) => {
    expect(ownPath(given, "/desk")).toBe("/desk");
  });

  it("never leaves the site, whatever is asked for", () => {
    const parts = fc.constantFrom(
      "/",
      "\\",
      ":",
      "\t",
      "\n",
      ".",
      "@",
      "x.example",
      "https:",
      "?",
      "#",
      "desk",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
        const path = ownPath(`/${pieces.join("")}`, "/desk");
        expect(new URL(path, "https://record.example").origin).toBe("https://record.example");
      }),
    );
  });
});

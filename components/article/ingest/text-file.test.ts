import { describe, expect, it } from "vitest";
import { LARGEST_PASTE } from "#lib/article/clean/judge.ts";
import { LARGEST_TEXT, readTextFile, tooLargeWords } from "./text-file.ts";

describe("readTextFile", () => {
  it("reads UTF-8, without its mark", async () => {
    expect(await readTextFile(new Blob(["\uFEFFHarbour – dredging"]))).toEqual({
      text: "Harbour – dredging",
    });
  });

  it.each([
    ["bytes that are no UTF-8", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])],
    ["a NUL", new Uint8Array([0x61, 0x00, 0x62])],
  ])("refuses %s", async (_, bytes) => {
    expect(await readTextFile(new Blob([bytes]))).toMatchObject({
      problem: expect.stringContaining("not readable"),
    });
  });

  it("refuses one over 2 MB, and not one of exactly 2 MB", async () => {
    expect(await readTextFile(new Blob(["a".repeat(LARGEST_TEXT + 1)]))).toMatchObject({
      problem: expect.stringContaining("2.0 MB"),
    });
    expect(await readTextFile(new Blob(["a".repeat(LARGEST_TEXT)]))).toHaveProperty("text");
  });
});

describe("the limit", () => {
  it("is the server's", () => {
    expect(LARGEST_TEXT).toBe(LARGEST_PASTE);
    expect(tooLargeWords(LARGEST_TEXT)).toBeNull();
  });
});

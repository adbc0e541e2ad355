import { describe, expect, it } from "vitest";
import { commandOf, KEY_LINES, keyOf } from "./keys.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const reading = { typing: false, on: true };

describe("keys", () => {
  it("decide while reading", () => {
    expect(commandOf(press("a"), reading)).toBe("accept");
    expect(commandOf(press("?"), reading)).toBe("keys");
    expect(commandOf(press("A"), reading)).toBeNull();
  });

  it("mean letters while somebody types or has switched them off; Escape always leaves", () => {
    expect(commandOf(press("a"), { typing: true, on: true })).toBeNull();
    expect(commandOf(press("a"), { typing: false, on: false })).toBeNull();
    expect(commandOf(press("Escape"), { typing: true, on: false })).toBe("leave");
  });

  it("leave the browser its own: Ctrl+A selects all, Ctrl+C copies", () => {
    expect(commandOf(press("a", { ctrlKey: true }), reading)).toBeNull();
    expect(commandOf(press("c", { metaKey: true }), reading)).toBeNull();
    expect(commandOf(press("n", { altKey: true }), reading)).toBeNull();
  });

  it("are each used once, and every command has one", () => {
    const keys = KEY_LINES.flatMap((line) => line.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { command } of KEY_LINES) expect(keyOf(command)).not.toBe("");
  });
});

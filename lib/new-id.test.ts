import { expect, it, vi } from "vitest";
import { newId } from "./new-id.ts";

it("is a UUID of version 7, another each time", () => {
  const ids = Array.from({ length: 1_000 }, newId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1_000);
});

it("sorts by when it was made", () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  const ids = Array.from({ length: 300 }, () => {
    vi.advanceTimersByTime(1);
    return newId();
  });
  vi.useRealTimers();
  expect(ids).toEqual(ids.toSorted());
});

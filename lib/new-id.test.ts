import { expect, it, vi } from "vitest";
import { newId } from "./new-id.ts";

it("is a UUID of version 7, another each time", () => {
  const ids = Array.from({ length: 1_000 }, newId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1_000);
});

it("sorts by when it was made, within a millisecond too, and when the clock is set back", () => {
  vi.useFakeTimers({ now: Date.UTC(2100, 0, 1) });
  const ids = Array.from({ length: 5_000 }, newId);
  vi.setSystemTime(Date.UTC(2099, 0, 1));
  ids.push(newId());
  vi.setSystemTime(Date.UTC(2101, 0, 1));
  ids.push(newId());
  vi.useRealTimers();
  expect(ids).toEqual(ids.toSorted());
  expect(ids.at(-1)?.slice(0, 13).replace("-", "")).toBe(Date.UTC(2101, 0, 1).toString(16).padStart(12, "0"));
});

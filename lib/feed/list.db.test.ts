import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { FEEDS_PAGE, readFeeds } from "./list.server.ts";
import { readFeedsQuery } from "./list-query.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const list = (params: Readonly<Record<string, string>> = {}) =>
  readFeeds(db(), editor, readFeedsQuery(params));
const titlesOf = async (params: Readonly<Record<string, string>>) =>
  (await list(params)).rows.map(({ title }) => title);

interface Made {
  readonly title: string;
  readonly state?: "active" | "paused" | "removed";
  /** Broken since that day of June. */
  readonly broken?: number;
}

/** Feeds of one outlet, whose name is a mark that a search finds them by. Returns the mark. */
async function make(feeds: readonly Made[]): Promise<string> {
  const mark = randomUUID();
  const outlet = await db().outlet.create({ data: { name: `Réveil ${mark}`, kind: "newspaper" } });
  await db().feed.createMany({
    data: feeds.map(({ title, state = "active", broken }) => ({
      url: `https://buoy.example/${randomUUID()}`,
      outletId: outlet.id,
      title,
      kind: "rss",
      state,
      addedBy: editor.userId,
      polledAt: new Date(),
      ...(broken === undefined
        ? {}
        : { problem: "no answer", problemAt: new Date(Date.UTC(2024, 5, broken)), failures: 1 }),
    })),
  });
  return mark;
}

describe("the list of feeds", () => {
  it("has broken ones first, the longest broken on top, paused ones last, removed ones not at all", async () => {
    const words = await make([
      { title: "Paused", state: "paused", broken: 1 },
      { title: "beta" },
      { title: "Alpha" },
      { title: "Late", broken: 20 },
      { title: "Early", broken: 2 },
      { title: "Gone", state: "removed" },
    ]);
    expect(await titlesOf({ words })).toEqual(["Early", "Late", "Alpha", "beta", "Paused"]);
    expect((await list({ words })).counts).toEqual({ broken: 2, read: 2, paused: 1 });
    expect(await titlesOf({ words, only: "broken" })).toEqual(["Early", "Late"]);
    expect(await titlesOf({ words, only: "read" })).toEqual(["Alpha", "beta"]);
    expect(await titlesOf({ words, only: "paused" })).toEqual(["Paused"]);
    // The counts lead to the other parts.
    expect((await list({ words, only: "paused" })).counts.broken).toBe(2);
  });

  it("is paged, each feed once, there and back, also while feeds come in and break", async () => {
    const count = 2 * FEEDS_PAGE + 5;
    const words = await make(
      Array.from({ length: count }, (_, n) => ({
        title: `Feed ${String(n).padStart(3, "0")} with a . and “é”`,
        ...(n < 3 ? { broken: n + 1 } : n >= count - 3 ? { state: "paused" as const } : {}),
      })),
    );
    const first = await list({ words });
    const { outletId } = await db().feed.findFirstOrThrow({
      where: { outlet: { name: { contains: words } } },
    });
    await db().feed.create({
      data: {
        url: `https://buoy.example/${randomUUID()}`,
        outletId,
        title: "Feed 000 came in",
        kind: "rss",
        addedBy: editor.userId,
      },
    });
    const second = await list({ words, after: first.after ?? "" });
    const third = await list({ words, after: second.after ?? "" });
    const titles = [first, second, third].flatMap(({ rows }) => rows.map(({ title }) => title.slice(5, 8)));
    expect(titles).toEqual(Array.from({ length: count }, (_, n) => String(n).padStart(3, "0")));
    expect([first.before, third.after]).toEqual([null, null]);
    expect((await list({ words, before: third.before ?? "" })).rows).toEqual(second.rows);
  });

  it("finds words of name, address and outlet, in any order, without capitals and accents", async () => {
    const mark = await make([{ title: "Café_100% notices" }]);
    const { url } = await db().feed.findFirstOrThrow({ where: { outlet: { name: { contains: mark } } } });
    for (const words of [`${mark} cafe`, `NOTICES reveil ${mark}`, url, `100% ${mark}`, `é_1 ${mark}`])
      expect(await titlesOf({ words }), words).toEqual(["Café_100% notices"]);
    for (const words of [`${mark} tea`, `fe-1 ${mark}`, `e%0 ${mark}`])
      expect(await titlesOf({ words }), words).toEqual([]);
  });

  it("counts entries of the last day and those that wait", async () => {
    const words = await make([{ title: "Counted" }, { title: "Empty" }]);
    const { id: feedId } = await db().feed.findFirstOrThrow({
      where: { title: "Counted", outlet: { name: { contains: words } } },
    });
    const entry = { feedId, title: "t", summary: "s", fingerprint: "f" };
    const done = { doneAt: new Date() };
    const old = new Date(Date.now() - 25 * 3_600_000);
    await db().feedItem.createMany({
      data: [
        { ...entry, key: "1", state: "waiting" },
        { ...entry, key: "2", state: "done", ...done },
        { ...entry, key: "3", state: "failed", problem: "x", ...done },
        { ...entry, key: "4", state: "before" },
        { ...entry, key: "5", state: "done", foundAt: old, ...done },
        { ...entry, key: "6", state: "waiting", foundAt: old },
      ],
    });
    expect((await list({ words })).rows).toMatchObject([
      { title: "Counted", fresh: 3, waiting: 2, lost: 1 },
      { title: "Empty", fresh: 0, waiting: 0, lost: 0 },
    ]);
  });
});

it("is closed to people not signed in", () =>
  expect(readFeeds(db(), null)).rejects.toMatchObject({ code: "signedOut" }));

import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { giveAddress } from "./write.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

const outlet = async () =>
  (await db().outlet.create({ data: { name: `Paper ${randomUUID()}`, kind: "newspaper" } })).id;
const give = (id: string, words: string) =>
  inTransaction(db(), (tx) => giveAddress(tx, "outlet", id, words, false));
const take = async (slugs: readonly string[]) => {
  const outletId = await outlet();
  await db().address.createMany({
    data: slugs.map((slug) => ({ slug, outletId, current: false, sample: false })),
  });
};

describe("the address of a namesake", () => {
  it.each([0, 1, 2, 3, 4, 7, 8, 500])("is the next one after %i others", async (others) => {
    const base = `harbour-${randomUUID().slice(0, 8)}`;
    await take(Array.from({ length: others }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`)));
    expect(await give(await outlet(), base)).toBe(others === 0 ? base : `${base}-${others + 1}`);
  });

  it("is a free one where numbers were left out", async () => {
    const base = `harbour-${randomUUID().slice(0, 8)}`;
    await take([base, `${base}-2`, `${base}-4`, `${base}-5`]);
    const slugs = new Set<string>();
    for (let n = 0; n < 4; n++) slugs.add(await give(await outlet(), base));
    expect(slugs.size).toBe(4);
  });

  it("is another one for each of many who ask at once", async () => {
    const base = `harbour-${randomUUID().slice(0, 8)}`;
    const ids = await Promise.all(Array.from({ length: 8 }, outlet));
    expect(new Set(await Promise.all(ids.map((id) => give(id, base)))).size).toBe(8);
  });

  it("is the one it had before, when it is named so again", async () => {
    const id = await outlet();
    const [one, two] = [`first-${id.slice(0, 8)}`, `second-${id.slice(0, 8)}`];
    expect([await give(id, one), await give(id, two), await give(id, one)]).toEqual([one, two, one]);
    expect(await db().address.findMany({ where: { outletId: id, current: true } })).toMatchObject([
      { slug: one },
    ]);
  });
});

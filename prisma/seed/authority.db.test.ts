import { beforeAll, describe, expect, it } from "vitest";
import { storedAuthority } from "#lib/actor/authority.server.ts";
import { editOffice } from "#lib/actor/office-write.server.ts";
import { packagedRows } from "#lib/actor/packaged/authority.ts";
import type { ActorRow, AliasRow, AuthorityRows } from "#lib/actor/rows.ts";
import { editActor } from "#lib/actor/write.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { anotherDatabase, freshDatabase } from "#lib/database/testing.ts";
import { db, inTransaction, openDb } from "#lib/db.server.ts";
import { loadPackagedAuthority } from "./authority.ts";

await freshDatabase();
const upgraded = openDb(await anotherDatabase(), 2);

const named = (name: string, more: Partial<AliasRow> = {}): AliasRow => ({
  name,
  kind: "name",
  language: "en",
  from: null,
  to: null,
  ...more,
});

const actor = (id: string, name: string, more: Partial<ActorRow> = {}): ActorRow => ({
  id,
  name,
  kind: "person",
  partOfId: null,
  stateCode: null,
  wikidata: null,
  aliases: [],
  ...more,
});

const deputy = { id: "deputy", title: "Deputy Pilot", aliases: [], bodyId: "pilots" };
const office = { id: "pilot", title: "Chief Pilot", aliases: ["head of pilots"], bodyId: "pilots" };

/** A small package: two people hold one office after another. */
const FIRST: AuthorityRows = {
  actors: [
    actor("pilots", "Halden Pilots", {
      kind: "organisation",
      aliases: [named("HP", { kind: "acronym", language: null })],
    }),
    actor("oake", "Tamsin Oake", { partOfId: "pilots" }),
    actor("oake-2", "Tamsin Oake", { aliases: [named("Tam Oake")] }),
  ],
  offices: [office, deputy],
  tenures: [
    { officeId: "pilot", holderId: "oake", from: "2020-01-01", to: null },
    { officeId: "deputy", holderId: "oake-2", from: "2019-01-01", to: null },
  ],
  states: [],
};

const UPGRADE: AuthorityRows = {
  actors: [
    actor("pilots", "Pilots of Halden", {
      kind: "organisation",
      aliases: [
        named("HP", { kind: "acronym", language: null, from: "2021-01-01" }),
        named("Haldenlotsen", { language: null }),
      ],
    }),
    actor("oake", "T. Oake", { partOfId: "pilots", wikidata: "Q0" }),
    actor("oake-2", "Tamsin Oake", { kind: "group", wikidata: "Q1", aliases: [named("Young Oake")] }),
    actor("amble", "Joris Amble", { aliases: [named("Amble", { language: null })] }),
  ],
  offices: [
    { ...office, title: "Senior Pilot" },
    { ...deputy, aliases: ["second pilot"] },
  ],
  tenures: [
    { officeId: "deputy", holderId: "amble", from: "2018-01-01", to: null },
    { officeId: "pilot", holderId: "oake", from: "2020-01-01", to: "2023-05-01" },
    { officeId: "pilot", holderId: "amble", from: "2023-05-01", to: null },
  ],
  states: [],
};

describe("loadPackagedAuthority", () => {
  beforeAll(async () => {
    await loadPackagedAuthority();
  });

  it("brings every packaged actor in with its names and an address, none of it sample", async () => {
    const { actors, offices, tenures } = packagedRows();
    expect(await db().actor.count({ where: { key: { not: null }, sample: false } })).toBe(actors.length);
    expect(await db().address.count({ where: { current: true, sample: false } })).toBe(actors.length);
    expect(await db().office.count()).toBe(offices.length);
    expect(await db().tenure.count()).toBe(tenures.length);
    expect(await db().actor.count({ where: { aliases: { none: {} } } })).toBe(0);
  });

  it("can be asked afterwards: capitals, and who held an office when", async () => {
    const authority = await storedAuthority(db());
    expect(authority.find("Pyongyang")[0]).toMatchObject({ name: "North Korea", by: "metonym" });
    expect(authority.holder("NATO Secretary General", "2024-06-30")?.name).toBe("Jens Stoltenberg");
    expect(authority.holder("NATO Secretary General", "2024-10-02")?.name).not.toBe("Jens Stoltenberg");
  });

  it("changes nothing when it runs again", async () => {
    const rows = () => db().alias.findMany({ orderBy: { id: "asc" } });
    const before = await rows();
    const tenures = await db().tenure.findMany({ orderBy: { id: "asc" } });
    const none = { actorsAdded: 0, actorsUpdated: 0, aliasesAdded: 0, aliasesUpdated: 0 };
    expect(await loadPackagedAuthority()).toEqual(none);
    expect(await rows()).toEqual(before);
    expect(await db().tenure.findMany({ orderBy: { id: "asc" } })).toEqual(tenures);
  });
});

describe("loadPackagedAuthority after an upgrade", () => {
  const byKey = (key: string) =>
    upgraded.actor.findUniqueOrThrow({ where: { key }, include: { aliases: true, addresses: true } });

  beforeAll(async () => {
    await loadPackagedAuthority(upgraded, FIRST);
    const user = await upgraded.user.create({
      data: { id: "e", name: "Editor", email: "e@example.org", role: "editor" },
    });
    const viewer: Viewer = {
      userId: user.id,
      name: user.name,
      email: user.email,
      role: "editor",
      sample: false,
    };
    const { id, version } = await byKey("oake");
    const edit = { name: "Tamsin Oake the Elder", kind: "person" as const, aliases: ["Captain Oake"] };
    await inTransaction(upgraded, (tx) => editActor(tx, viewer, { actorId: id, version, ...edit }));
    const pilots = await byKey("pilots");
    await upgraded.alias.create({
      data: { actorId: pilots.id, name: "Haldenlotsen", folded: "haldenlotsen", kind: "name" },
    });
    const second = await byKey("oake-2");
    await inTransaction(upgraded, async (tx) => {
      await editActor(tx, viewer, {
        actorId: second.id,
        version: 1,
        wikidata: "Q7",
        aliases: ["Oake the Younger"],
      });
      await editActor(tx, viewer, { actorId: second.id, version: 2, description: "a pilot" });
      const deputy = await tx.office.findUniqueOrThrow({ where: { key: "deputy" } });
      const tenures = [{ holder: { id: second.id }, from: "2019-02-01" }];
      await editOffice(tx, viewer, { officeId: deputy.id, version: 1, title: "Deputy Pilot", tenures });
    });
    await loadPackagedAuthority(upgraded, UPGRADE);
    return () => upgraded.$disconnect();
  });

  it("updates names, and the old address stays", async () => {
    const pilots = await byKey("pilots");
    expect(pilots.name).toBe("Pilots of Halden");
    expect(pilots.addresses.map(({ slug, current }) => [slug, current]).sort()).toEqual([
      ["halden-pilots", false],
      ["pilots-of-halden", true],
    ]);
    expect(pilots.aliases.find(({ kind }) => kind === "acronym")?.validFrom).toEqual(new Date("2021-01-01"));
  });

  it("keeps an editor's correction and an editor's names, and adds the package's beside them", async () => {
    const oake = await byKey("oake");
    expect(oake).toMatchObject({ name: "Tamsin Oake the Elder", wikidata: "Q0" });
    const names = oake.aliases.map(({ name, language }) => [name, language]);
    expect(names).toContainEqual(["Captain Oake", null]);
    expect(names).toContainEqual(["T. Oake", "en"]);
    // A name without a language would be an editor's, which the desk may take away.
    const amble = await byKey("amble");
    expect(amble.aliases.find(({ name }) => name === "Amble")?.language).toBe("und");
    const pilots = await byKey("pilots");
    expect(pilots.aliases.filter(({ name }) => name === "Haldenlotsen")).toMatchObject([{ language: null }]);
  });

  it("moves the border between two holders of one office", async () => {
    const tenures = await upgraded.tenure.findMany({
      where: { office: { key: "pilot" } },
      orderBy: { from: "asc" },
      include: { holder: true, office: true },
    });
    expect(tenures.map(({ holder, to }) => [holder.key, to?.toISOString().slice(0, 10)])).toEqual([
      ["oake", "2023-05-01"],
      ["amble", undefined],
    ]);
    expect(tenures[0]?.office.title).toBe("Senior Pilot");
  });

  it("brings up to date around what an editor decided, field by field and name by name", async () => {
    const oake = await byKey("oake-2");
    expect(oake).toMatchObject({ wikidata: "Q7", description: "a pilot", kind: "group" });
    // Taken away by the editor: "Tam Oake" does not come back.
    expect(oake.aliases.map(({ name }) => name).sort()).toEqual([
      "Oake the Younger",
      "Tamsin Oake",
      "Young Oake",
    ]);
    const office = await upgraded.office.findUniqueOrThrow({
      where: { key: "deputy" },
      include: { tenures: { include: { holder: true } } },
    });
    expect(office.aliases).toEqual(["second pilot"]);
    expect(office.tenures.map(({ holder, from }) => [holder.key, from.toISOString().slice(0, 10)])).toEqual([
      ["oake-2", "2019-02-01"],
    ]);
  });

  it("tells namesakes apart by number", async () => {
    const slugs = await upgraded.address.findMany({
      where: { slug: { startsWith: "tamsin-oake" } },
      orderBy: { slug: "asc" },
    });
    expect(slugs.map(({ slug }) => slug)).toEqual(["tamsin-oake", "tamsin-oake-2", "tamsin-oake-the-elder"]);
  });

  it("loads nothing of a package that names an actor it lacks", async () => {
    const broken = {
      ...UPGRADE,
      actors: [...UPGRADE.actors, actor("new", "New"), actor("bad", "Bad", { partOfId: "gone" })],
    };
    await expect(loadPackagedAuthority(upgraded, broken)).rejects.toThrow("gone");
    expect(await upgraded.actor.findUnique({ where: { key: "new" } })).toBeNull();
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addUser, findUser } from "../auth/user.server.ts";
import type { Role, Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { disablePerson, enablePerson, invite, makeLink, readPeople } from "./people.server.ts";

await freshDatabase();

let admin: Viewer;
beforeEach(async () => {
  await db().user.deleteMany();
  admin = await someone("admin");
});

async function someone(role: Role): Promise<Viewer> {
  const { id, name, email } = await addUser({
    email: `${randomUUID()}@example.org`,
    name: `A ${role}`,
    role,
  });
  return { userId: id, name, email, role, sample: false };
}

describe("who may manage people", () => {
  const doors = (viewer: Viewer | null, userId: string): readonly (() => Promise<unknown>)[] => [
    () => readPeople(viewer),
    () => invite(viewer, { email: "new@example.org", name: "New", role: "admin" }),
    () => makeLink(viewer, { userId }),
    () => disablePerson(viewer, { userId }),
    () => enablePerson(viewer, { userId }),
  ];

  it.each(["editor", "reader"] as const)("a %s may not, through any door", async (role) => {
    const viewer = await someone(role);
    for (const door of doors(viewer, admin.userId))
      await expect(door()).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().user.count()).toBe(2);
    expect(await db().verification.count()).toBe(0);
  });

  it("nobody may without signing in", async () => {
    for (const door of doors(null, admin.userId))
      await expect(door()).rejects.toMatchObject({ code: "signedOut" });
    expect(await db().user.count()).toBe(1);
  });

  it("an administrator may", async () => {
    for (const door of doors(admin, (await someone("reader")).userId))
      await expect(door()).resolves.toBeDefined();
  });
});

describe("inviting", () => {
  it("adds the account and gives a link that is stored as a hash alone", async () => {
    const link = await invite(admin, { email: "Ines@Example.org", name: " Ines Vale ", role: "editor" });
    expect(link.email).toBe("ines@example.org");
    expect(await findUser("ines@example.org")).toMatchObject({ name: "Ines Vale", role: "editor" });
    const token = new URL(link.url).searchParams.get("token");
    expect(token).toMatch(/^\w{32}$/);
    expect(JSON.stringify(await db().verification.findMany())).not.toContain(token);
  });

  it("refuses a second account for one address", async () => {
    await expect(invite(admin, { email: admin.email, name: "Again", role: "reader" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it.each([
    { email: "no address", name: "A", role: "editor" as const },
    { email: "a@example.org", name: " ", role: "editor" as const },
    { email: "a@example.org", name: "A", role: "owner" as never },
  ])("refuses %j", async (input) => {
    await expect(invite(admin, input)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("closing an account", () => {
  it("keeps the last administrator", async () => {
    await someone("editor");
    await expect(disablePerson(admin, { userId: admin.userId })).rejects.toMatchObject({ code: "conflict" });
    const second = await someone("admin");
    expect(await disablePerson(admin, { userId: admin.userId })).toMatchObject({
      disabled: true,
      self: true,
    });
    await expect(disablePerson(second, { userId: second.userId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("keeps one when two administrators close each other at once", async () => {
    const second = await someone("admin");
    const both = await Promise.allSettled([
      disablePerson(admin, { userId: second.userId }),
      disablePerson(second, { userId: admin.userId }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
  });

  it("stops links until it is open again", async () => {
    const { userId } = await someone("reader");
    await disablePerson(admin, { userId });
    await expect(makeLink(admin, { userId })).rejects.toMatchObject({ code: "forbidden" });
    await enablePerson(admin, { userId });
    expect((await makeLink(admin, { userId })).url).toContain("/sign-in/link?token=");
  });

  it("knows no account that is not there, nor the sample newsroom's signature", async () => {
    await expect(disablePerson(admin, { userId: "nobody" })).rejects.toMatchObject({ code: "missing" });
    const { userId } = await someone("editor");
    await db().user.update({ where: { id: userId }, data: { sample: true } });
    await expect(makeLink(admin, { userId })).rejects.toMatchObject({ code: "missing" });
    expect((await readPeople(admin)).map(({ id }) => id)).toEqual([admin.userId]);
  });
});

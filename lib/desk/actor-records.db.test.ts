import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { storedAuthority } from "../actor/authority.server.ts";
import type { ActorEdit, NewActor } from "../actor/schema.ts";
import { actorState, lockActor } from "../actor/state.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";

await freshDatabase();
let editor: Viewer;
let reader: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  reader = await makeViewer(db(), "reader");
});
afterAll(() => db().$disconnect());

const desk = (name: string, input: unknown, viewer: Viewer | null = editor) =>
  runDeskWrite(db(), viewer, name, input) as Promise<Record<string, string>>;
const refused = (code: string, message: RegExp = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });
const state = (id: string) => inTransaction(db(), async (tx) => actorState(await lockActor(tx, id)));
const versionOf = async (id: string) => (await db().actor.findUniqueOrThrow({ where: { id } })).version;
const lastSeq = async () => String((await db().decision.findFirstOrThrow({ orderBy: { seq: "desc" } })).seq);

async function added(input: Partial<NewActor> = {}): Promise<string> {
  const { id } = await desk("add-actor", { name: `Actor ${randomUUID()}`, kind: "organisation", ...input });
  if (!id) throw new Error("no actor was added");
  return id;
}
const edited = async (actorId: string, edit: Partial<ActorEdit>) =>
  desk("edit-actor", { actorId, version: await versionOf(actorId), ...edit });

const NAMES = [
  { name: "HPA", kind: "acronym", language: "en", from: "2014-10-01", to: "2024-10-01" },
  { name: "할덴 도선사", kind: "transliteration", language: "KO", from: null, to: null },
  { name: "Pilot Street", kind: "metonym" },
  "Halden Pilots",
] as const;

describe("an actor's record", () => {
  it("holds everything of its names, and undo puts back exactly what was, step by step", async () => {
    const whole = await added({ name: "Port of Halden" });
    const id = await added({ name: "Halden Pilotage Association", description: "pilots", wikidata: "Q4711" });
    const first = await state(id);
    await edited(id, { aliases: NAMES, partOfId: whole, stateCode: "NO" });
    const second = await state(id);
    expect(second).toMatchObject({
      description: "pilots",
      wikidata: "Q4711",
      partOfId: whole,
      stateCode: "NO",
    });
    expect(second.aliases).toContainEqual({
      name: "HPA",
      kind: "acronym",
      language: "en",
      from: "2014-10-01",
      to: "2024-10-01",
    });
    expect(second.aliases.find(({ kind }) => kind === "transliteration")?.language).toBe("ko");
    // The shown name is a name always.
    expect(second.aliases.map(({ name }) => name)).toContain("Halden Pilotage Association");
    await edited(id, {
      name: "Pilots of Halden",
      kind: "group",
      description: null,
      partOfId: null,
      stateCode: null,
      wikidata: null,
      aliases: [],
    });
    const { seq: undone = "" } = await desk("undo", { seq: await lastSeq() });
    expect(await state(id)).toEqual(second);
    const { seq: redone = "" } = await desk("undo", { seq: undone });
    expect((await state(id)).aliases).toEqual([
      { name: "Pilots of Halden", kind: "name", language: null, from: null, to: null },
    ]);
    await desk("undo", { seq: redone });
    const [edit] = await db().decision.findMany({
      where: { action: "edit", summary: { startsWith: "corrected actor Halden Pilotage" } },
      orderBy: { seq: "asc" },
    });
    await desk("undo", { seq: String(edit?.seq) });
    expect(await state(id)).toEqual(first);
  });

  it("shown by its acronym has no other name for that, before or after an undo", async () => {
    const id = await added({
      name: "HPX",
      aliases: [{ name: "HPX", kind: "acronym", to: "2030-01-01" }, "Pilots X"],
    });
    const before = await state(id);
    expect(before.aliases.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "acronym HPX",
      "name Pilots X",
    ]);
    await edited(id, { description: "pilots" });
    await desk("undo", { seq: await lastSeq() });
    expect(await state(id)).toEqual(before);
  });

  it("keeps the rows of names that did not change", async () => {
    const id = await added({ aliases: ["One", "Two"] });
    const rows = () => db().alias.findMany({ where: { actorId: id }, orderBy: { name: "asc" } });
    const before = await rows();
    await edited(id, { aliases: ["One", "Two", "Three"] });
    expect(await rows()).toEqual(expect.arrayContaining(before));
  });

  it("what is left out of an edit stays", async () => {
    const id = await added({ name: "Quay Watch", description: "watches", aliases: ["QW"] });
    await edited(id, { stateCode: "GB" });
    expect(await state(id)).toMatchObject({ name: "Quay Watch", description: "watches", stateCode: "GB" });
    expect((await state(id)).aliases.map(({ name }) => name)).toEqual(["QW", "Quay Watch"]);
  });

  it("a stale edit meets both sides", async () => {
    const whole = await added({ name: "Mole Council" });
    const id = await added({ name: "Mole Watch" });
    await edited(id, { partOfId: whole, description: "theirs" });
    const outcome = desk("edit-actor", { actorId: id, version: 2, description: "mine" });
    await expect(outcome).rejects.toMatchObject({
      code: "conflict",
      detail: {
        yours: { description: "mine" },
        theirs: { description: "theirs", partOfId: whole },
        version: 3,
        names: { [whole]: "Mole Council" },
      },
    });
  });

  it.each<[string, Partial<ActorEdit>, string, RegExp]>([
    ["no name", { name: " " }, "invalid", /needs a name/],
    ["an unknown kind", { kind: "planet" as "person" }, "invalid", /kind/],
    ["a state code in small letters", { stateCode: "kp" }, "invalid", /two capital letters/],
    ["a Wikidata address", { wikidata: "https://x/Q1" as "Q1" }, "invalid", /Q and a number|too/i],
    ["a name twice", { aliases: ["A", "B", "A"] }, "invalid", /“A” stands here twice as name/],
    ["an empty name", { aliases: [{ name: " " }] }, "invalid", /name is empty/],
    ["a day that is none", { aliases: [{ name: "A", from: "2024-02-30" }] }, "invalid", /not a day/],
    ["a year 0", { aliases: [{ name: "A", from: "0000-01-01" }] }, "invalid", /year 0/],
    [
      "an end before the begin",
      { aliases: [{ name: "A", from: "2024-02-02", to: "2024-02-02" }] },
      "invalid",
      /later than/,
    ],
    [
      "a language that is none",
      { aliases: [{ name: "A", language: "not a language" }] },
      "invalid",
      /language tag/,
    ],
    ["a part of nothing", { partOfId: randomUUID() }, "missing", /part of is not on record/],
    ["an unnamed source", { kind: "unnamedSource" }, "unusable", /becomes no unnamed source/],
  ])("refuses %s and changes nothing", async (_, edit, code, message) => {
    const id = await added();
    const before = await state(id);
    const decisions = await db().decision.count();
    await expect(edited(id, edit)).rejects.toEqual(refused(code, message));
    expect(await state(id)).toEqual(before);
    expect(await db().decision.count()).toBe(decisions);
  });

  it("is no part of itself, by whatever way, also where two are made parts of each other at once", async () => {
    const [a, b, c] = [await added(), await added(), await added()];
    await edited(b, { partOfId: a });
    await edited(c, { partOfId: b });
    await expect(edited(a, { partOfId: c })).rejects.toEqual(refused("unusable", /part of this record/));
    await expect(edited(a, { partOfId: a })).rejects.toEqual(refused("unusable"));
    const [d, e] = [await added(), await added()];
    const outcomes = await Promise.allSettled([edited(d, { partOfId: e }), edited(e, { partOfId: d })]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("has a Wikidata id that no other record has", async () => {
    const id = await added({ name: "Signal Trust", wikidata: "Q815" });
    await expect(added({ wikidata: "Q815" })).rejects.toEqual(refused("conflict", /Signal Trust has/));
    await edited(id, { description: "the same id again", wikidata: "Q815" });
    const other = await added();
    await expect(edited(other, { wikidata: "Q815" })).rejects.toEqual(
      refused("conflict", /Signal Trust has/),
    );
  });

  it("is changed by no reader and nobody signed out", async () => {
    const id = await added();
    for (const name of [
      "edit-actor",
      "add-office",
      "edit-office",
      "withdraw-office",
      "identify",
      "withdraw-identification",
    ]) {
      await expect(desk(name, { actorId: id }, reader)).rejects.toEqual(refused("forbidden"));
      await expect(desk(name, { actorId: id }, null)).rejects.toEqual(refused("signedOut"));
    }
  });
});

describe("an office and who held it", () => {
  async function office(held: readonly (readonly [string, string, string | null])[] = []) {
    const bodyId = await added({ name: `Body ${randomUUID()}` });
    const tenures = held.map(([name, from, to]) => ({ holder: { name, kind: "person" }, from, to }));
    const { officeId = "" } = await desk("add-office", { bodyId, title: "Pilot General", tenures });
    return { bodyId, officeId, read: () => read(officeId) };
  }
  const read = (id: string) =>
    db().office.findUniqueOrThrow({
      where: { id },
      include: { tenures: { orderBy: { from: "asc" }, include: { holder: true } } },
    });
  const ranges = (row: Awaited<ReturnType<typeof read>>) =>
    row.tenures.map(({ holder, from, to }) => [
      holder.name,
      from.toISOString().slice(0, 10),
      to?.toISOString().slice(0, 10) ?? null,
    ]);

  it("holders follow each other, the border moves in one decision, and undo puts it back", async () => {
    const { officeId, read: now } = await office([
      ["Ada Quill", "2014-10-01", "2024-10-01"],
      ["Bo Quill", "2024-10-01", null],
    ]);
    const before = ranges(await now());
    const [ada, bo] = (await now()).tenures.map(({ holderId }) => holderId);
    await desk("edit-office", {
      officeId,
      version: (await now()).version,
      title: "Pilot General",
      aliases: ["chief of pilots"],
      tenures: [
        // In any order.
        { holder: { id: bo }, from: "2024-09-01" },
        { holder: { id: ada }, from: "2014-10-01", to: "2024-09-01" },
      ],
    });
    expect(ranges(await now())).toEqual([
      ["Ada Quill", "2014-10-01", "2024-09-01"],
      ["Bo Quill", "2024-09-01", null],
    ]);
    const seq = await lastSeq();
    expect((await db().decision.findUniqueOrThrow({ where: { seq: BigInt(seq) } })).before).toMatchObject([
      { noun: "office", state: { tenures: [{ to: "2024-10-01" }, { from: "2024-10-01" }] } },
    ]);
    await desk("undo", { seq });
    expect(ranges(await now())).toEqual(before);
    expect((await now()).aliases).toEqual([]);
  });

  it("decides whom its title means on a day: the engine reads what an editor wrote", async () => {
    const body = await added({ name: "Tern Alliance", aliases: [{ name: "TA", kind: "acronym" }] });
    await desk("add-office", {
      bodyId: body,
      title: "TA Secretary General",
      tenures: [
        { holder: { name: "Ivo Ternholm", kind: "person" }, from: "2014-10-01", to: "2024-10-01" },
        { holder: { name: "Mara Ternholm", kind: "person" }, from: "2024-10-01" },
      ],
    });
    const authority = await storedAuthority(db());
    const on = (day: string) => authority.find("TA Secretary General", day)[0]?.name;
    expect(on("2024-06-30")).toBe("Ivo Ternholm");
    expect(on("2024-10-01")).toBe("Mara Ternholm");
    expect(on("2025-06-30")).toBe("Mara Ternholm");
    expect(on("2014-09-30")).toBeUndefined();
  });

  it("a name is the actor's only while it is good", async () => {
    const id = await added({
      name: "Halden Ferries",
      aliases: [{ name: "Royal Ferry Board", from: "1990-01-01", to: "2001-07-01" }],
    });
    const authority = await storedAuthority(db());
    expect(authority.find("Royal Ferry Board", "2001-06-30")[0]?.actorId).toBe(id);
    expect(authority.find("Royal Ferry Board", "2001-07-01")).toEqual([]);
  });

  it("two at once are refused in words that name both, and nothing changes", async () => {
    const { officeId, read: now } = await office([["Cy Quill", "2014-10-01", "2024-10-01"]]);
    const { version, tenures } = await now();
    const actors = await db().actor.count();
    await expect(
      desk("edit-office", {
        officeId,
        version,
        title: "Pilot General",
        tenures: [
          { holder: { id: tenures[0]?.holderId }, from: "2014-10-01", to: "2024-10-01" },
          { holder: { name: "Dee Quill", kind: "person" }, from: "2024-09-30" },
        ],
      }),
    ).rejects.toMatchObject({
      code: "unusable",
      message: expect.stringMatching(
        /Cy Quill \(2014-10-01 to 2024-10-01\) and Dee Quill \(since 2024-09-30\)/,
      ),
      detail: { clash: [0, 1] },
    });
    expect(await now()).toMatchObject({ version });
    expect(await db().actor.count()).toBe(actors);
  });

  it("a stale edit meets both sides, with the holders' names", async () => {
    const { officeId, read: now } = await office([["Eve Quill", "2014-10-01", null]]);
    const { version, tenures } = await now();
    await desk("edit-office", { officeId, version, title: "Theirs", tenures: [] });
    const mine = { holder: { id: tenures[0]?.holderId }, from: "2015-10-01" };
    await expect(
      desk("edit-office", { officeId, version, title: "Mine", tenures: [mine] }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: {
        yours: { title: "Mine", tenures: [{ holderId: tenures[0]?.holderId, from: "2015-10-01", to: null }] },
        theirs: { title: "Theirs", tenures: [] },
        version: version + 1,
        names: { [tenures[0]?.holderId ?? ""]: "Eve Quill" },
      },
    });
  });

  it("goes off the record with its holders, and comes back with them", async () => {
    const { officeId, read: now } = await office([["Fay Quill", "2014-10-01", null]]);
    const before = ranges(await now());
    await desk("withdraw-office", { officeId, version: (await now()).version });
    expect(await now()).toMatchObject({ withdrawn: true, tenures: [] });
    await expect(
      desk("edit-office", { officeId, version: (await now()).version, title: "Again" }),
    ).rejects.toEqual(refused("conflict", /off the record/));
    await desk("undo", { seq: await lastSeq() });
    expect(await now()).toMatchObject({ withdrawn: false });
    expect(ranges(await now())).toEqual(before);
  });

  it("that was added by mistake goes when its adding is undone", async () => {
    const { officeId, read: now } = await office([["Gil Quill", "2014-10-01", null]]);
    const seq = await lastSeq();
    await desk("undo", { seq });
    expect(await now()).toMatchObject({ withdrawn: true, tenures: [] });
    expect(officeId).not.toBe("");
  });

  it("belongs to a body, not to a person", async () => {
    const bodyId = await added({ name: "Hal Quill", kind: "person" });
    await expect(desk("add-office", { bodyId, title: "Captain" })).rejects.toEqual(
      refused("unusable", /no body/),
    );
    await expect(desk("add-office", { bodyId: randomUUID(), title: "Captain" })).rejects.toEqual(
      refused("missing"),
    );
  });
});

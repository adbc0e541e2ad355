import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { storedAuthority } from "#lib/actor/authority.server.ts";
import { exportActors } from "#lib/actor/export.server.ts";
import { importActors } from "#lib/actor/import.server.ts";
import { readActorFile } from "#lib/actor/import.ts";
import { operator } from "#lib/auth/operator.server.ts";
import { addUser, listUsers } from "#lib/auth/user.server.ts";
import { anotherDatabase, freshDatabase } from "#lib/database/testing.ts";
import { db, openDb } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { exportFile, importFile } from "./actors.ts";

await freshDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "on-record-actors-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db().$disconnect();
});
let files = 0;
function file(text: string, extension: string): string {
  const at = path.join(folder, `${++files}.${extension}`);
  writeFileSync(at, text);
  return at;
}
const csv = (...lines: readonly string[]) => file(lines.join("\n"), "csv");
const json = (value: unknown) => file(JSON.stringify(value, null, 1), "json");
const mark = () => `m${++files}`;
const counts = async () => ({
  actors: await db().actor.count(),
  aliases: await db().alias.count(),
  offices: await db().office.count(),
  tenures: await db().tenure.count(),
  decisions: await db().decision.count(),
});
const byKey = (key: string) =>
  db().actor.findUniqueOrThrow({
    where: { key },
    include: {
      aliases: true,
      partOf: true,
      offices: { include: { tenures: { include: { holder: true } } } },
    },
  });
const problemsOf = (outcome: Promise<string>) =>
  outcome.then(
    () => [],
    (error: Error) => error.message.split("\n").filter((line) => line.startsWith("line ")),
  );

const harbour = (m: string) => [
  {
    key: `${m}-pilots`,
    name: `Pilots ${m}`,
    kind: "organisation",
    part_of: `${m}-port`,
    aliases: [{ name: `P${m}`, kind: "acronym", language: "en", from: "1990-01-01", to: "2001-01-01" }],
    offices: [
      {
        key: `${m}-chief`,
        title: `Chief Pilot ${m}`,
        aliases: [`head of pilots ${m}`],
        tenures: [
          { holder: `${m}-oake`, from: "2020-01-01", to: "2023-05-01" },
          { holder: `Joris ${m}`, from: "2023-05-01" },
        ],
      },
    ],
  },
  { key: `${m}-oake`, name: `Tamsin ${m}`, kind: "person", part_of: `${m}-pilots`, description: "a pilot" },
  { name: `Joris ${m}`, kind: "person", wikidata: `Q${9000 + files}` },
  { key: `${m}-port`, name: `Port ${m}`, kind: "company" },
];

describe("a list that is brought in", () => {
  it("adds records with all they say, whatever the order of its lines; twice adds nothing", async () => {
    const m = mark();
    const list = json(harbour(m));
    expect(await importFile(list, {})).toBe("4 added, 0 completed, 0 on record already, 0 bad.");
    const pilots = await byKey(`${m}-pilots`);
    expect(pilots.partOf?.name).toBe(`Port ${m}`);
    expect(pilots.aliases.find(({ kind }) => kind === "acronym")).toMatchObject({
      language: "en",
      validFrom: new Date("1990-01-01"),
      validTo: new Date("2001-01-01"),
    });
    expect(pilots.offices[0]?.tenures.map(({ holder }) => holder.name).sort()).toEqual([
      `Joris ${m}`,
      `Tamsin ${m}`,
    ]);
    const authority = await storedAuthority(db());
    expect(authority.find(`head of pilots ${m}`, "2023-04-30")[0]?.name).toBe(`Tamsin ${m}`);
    expect(authority.find(`head of pilots ${m}`, "2023-05-01")[0]?.name).toBe(`Joris ${m}`);
    const before = await counts();
    expect(await importFile(list, {})).toBe("0 added, 0 completed, 4 on record already, 0 bad.");
    expect(await importFile(list, { new: "true" })).toMatch(/^0 added, 0 completed, 4 on record/);
    expect(await counts()).toEqual(before);
  });

  it("is signed by the operator, or by the account that is named; readers sign nothing", async () => {
    const m = mark();
    await importFile(csv("key,name,kind", `${m},Signed ${m},person`), {});
    const { email } = await addUser({ email: `${m}@example.org`, name: `Editor ${m}`, role: "editor" });
    await importFile(csv("key,name,kind", `${m}2,Signed again ${m},person`), { by: email });
    const signed = async (name: string) =>
      (
        await db().decision.findFirstOrThrow({
          where: { summary: { contains: name } },
          include: { user: true },
        })
      ).user;
    expect(await signed(`Signed ${m}`)).toMatchObject({ name: "Operator", disabledAt: expect.any(Date) });
    expect(await signed(`Signed again ${m}`)).toMatchObject({ name: `Editor ${m}` });
    expect((await listUsers()).map(({ name }) => name)).not.toContain("Operator");
    const reader = await addUser({ email: `r${m}@example.org`, name: "Reader", role: "reader" });
    await expect(importFile(csv("name,kind", "A,person"), { by: reader.email })).rejects.toThrow(
      /doesn't allow/,
    );
    await expect(importFile(csv("name,kind", "A,person"), { by: "nobody@example.org" })).rejects.toThrow(
      /no account/,
    );
  });

  it("every bad line is told with its number, nothing of it is stored, the others go in", async () => {
    const m = mark();
    const list = csv(
      "key,name,kind,part_of,state_code,wikidata,aliases",
      `${m}-a,Alpha ${m},organisation,,,,`,
      `${m}-b,,organisation,,,,`,
      `${m}-c,Gamma ${m},organisation,${m}-d,,,`,
      `${m}-d,Delta ${m},organisation,nowhere ${m},,,`,
      `${m}-e,Epsilon ${m},organisation,${m}-a,norway,,`,
      `${m}-f,Zeta ${m},organisation,${m}-a,,x,Z${m}`,
      `${m}-g,Eta ${m},organisation,Alpha ${m},NO,,E${m}|acronym`,
      `${m}-h,Theta ${m},organisation,${m}-i,,,`,
      `${m}-i,Iota ${m},organisation,${m}-h,,,`,
      `${m}-g,Twin ${m},person,,,,`,
    );
    const problems = await problemsOf(importFile(list, {}));
    expect(problems.map((problem) => problem.replace(new RegExp(m, "g"), "M"))).toEqual([
      "line 3: name: the actor needs a name",
      "line 4: part_of: line 5 is not taken in",
      "line 5: part_of: “nowhere M” is no key and no name, in this file or on record",
      expect.stringMatching(/^line 6: state_code/),
      expect.stringMatching(/^line 7: wikidata: A Wikidata id is Q and a number/),
      "line 9: part_of: Theta M would be part of itself",
      "line 10: part_of: Iota M would be part of itself",
      "line 11: key M-g stands in line 8 already",
    ]);
    const stored = await db().actor.findMany({ where: { name: { contains: m } }, orderBy: { name: "asc" } });
    expect(stored.map(({ name }) => name)).toEqual([`Alpha ${m}`, `Eta ${m}`]);
    expect(await db().alias.count({ where: { name: `Z${m}` } })).toBe(0);
    expect(await db().decision.count({ where: { summary: { contains: m } } })).toBe(2);
  });

  it("a clash of tenures takes back all of its line, and of the lines that refer to it", async () => {
    const m = mark();
    const list = harbour(m);
    const clashing = {
      ...list[0],
      offices: [
        {
          title: `Chief ${m}`,
          tenures: [
            { holder: `${m}-oake`, from: "2020-01-01" },
            { holder: `Joris ${m}`, from: "2023-05-01" },
          ],
        },
      ],
    };
    const problems = await problemsOf(importFile(json([clashing, ...list.slice(1)]), {}));
    expect(problems).toEqual([
      expect.stringMatching(/Tamsin .* \(since 2020-01-01\) and Joris .* at the same time/),
      expect.stringMatching(/part_of: “.*-pilots” is no key/),
    ]);
    const stored = await db().actor.findMany({ where: { name: { contains: m } }, orderBy: { name: "asc" } });
    expect(stored.map(({ name }) => name)).toEqual([`Joris ${m}`, `Port ${m}`]);
    expect(await db().office.count({ where: { title: { contains: m } } })).toBe(0);
  });

  it("with --strict one bad line keeps all out; with --dry-run nothing is stored and all is told", async () => {
    const m = mark();
    const before = await counts();
    const list = json([...harbour(m), { name: "", kind: "person" }]);
    await expect(importFile(list, { strict: "true" })).rejects.toThrow(
      /Nothing was stored \(--strict\): 1 of/,
    );
    expect(await counts()).toEqual(before);
    await expect(importFile(list, { "dry-run": "true" })).rejects.toThrow(
      /It would be: 4 added, 0 completed, 0 on record already, 1 bad/,
    );
    expect(await counts()).toEqual(before);
    expect(await importFile(json(harbour(m)), { strict: "true" })).toMatch(/^4 added/);
  });

  it("never takes a record for the same by its name alone", async () => {
    const m = mark();
    await importFile(csv("key,name,kind,description", `${m},Namesake ${m},person,a poet`), {});
    const { id } = await byKey(m);
    const other = csv("name,kind,description", `namesake ${m},person,a baker`);
    expect(await problemsOf(importFile(other, {}))).toEqual([
      `line 2: a record named so exists: Namesake ${m} (${id}). Give its key or Wikidata id if it is the same; --new adds another`,
    ]);
    expect(await importFile(other, { new: "true" })).toMatch(/^1 added/);
    // The same line again is the baker, by all it says.
    expect(await importFile(other, { new: "true" })).toMatch(/^0 added, 0 completed, 1 on record/);
    expect(await importFile(other, {})).toMatch(/^0 added, 0 completed, 1 on record/);
  });

  it("a record shown by its acronym is a namesake too, and one that says all the line says is told", async () => {
    const m = mark().toUpperCase();
    await importFile(
      json([{ key: m, name: m, kind: "organisation", aliases: [{ name: m, kind: "acronym" }] }]),
      {},
    );
    const { id, aliases } = await byKey(m);
    expect(aliases).toHaveLength(1);
    const before = await counts();
    expect(await importFile(csv("name,kind", `${m},organisation`), {})).toContain(
      `line 2: ${m} (${id}) says all of this`,
    );
    expect(await problemsOf(importFile(csv("name,kind", `${m},company`), {}))).toEqual([
      expect.stringContaining(`a record named so exists: ${m} (${id})`),
    ]);
    expect(await counts()).toEqual(before);
  });

  it("completes what a record lacks, and leaves what it says otherwise", async () => {
    const m = mark();
    await importFile(json(harbour(m)), {});
    const more = [
      {
        key: `${m}-pilots`,
        name: `Pilotage ${m}`,
        kind: "group",
        description: "pilots of the port",
        aliases: [{ name: `P${m}`, kind: "acronym" }, `New ${m}`],
        offices: [
          {
            key: `${m}-chief`,
            title: "Another title",
            aliases: [`boss of pilots ${m}`],
            tenures: [
              { holder: `Joris ${m}`, from: "2023-05-01", to: "2025-01-01" },
              { holder: `${m}-oake`, from: "2025-01-01" },
            ],
          },
        ],
      },
      { key: `${m}-oake`, name: `Tamsin ${m}`, kind: "person", description: "a mayor" },
    ];
    expect(await importFile(json(more), {})).toBe(
      "0 added, 1 completed, 1 on record already, 0 bad.\nLeft as it is on record:\nline 2: kind stays organisation\nline 35: description stays as it is on record",
    );
    const pilots = await byKey(`${m}-pilots`);
    expect(pilots).toMatchObject({
      name: `Pilots ${m}`,
      kind: "organisation",
      description: "pilots of the port",
    });
    expect(pilots.aliases.map(({ name }) => name).sort()).toEqual(
      [`New ${m}`, `P${m}`, `Pilotage ${m}`, `Pilots ${m}`].sort(),
    );
    expect(pilots.aliases.find(({ kind }) => kind === "acronym")?.validFrom).toEqual(new Date("1990-01-01"));
    const [office] = pilots.offices;
    expect(office).toMatchObject({
      title: `Chief Pilot ${m}`,
      aliases: [`head of pilots ${m}`, `boss of pilots ${m}`],
    });
    expect(office?.tenures.map(({ to }) => to?.toISOString().slice(0, 10) ?? null).sort()).toEqual([
      "2023-05-01",
      "2025-01-01",
      null,
    ]);
  });

  it("a key and a Wikidata id that lead to two records are a bad line", async () => {
    const m = mark();
    await importFile(
      csv("key,name,kind,wikidata", `${m}1,One ${m},person,Q81${files}`, `${m}2,Two ${m},person,Q82${files}`),
      {},
    );
    expect(
      await problemsOf(
        importFile(csv("key,name,kind,wikidata", `${m}1,One ${m},person,Q82${files - 1}`), {}),
      ),
    ).toEqual([expect.stringMatching(/the key is that of One .* the Wikidata id that of Two/)]);
  });

  it("never touches an unnamed source", async () => {
    const editor = await makeViewer(db(), "editor");
    const made = await makeArticle(db(), editor);
    await runDeskWrite(db(), editor, "add-statement", {
      revisionId: made.revisionId,
      spans: { content: [made.span("The harbour council said")] },
      actor: { name: "a council official", kind: "unnamedSource" },
    });
    const { id } = await db().actor.findFirstOrThrow({ where: { articleId: made.articleId } });
    expect(await problemsOf(importFile(csv("key,name,kind", `${id},Ada,person`), {}))).toEqual([
      expect.stringMatching(/is an unnamed source/),
    ]);
    expect((await exportActors(db())).map(({ key }) => key)).not.toContain(id);
  });

  it.each([
    ["is not there", () => path.join(folder, "none.csv"), /Can't read/],
    ["is no list", () => file("12", "json"), /holds no list/],
    ["is broken", () => file("[{", "json"), /not JSON/],
    [
      "is another encoding",
      () => {
        const at = path.join(folder, "latin1.csv");
        writeFileSync(at, Buffer.from("name,kind\nJosé,person", "latin1"));
        return at;
      },
      /not UTF-8/,
    ],
  ])("a file that %s is refused as a whole", async (_, at, message) => {
    const before = await counts();
    await expect(importFile(at(), {})).rejects.toThrow(message);
    expect(await counts()).toEqual(before);
  });
});

describe("export", () => {
  it("is read back: another database has the same, and exports the same again", async () => {
    const m = mark();
    await importFile(json(harbour(m)), {});
    const editor = await makeViewer(db(), "editor");
    // Namesakes, a record without a key, marks and another script.
    for (const description of ["one", "other"])
      await runDeskWrite(db(), editor, "add-actor", {
        name: `Zoë “Q” ${m}, 김`,
        kind: "person",
        description,
        aliases: [{ name: `; | ${m}`, kind: "transliteration", language: "ko", to: "2020-01-01" }],
      });
    const out = path.join(folder, "all.json");
    const written = await exportFile(out);
    expect(written).toBe(
      await db().actor.count({ where: { kind: { not: "unnamedSource" }, sample: false } }),
    );
    const other = openDb(await anotherDatabase(), 2);
    try {
      const list = readActorFile(readFileSync(out, "utf8"), "json");
      const report = await importActors(other, await operator(other), list);
      expect(report).toMatchObject({ added: written, problems: [], kept: [], stored: true });
      expect(await exportActors(other)).toEqual(await exportActors(db()));
      const again = await importActors(other, await operator(other), list);
      expect(again).toMatchObject({ added: 0, completed: 0, unchanged: written, problems: [] });
    } finally {
      await other.$disconnect();
    }
    // And back where it came from nothing is new.
    expect(await importFile(out, {})).toMatch(/^0 added, 0 completed/);
  });
});

import { randomUUID } from "node:crypto";
import { type Decided, decidedOf } from "#lib/actor/decided.ts";
import { foldName } from "#lib/actor/fold.ts";
import { packagedRows } from "#lib/actor/packaged/authority.ts";
import type { ActorRow, AliasRow, AuthorityRows } from "#lib/actor/rows.ts";
import { slugOf } from "#lib/address/slug.ts";
import { giveAddress } from "#lib/address/write.server.ts";
import { type Db, db, type Prisma, type Tx } from "#lib/db.server.ts";
import type { DecisionRow } from "#lib/decision/read.server.ts";

/** What one load changed: 0 everywhere where the database has this package already. */
export interface AuthorityLoad {
  readonly actorsAdded: number;
  readonly actorsUpdated: number;
  readonly aliasesAdded: number;
  readonly aliasesUpdated: number;
}

const BATCH = 1_000;
const LIMIT_MS = 60_000;
/** BCP 47 for "not said": a packaged name always has a language, an editor's has none. */
const UNDETERMINED = "und";

/**
 * Brings the packaged actors, names, offices and tenures into the database, in one transaction. Run again after an
 * upgrade it adds and updates packaged rows; whatever an editor decided stays: each field, name and office for itself.
 */
export async function loadPackagedAuthority(
  client: Db = db(),
  rows: AuthorityRows = packagedRows(),
): Promise<AuthorityLoad> {
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('on-record packaged authority'))`;
      const { ids, decided, ...actors } = await loadActors(tx, rows.actors);
      const aliases = await loadAliases(tx, rows.actors, ids, decided);
      await loadOffices(tx, rows, ids);
      await giveAddresses(tx, rows.actors, ids);
      return { ...actors, ...aliases };
    },
    { timeout: LIMIT_MS },
  );
}

type Ids = ReadonlyMap<string, string>;

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The packaged authority names an actor it doesn't have: ${key}.`);
  return id;
}

async function loadActors(tx: Tx, rows: readonly ActorRow[]) {
  const known = await tx.actor.findMany({ where: { key: { not: null } } });
  const stored = new Map(known.map((actor) => [actor.key, actor]));
  const ids: Ids = new Map(rows.map(({ id }) => [id, stored.get(id)?.id ?? randomUUID()]));
  const decided = await decidedOn(tx, known);
  const added: Prisma.ActorCreateManyInput[] = [];
  let actorsUpdated = 0;
  for (const row of rows) {
    const partOfId = row.partOfId === null ? null : idOf(ids, row.partOfId);
    const { name, kind, stateCode, wikidata } = row;
    const actor = stored.get(row.id);
    if (!actor) {
      added.push({ id: idOf(ids, row.id), key: row.id, name, kind, partOfId, stateCode, wikidata });
      continue;
    }
    const next = without({ name, kind, partOfId, stateCode, wikidata }, decided.get(actor.id)?.fields);
    if (!differs(actor, next)) continue;
    await tx.actor.update({ where: { id: actor.id }, data: next });
    if (next.name !== undefined && next.name !== actor.name)
      await giveAddress(tx, "actor", actor.id, next.name, false);
    actorsUpdated++;
  }
  for (const data of batches(added)) await tx.actor.createMany({ data });
  return { ids, decided, actorsAdded: added.length, actorsUpdated };
}

type DecidedById = ReadonlyMap<string, Decided>;

/** What editors decided of the given records; those with version 1 were never touched. */
async function decidedOn(
  tx: Tx,
  records: readonly { readonly id: string; readonly version: number }[],
): Promise<DecidedById> {
  const touched = records.filter(({ version }) => version > 1).map(({ id }) => id);
  if (touched.length === 0) return new Map();
  const decisions = await tx.$queryRaw<Pick<DecisionRow, "before" | "after">[]>`
    SELECT before, after FROM decision
    WHERE (before || after) @> ANY (ARRAY(SELECT jsonb_build_array(jsonb_build_object('id', id)) FROM unnest(${touched}::text[]) AS id))
    ORDER BY seq`;
  return new Map(touched.map((id) => [id, decidedOf(id, decisions)]));
}

/** The fields that no editor decided. */
function without<T extends object>(wanted: T, decided: ReadonlySet<string> = new Set()): Partial<T> {
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => !decided.has(field))) as Partial<T>;
}

async function loadAliases(tx: Tx, rows: readonly ActorRow[], ids: Ids, decided: DecidedById) {
  const known = await tx.alias.findMany({ where: { actorId: { in: [...ids.values()] } } });
  const place = (alias: { actorId: string; name: string; kind: string }) =>
    JSON.stringify([alias.actorId, alias.name, alias.kind]);
  const stored = new Map(known.map((alias) => [place(alias), alias]));
  const added: Prisma.AliasCreateManyInput[] = [];
  let aliasesUpdated = 0;
  for (const row of rows) {
    for (const alias of namesOf(row)) {
      const wanted = {
        folded: foldName(alias.name),
        language: alias.language ?? (alias.kind === "name" ? UNDETERMINED : null),
        validFrom: day(alias.from),
        validTo: day(alias.to),
      };
      const { name, kind } = alias;
      const actorId = idOf(ids, row.id);
      if (decided.get(actorId)?.names.has(`${kind} ${name}`)) continue;
      const there = stored.get(place({ actorId, name, kind }));
      if (!there) {
        added.push({ actorId, name, kind, ...wanted });
      } else if (!(kind === "name" && there.language === null) && differs(there, wanted)) {
        await tx.alias.update({ where: { id: there.id }, data: wanted });
        aliasesUpdated++;
      }
    }
  }
  for (const data of batches(added)) await tx.alias.createMany({ data, skipDuplicates: true });
  return { aliasesAdded: added.length, aliasesUpdated };
}

/** All names of a packaged actor; the one it is shown by is among them. */
function namesOf(row: ActorRow): readonly AliasRow[] {
  if (row.aliases.some(({ name }) => name === row.name)) return row.aliases;
  return [{ name: row.name, kind: "name", language: "en", from: null, to: null }, ...row.aliases];
}

/** Offices and who held them; the holders of one office are one field. */
async function loadOffices(tx: Tx, rows: AuthorityRows, ids: Ids): Promise<void> {
  const known = await tx.office.findMany({
    where: { key: { not: null } },
    include: { tenures: { orderBy: { from: "asc" }, omit: { id: true } } },
  });
  const stored = new Map(known.map((office) => [office.key, office]));
  const decided = await decidedOn(tx, known);
  const tenures = Map.groupBy(rows.tenures, ({ officeId }) => officeId);
  const added: Prisma.OfficeCreateManyInput[] = [];
  const held: Prisma.TenureCreateManyInput[] = [];
  for (const { id: key, title, aliases, bodyId } of rows.offices) {
    const office = stored.get(key);
    const id = office?.id ?? randomUUID();
    const wanted = { title, aliases: [...aliases], bodyId: idOf(ids, bodyId) };
    const fields = (office && decided.get(id)?.fields) ?? new Set<string>();
    const next = without(wanted, fields);
    if (!office) added.push({ id, key, ...wanted });
    else if (differs(office, next)) await tx.office.update({ where: { id }, data: next });
    const wantedTenures = (tenures.get(key) ?? [])
      .map(({ holderId, from, to }) => ({
        officeId: id,
        holderId: idOf(ids, holderId),
        from: new Date(from),
        to: day(to),
      }))
      .sort((a, b) => a.from.getTime() - b.from.getTime());
    if (fields.has("tenures") || sameTenures(office?.tenures ?? [], wantedTenures)) continue;
    // Tenures of one office exclude each other, so a moved border must not meet the old one.
    if (office) await tx.tenure.deleteMany({ where: { officeId: id } });
    held.push(...wantedTenures);
  }
  for (const data of batches(added)) await tx.office.createMany({ data });
  for (const data of batches(held)) await tx.tenure.createMany({ data });
}

interface HeldTenure {
  readonly officeId: string;
  readonly holderId: string;
  readonly from: Date;
  readonly to: Date | null;
}

function sameTenures(some: readonly HeldTenure[], others: readonly HeldTenure[]): boolean {
  const asText = (list: readonly HeldTenure[]) =>
    JSON.stringify(list.map(({ officeId, holderId, from, to }) => [officeId, holderId, from, to]));
  return asText(some) === asText(others);
}

/** An address for each actor without one; namesakes get -2, -3 ... as they do at the desk. */
async function giveAddresses(tx: Tx, rows: readonly ActorRow[], ids: Ids): Promise<void> {
  const without = async (among: readonly ActorRow[]) => {
    const keys = among.map(({ id }) => id);
    const lacking = await tx.actor.findMany({
      where: { key: { in: keys }, addresses: { none: { current: true } } },
      select: { key: true },
    });
    const found = new Set(lacking.map(({ key }) => key));
    return among.filter(({ id }) => found.has(id));
  };
  let waiting = await without(rows);
  for (let n = 1; waiting.length > 0; n++) {
    const data = waiting.map((row) => {
      const slug = slugOf(row.name, "actor");
      return { slug: n === 1 ? slug : `${slug}-${n}`, actorId: idOf(ids, row.id) };
    });
    for (const batch of batches(data)) await tx.address.createMany({ data: batch, skipDuplicates: true });
    waiting = await without(waiting);
  }
}

const day = (date: string | null) => (date === null ? null : new Date(date));

/** Whether any of `wanted`'s fields is another one in `stored`. */
function differs<T extends object>(stored: T, wanted: Partial<T>): boolean {
  return (Object.keys(wanted) as (keyof T)[]).some(
    (field) => JSON.stringify(stored[field]) !== JSON.stringify(wanted[field]),
  );
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, n) =>
    rows.slice(n * BATCH, (n + 1) * BATCH),
  );
}

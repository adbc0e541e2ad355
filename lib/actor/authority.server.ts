import type { Authority } from "../attribution/authority.ts";
import type { Reader } from "../db.server.ts";
import { buildAuthority } from "./authority.ts";
import { packagedRows } from "./packaged/authority.ts";
import type { ActorRow, AliasRow, AuthorityRows } from "./rows.ts";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/**
 * The authority as the database has it now; what words mean for states comes packaged. Records that are merged are one:
 * every name, office and part of theirs leads to the record that stands for them.
 */
export async function storedAuthority(reader: Reader): Promise<Authority> {
  // One after another: inside a transaction there is one connection.
  const records = await reader.actor.findMany({
    include: { aliases: true },
    where: { kind: { not: "unnamedSource" } },
    orderBy: { id: "asc" },
  });
  const offices = await reader.office.findMany({ where: { withdrawn: false } });
  const tenures = await reader.tenure.findMany();
  const merged = await reader.$queryRaw<{ actor_id: string; canonical_id: string }[]>`
    SELECT actor_id, canonical_id FROM actor_canonical WHERE actor_id <> canonical_id`;
  const canonical = new Map(merged.map((row) => [row.actor_id, row.canonical_id]));
  const stands = (id: string) => canonical.get(id) ?? id;
  const actors = records.map(
    (record): ActorRow => ({
      ...record,
      partOfId: record.partOfId && stands(record.partOfId),
      aliases: record.aliases.map((alias) => ({
        ...alias,
        from: day(alias.validFrom),
        to: day(alias.validTo),
      })),
    }),
  );
  const rows: AuthorityRows = {
    actors: joined(actors, stands),
    offices: offices.map((office) => ({ ...office, bodyId: stands(office.bodyId) })),
    tenures: tenures.map((tenure) => ({
      ...tenure,
      holderId: stands(tenure.holderId),
      from: tenure.from.toISOString().slice(0, 10),
      to: day(tenure.to),
    })),
    states: packagedRows().states,
  };
  return buildAuthority(rows);
}

/** One row for each record that stands for itself, with what those merged into it have and it lacks. */
function joined(actors: readonly ActorRow[], stands: (id: string) => string): readonly ActorRow[] {
  const clusters = Map.groupBy(actors, (actor) => stands(actor.id));
  return actors.flatMap((actor) => {
    const others = (clusters.get(actor.id) ?? []).filter(({ id }) => id !== actor.id);
    if (stands(actor.id) !== actor.id) return [];
    if (others.length === 0) return [actor];
    const first = <T>(of: (row: ActorRow) => T | null) =>
      of(actor) ?? others.map(of).find((value) => value !== null) ?? null;
    return [
      {
        ...actor,
        partOfId: first(({ id, partOfId }) => (partOfId === stands(id) ? null : partOfId)),
        stateCode: first((row) => row.stateCode),
        wikidata: first((row) => row.wikidata),
        aliases: [...actor.aliases, ...others.flatMap(namesOf)],
      },
    ];
  });
}

/** All names of a record; the one it is shown by is among them, listed or not. */
function namesOf({ name, aliases }: ActorRow): readonly AliasRow[] {
  if (aliases.some((alias) => alias.name === name)) return aliases;
  return [{ name, kind: "name", language: null, from: null, to: null }, ...aliases];
}

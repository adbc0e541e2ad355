import type { Authority } from "../attribution/authority.ts";
import type { Reader } from "../db.server.ts";
import { buildAuthority } from "./authority.ts";
import { packagedRows } from "./packaged/authority.ts";
import type { AuthorityRows } from "./rows.ts";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The authority as the database has it now; what words mean for states comes packaged. */
export async function storedAuthority(reader: Reader): Promise<Authority> {
  // One after another: inside a transaction there is one connection.
  const actors = await reader.actor.findMany({
    include: { aliases: true },
    where: { kind: { not: "unnamedSource" } },
  });
  const offices = await reader.office.findMany();
  const tenures = await reader.tenure.findMany();
  const rows: AuthorityRows = {
    actors: actors.map((actor) => ({
      ...actor,
      aliases: actor.aliases.map((alias) => ({
        ...alias,
        from: day(alias.validFrom),
        to: day(alias.validTo),
      })),
    })),
    offices,
    tenures: tenures.map((tenure) => ({
      ...tenure,
      from: tenure.from.toISOString().slice(0, 10),
      to: day(tenure.to),
    })),
    states: packagedRows().states,
  };
  return buildAuthority(rows);
}

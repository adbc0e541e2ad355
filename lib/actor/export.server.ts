import type { Reader } from "../db.server.ts";
import { actorState } from "./state.server.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);

/**
 * All actors but unnamed sources and the sample newsroom, as the import reads them, by key. A record without a key goes by
 * its id, which the import takes for one.
 */
export async function exportActors(reader: Reader) {
  const rows = await reader.actor.findMany({
    where: { sample: false, kind: { not: "unnamedSource" } },
    include: {
      aliases: true,
      partOf: { select: { id: true, key: true } },
      offices: {
        where: { withdrawn: false, sample: false },
        orderBy: [{ title: "asc" }, { id: "asc" }],
        include: {
          tenures: { orderBy: { from: "asc" }, include: { holder: { select: { id: true, key: true } } } },
        },
      },
    },
  });
  const actors = rows.map((row) => {
    const { name, kind, description, stateCode, wikidata, aliases } = actorState(row);
    return {
      key: keyOf(row),
      name,
      kind,
      description,
      part_of: row.partOf && keyOf(row.partOf),
      state_code: stateCode,
      wikidata,
      aliases,
      offices: row.offices.map((office) => ({
        key: keyOf(office),
        title: office.title,
        aliases: office.aliases,
        tenures: office.tenures.map(({ holder, from, to }) => ({
          holder: keyOf(holder),
          from: day(from),
          to: to && day(to),
        })),
      })),
    };
  });
  return actors.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The list as a file: an array with one actor on each line, so that line numbers mean something. */
export async function actorFile(reader: Reader): Promise<{ readonly text: string; readonly actors: number }> {
  const actors = await exportActors(reader);
  return {
    text: `[\n${actors.map((actor) => JSON.stringify(actor)).join(",\n")}\n]\n`,
    actors: actors.length,
  };
}

const keyOf = ({ id, key }: { readonly id: string; readonly key: string | null }): string => key ?? id;

import { setTimeout as sleep } from "node:timers/promises";
import { type Db, PREPARED } from "../db.server.ts";
import { newId } from "../new-id.ts";

/** Seconds after which a visit counts as that of a process that died: no fetch may take as long. */
const LEASE = 20;
/** How often a turn is asked for that another process has. */
const ASKED_EVERY_MS = 250;

/** What came of asking for a turn: it is ours until `end`, or why not. */
export type SharedTurn =
  | {
      readonly taken: true;
      /** Gives the turn back; `busyFor`: seconds for which the site asked to be left alone. */
      end(busyFor: number | null): Promise<void>;
    }
  /** `busyFor`: seconds for which the site asked any of us to be left alone; null: others had it all the time. */
  | { readonly taken: false; readonly busyFor: number | null };

/** Turns at sites, shared with other processes. */
export interface SharedTurns {
  /** Waits for the turn at a site. `gap` and `patience` in seconds. */
  take(site: string, gap: number, patience: number): Promise<SharedTurn>;
}

interface Standing {
  readonly busy: number;
  readonly wait: number;
}

/** Turns that all processes of one database share: one row a site, held by whoever visits it. */
export function sharedTurns(client: () => Db, lease = LEASE): SharedTurns {
  const held = (site: string, holder: string, gap: number) =>
    client().$queryRaw<unknown[]>`${PREPARED}
      INSERT INTO site_turn AS t (site, holder, held_until)
      VALUES (${site}, ${holder}::uuid, clock_timestamp() + make_interval(secs => ${lease}::float8))
      ON CONFLICT (site) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
      WHERE (t.holder IS NULL OR t.held_until <= clock_timestamp()) AND (t.busy_until IS NULL OR t.busy_until <= clock_timestamp())
        AND (t.ended_at IS NULL OR t.ended_at + make_interval(secs => ${gap}::float8) <= clock_timestamp())
      RETURNING 1`;
  const standing = (site: string, gap: number) =>
    client().$queryRaw<Standing[]>`
      SELECT greatest(extract(epoch FROM busy_until - clock_timestamp()), 0)::float8 AS busy,
             greatest(extract(epoch FROM ended_at - clock_timestamp()) + ${gap}::float8, 0)::float8 AS wait
      FROM site_turn WHERE site = ${site}`;
  const end = (site: string, holder: string, busyFor: number | null) =>
    client().$executeRaw`${PREPARED}
      UPDATE site_turn SET holder = NULL, held_until = NULL, ended_at = clock_timestamp(),
        busy_until = clock_timestamp() + make_interval(secs => ${busyFor}::float8)
      WHERE site = ${site} AND holder = ${holder}::uuid`;
  return {
    async take(site, gap, patience) {
      const holder = newId();
      const until = performance.now() + patience * 1_000;
      for (;;) {
        if ((await held(site, holder, gap)).length > 0)
          return {
            taken: true,
            end: async (busyFor) => {
              await end(site, holder, busyFor);
            },
          };
        const [{ busy = 0, wait = 0 } = {}] = await standing(site, gap);
        if (busy > 0) return { taken: false, busyFor: busy };
        const left = until - performance.now();
        if (left <= 0) return { taken: false, busyFor: null };
        await sleep(Math.min(Math.max(wait * 1_000, ASKED_EVERY_MS * (0.5 + Math.random())), left));
      }
    },
  };
}

/** Forgets sites with nothing left to remember. */
export async function forgetTurns(client: Db): Promise<number> {
  return client.$executeRaw`
    DELETE FROM site_turn
    WHERE greatest(held_until, ended_at, busy_until) < now() - interval '1 hour'`;
}

import { setTimeout as sleep } from "node:timers/promises";
import { type Db, PREPARED } from "../db.server.ts";
import { newId } from "../new-id.ts";

/** Seconds after which a visit counts as that of a process that died: no fetch may take as long. */
const LEASE = 20;
/** How often a turn is asked for that somebody else has. */
const ASKED_EVERY_MS = 200;
/** Seconds for which whoever asked first goes first, should he not ask again. */
const WANTED = 3;

/** What came of asking for a turn. */
export type SharedTurn =
  | {
      readonly outcome: "taken";
      /** Gives the turn back; `busyFor`: seconds for which the site asked to be left alone. */
      end(busyFor: number | null): Promise<void>;
    }
  /** The site has asked one of us to be left alone, for `seconds` from now. */
  | { readonly outcome: "busy"; readonly seconds: number }
  /** Somebody else's last visit ended `seconds` ago: too soon for the gap. */
  | { readonly outcome: "tooSoon"; readonly seconds: number }
  /** Others had it all the time. */
  | { readonly outcome: "givenUp" };

export interface SharedTurnOptions {
  /** Seconds that must have passed since anybody's last visit. */
  readonly gap: number;
  /** Seconds after which waiting for another's visit to end is given up. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

/** Turns at sites, shared with other processes. */
export interface SharedTurns {
  /** Takes the turn at a site, waiting for another's visit to end. @throws the signal's reason. */
  take(site: string, options: SharedTurnOptions): Promise<SharedTurn>;
}

interface Standing {
  /** Seconds; 0 where nobody asked for time. */
  readonly busy: number;
  /** Seconds since the last visit; null: there was none, or one goes on. */
  readonly ended: number | null;
}

/**
 * Turns that all processes of one database share: one row a site, held by whoever visits it. Who has to wait puts down
 * that he wants it, so that a process with many visits to one site does not take every turn.
 */
export function sharedTurns(client: () => Db): SharedTurns {
  const isTaken = (site: string, asker: string, gap: number) =>
    client().$queryRaw<unknown[]>`${PREPARED}
      INSERT INTO site_turn AS t (site, holder, held_until)
      VALUES (${site}, ${asker}::uuid, clock_timestamp() + make_interval(secs => ${LEASE}::float8))
      ON CONFLICT (site) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until,
        wanted_by = CASE WHEN t.wanted_by = excluded.holder THEN NULL ELSE t.wanted_by END
      WHERE (t.holder IS NULL OR t.held_until <= clock_timestamp())
        AND (t.busy_until IS NULL OR t.busy_until <= clock_timestamp())
        AND (t.wanted_by IS NULL OR t.wanted_by = excluded.holder OR t.wanted_until <= clock_timestamp())
        AND (t.ended_at IS NULL OR t.ended_at + make_interval(secs => ${gap}::float8) <= clock_timestamp())
      RETURNING 1`;
  const standing = (site: string) =>
    client().$queryRaw<Standing[]>`
      SELECT greatest(extract(epoch FROM busy_until - clock_timestamp()), 0)::float8 AS busy,
             CASE WHEN holder IS NULL THEN extract(epoch FROM clock_timestamp() - ended_at)::float8 END AS ended
      FROM site_turn WHERE site = ${site}`;
  const want = (site: string, asker: string) =>
    client().$executeRaw`
      UPDATE site_turn SET wanted_by = ${asker}::uuid,
        wanted_until = clock_timestamp() + make_interval(secs => ${WANTED}::float8)
      WHERE site = ${site} AND (wanted_by IS NULL OR wanted_by = ${asker}::uuid OR wanted_until <= clock_timestamp())`;
  const end = (site: string, holder: string, busyFor: number | null) =>
    client().$executeRaw`${PREPARED}
      UPDATE site_turn SET holder = NULL, held_until = NULL, ended_at = clock_timestamp(),
        busy_until = clock_timestamp() + make_interval(secs => ${busyFor}::float8)
      WHERE site = ${site} AND holder = ${holder}::uuid`;
  return {
    async take(site, { gap, patience, signal }) {
      const asker = newId();
      const until = performance.now() + patience * 1_000;
      for (;;) {
        if ((await isTaken(site, asker, gap)).length > 0) {
          const turn = {
            outcome: "taken" as const,
            end: async (busyFor: number | null) => {
              await end(site, asker, busyFor);
            },
          };
          if (signal?.aborted) await turn.end(null);
          signal?.throwIfAborted();
          return turn;
        }
        const [{ busy = 0, ended = null } = {}] = await standing(site);
        if (busy > 0) return { outcome: "busy", seconds: busy };
        if (ended !== null && ended < gap) return { outcome: "tooSoon", seconds: ended };
        const left = until - performance.now();
        if (left <= 0) return { outcome: "givenUp" };
        await want(site, asker);
        const pause = Math.min(ASKED_EVERY_MS * (0.5 + Math.random()), left);
        await sleep(pause, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
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

import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { normaliseText } from "../text/normalise.ts";
import type { OutletKind } from "./schema.ts";

export interface OutletHit {
  readonly id: string;
  readonly name: string;
  readonly kind: OutletKind;
}

/** Outlets for the desk's picker, by a part of the name; all of them, up to `most`, without one. */
export async function findOutlets(
  reader: Reader,
  viewer: Viewer | null,
  query: string,
  most = 50,
): Promise<readonly OutletHit[]> {
  allow(viewer, "readDesk");
  // Written out: Prisma's own "contains" reads % and _ in the words as a pattern.
  const part = normaliseText(query).trim().slice(0, 200);
  return reader.$queryRaw<OutletHit[]>`
    SELECT id, name, kind::text AS kind FROM outlet WHERE position(lower(${part}) IN lower(name)) > 0
    ORDER BY name LIMIT ${most}`;
}

import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
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
  return reader.outlet.findMany({
    where: { name: { contains: query.trim().slice(0, 200), mode: "insensitive" } },
    orderBy: { name: "asc" },
    take: most,
    select: { id: true, name: true, kind: true },
  });
}

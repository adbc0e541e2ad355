import type { z } from "zod";
import { giveAddress } from "../address/write.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import type { OutletChoice } from "./schema.ts";

/**
 * The outlet an editor chose: found by id or name, else added. Names are unique whatever their case.
 * @throws OnRecordError "missing" for an unknown id.
 */
export async function chooseOutlet(
  tx: Tx,
  viewer: Viewer | null,
  choice: z.output<typeof OutletChoice>,
): Promise<{ readonly id: string; readonly name: string }> {
  allow(viewer, "ingest");
  const known = await chosenOutlet(tx, choice);
  if (known) return known;
  if ("id" in choice)
    throw new OnRecordError("missing", "That outlet is not on record any more: choose it again.");
  // Only who adds one waits for others who may: articles of one outlet come in side by side.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('outlet ' || lower(${choice.name})))`;
  const meanwhile = await chosenOutlet(tx, choice);
  if (meanwhile) return meanwhile;
  const outlet = await tx.outlet.create({
    data: { name: choice.name, kind: choice.kind, homepage: choice.homepage ?? null, sample: viewer.sample },
  });
  await giveAddress(tx, "outlet", outlet.id, outlet.name, outlet.sample);
  await recordDecision(tx, {
    viewer,
    action: "add",
    sample: outlet.sample,
    summary: `added outlet ${outlet.name}`,
    before: [{ noun: "outlet", id: outlet.id, state: null }],
    after: [
      {
        noun: "outlet",
        id: outlet.id,
        state: { name: outlet.name, kind: outlet.kind, homepage: outlet.homepage },
      },
    ],
  });
  return outlet;
}

async function chosenOutlet(tx: Tx, choice: z.output<typeof OutletChoice>) {
  const [found] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM outlet WHERE ${isChosen(choice)}`;
  return found;
}

/**
 * Whether a row of `outlet` is the chosen one. Written out, as the unique index has it: Prisma's own comparison without
 * case reads % and _ as a pattern.
 */
export function isChosen(choice: z.output<typeof OutletChoice>): Prisma.Sql {
  return "id" in choice
    ? Prisma.sql`outlet.id = ${choice.id}::uuid`
    : Prisma.sql`lower(outlet.name) = lower(${choice.name})`;
}

import { z } from "zod";
import { line } from "../parse.ts";

const reason = line(500, "At most 500 characters.")
  .nullish()
  .transform((words) => words || null);
const version = z.int().positive();

/** Merge one record into another; the versions are those the editor looked at. */
export const MergeInput = z
  .object({ actorId: z.uuid(), version, intoId: z.uuid(), intoVersion: version, reason })
  .strict()
  .refine(
    ({ actorId, intoId }) => actorId !== intoId,
    "Choose two records: one can't be merged into itself.",
  );
export type MergeInput = z.input<typeof MergeInput>;

/** Split what was merged. */
export const SplitInput = z.object({ mergeId: z.uuid(), version }).strict();
export type SplitInput = z.input<typeof SplitInput>;

/** Say that two records are two actors. */
export const DistinctionInput = z
  .object({ oneId: z.uuid(), otherId: z.uuid(), reason })
  .strict()
  .refine(({ oneId, otherId }) => oneId !== otherId, "Choose two records.");
export type DistinctionInput = z.input<typeof DistinctionInput>;

/** Take back that two records are two actors. */
export const DistinctionRetraction = z.object({ distinctionId: z.uuid(), version }).strict();
export type DistinctionRetraction = z.input<typeof DistinctionRetraction>;

/** Two records as one side of a conflict names them. */
export interface MergeSide {
  readonly actor: { readonly id: string; readonly name: string };
  readonly into: { readonly id: string; readonly name: string };
  readonly reason: string | null;
  /** Who decided it and when; null on the side that was refused. */
  readonly by: string | null;
  readonly at: string | null;
}

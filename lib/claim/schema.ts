import { z } from "zod";
import { line } from "../parse.ts";
import { STANCES, type Stance } from "../statement/stance.ts";

export { STANCES, type Stance };

/** One proposition in one neutral sentence. */
const sentence = line(500, "One sentence of at most 500 characters.").min(
  8,
  "Write the claim as one whole sentence.",
);

export const ClaimChoice = z.union([z.object({ id: z.uuid() }).strict(), z.object({ sentence }).strict()]);
export type ClaimChoice = z.input<typeof ClaimChoice>;

/** Ties a statement to a claim, or changes the stance of one tied already. */
export const Tie = z
  .object({ statementId: z.uuid(), version: z.int().positive(), claim: ClaimChoice, stance: z.enum(STANCES) })
  .strict();
export type Tie = z.input<typeof Tie>;

export const Untie = z
  .object({ statementId: z.uuid(), version: z.int().positive(), claimId: z.uuid() })
  .strict();
export type Untie = z.input<typeof Untie>;

export const ClaimEdit = z.object({ claimId: z.uuid(), version: z.int().positive(), sentence }).strict();
export type ClaimEdit = z.input<typeof ClaimEdit>;

import { z } from "zod";
import { line } from "../parse.ts";

export const OUTLET_KINDS = [
  "newspaper",
  "broadcaster",
  "agency",
  "stateMedium",
  "primary",
  "other",
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

/** An outlet on record, or a new one by name. */
export const OutletChoice = z.union([
  z.object({ id: z.uuid() }).strict(),
  z
    .object({
      name: line(200).min(1, "The outlet needs a name."),
      kind: z.enum(OUTLET_KINDS).default("other"),
      homepage: z
        .url({ protocol: /^https?$/ })
        .max(2_000)
        .optional(),
    })
    .strict(),
]);
export type OutletChoice = z.input<typeof OutletChoice>;

import { z } from "zod";

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
      name: z.string().trim().min(1, "The outlet needs a name.").max(200),
      kind: z.enum(OUTLET_KINDS).default("other"),
      homepage: z
        .url({ protocol: /^https?$/ })
        .max(2_000)
        .optional(),
    })
    .strict(),
]);
export type OutletChoice = z.input<typeof OutletChoice>;

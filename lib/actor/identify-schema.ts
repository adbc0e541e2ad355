import { z } from "zod";
import { line } from "../parse.ts";
import { ActorChoice } from "./schema.ts";

const Url = line(2000).refine((url) => {
  const parsed = URL.parse(url);
  return (
    parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === "" && parsed.password === ""
  );
}, "The published source needs its address: https://...");

const PARTIAL_DAY = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;
const PartialDay = line(10).refine(
  (day) => PARTIAL_DAY.test(day) && (day.length < 10 || z.iso.date().safeParse(day).success),
  "That is not a date: write 2024-06-30, 2024-06 or 2024.",
);

/** Say who an unnamed source was, by a published source. */
export const NewIdentification = z
  .object({
    unnamedId: z.uuid(),
    /** Who it was: on record, or a new actor. */
    actor: ActorChoice,
    url: Url,
    title: line(300).min(1, "The published source needs its title."),
    /** When that was published; absent where nobody knows. */
    date: z
      .union([PartialDay, z.literal("")])
      .nullish()
      .transform((day) => day || null),
    /** For the desk only. */
    note: line(1000)
      .nullish()
      .transform((text) => text || null),
  })
  .strict();
export type NewIdentification = Omit<z.input<typeof NewIdentification>, "actor"> & {
  readonly actor: ActorChoice;
};

/** Take an identification back. */
export const IdentificationWithdrawal = z
  .object({ identificationId: z.uuid(), version: z.int().positive() })
  .strict();
export type IdentificationWithdrawal = z.input<typeof IdentificationWithdrawal>;

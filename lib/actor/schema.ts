import { z } from "zod";
import { ACTOR_KINDS, ALIAS_KINDS } from "../attribution/authority.ts";
import { line } from "../parse.ts";

/** A day of the calendar, YYYY-MM-DD. */
export const Day = z.iso
  .date("That is not a day: write 2024-06-30.")
  .refine((day) => !day.startsWith("0000"), "No calendar has a year 0.");

const optionalDay = z
  .union([Day, z.literal("")])
  .nullish()
  .transform((day) => day || null);

/** Half-open: `from` is the first day, `to` the first day after. Null: without limit. */
const range = { from: optionalDay, to: optionalDay };
const inOrder = ({ from, to }: { readonly from: string | null; readonly to: string | null }) =>
  from === null || to === null || from < to;
const NOT_IN_ORDER = "“Until” is the first day after: it must be later than “from”.";

const language = z
  .string()
  .trim()
  .max(35)
  .nullish()
  .transform((tag, context) => {
    if (!tag) return null;
    try {
      const [canonical] = /^[a-z]{2,3}(?:-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag) : [];
      if (canonical) return canonical;
    } catch {
      // Said below.
    }
    context.addIssue({ code: "custom", message: "That is no language tag: write en, ko or zh-Hant." });
    return z.NEVER;
  });

/** A name of an actor beyond the shown one, or the shown one with its language and validity. */
export const Alias = z
  .object({
    name: line(200).min(1, "A name is empty."),
    kind: z.enum(ALIAS_KINDS).default("name"),
    language,
    ...range,
  })
  .strict()
  .refine(inOrder, NOT_IN_ORDER);

/** Plain text is a name without language and limits. */
const aliases = z
  .array(z.preprocess((alias) => (typeof alias === "string" ? { name: alias } : alias), Alias))
  .max(200)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [at, { kind, name }] of list.entries()) {
      const place = `${kind} ${name}`;
      if (seen.has(place))
        context.addIssue({ code: "custom", path: [at], message: `“${name}” stands here twice as ${kind}.` });
      seen.add(place);
    }
  });
type Aliases = readonly (string | z.input<typeof Alias>)[];

/** Absent stays absent, so that an edit can leave it be. */
const orNull = (most: number) =>
  line(most)
    .nullable()
    .transform((text) => text || null);

/** ISO 3166-1 alpha-2: KP. */
const stateCode = orNull(2).refine(
  (code) => code === null || /^[A-Z]{2}$/.test(code),
  "A state code is two capital letters: KP.",
);
const wikidata = orNull(20).refine(
  (id) => id === null || /^Q[1-9]\d*$/.test(id),
  "A Wikidata id is Q and a number: Q7184.",
);

const fields = {
  name: line(200).min(1, "The actor needs a name."),
  kind: z.enum(ACTOR_KINDS),
  /** One neutral line: "a shipping company of Port Halden". */
  description: orNull(500).optional(),
  partOfId: z.uuid().nullable().optional(),
  stateCode: stateCode.optional(),
  wikidata: wikidata.optional(),
  aliases: aliases.optional(),
};

/** An actor made at the desk. */
export const NewActor = z.object(fields).strict();
export type NewActor = Omit<z.input<typeof NewActor>, "aliases"> & { readonly aliases?: Aliases | undefined };

/** An actor on record, or a new one. */
export const ActorChoice = z.union([z.object({ id: z.uuid() }).strict(), NewActor]);
export type ActorChoice = { readonly id: string } | NewActor;

/** Correct a record; what is left out stays. */
export const ActorEdit = z
  .object({
    actorId: z.uuid(),
    version: z.int().positive(),
    ...fields,
    name: fields.name.optional(),
    kind: fields.kind.optional(),
  })
  .strict();
export type ActorEdit = Omit<z.input<typeof ActorEdit>, "aliases"> & {
  readonly aliases?: Aliases | undefined;
};

/** Who held an office: on record, or a new actor. */
const TenureInput = z
  .object({ holder: ActorChoice, from: Day, to: optionalDay })
  .strict()
  .refine(inOrder, NOT_IN_ORDER);

const office = {
  title: line(200).min(1, "The office needs a title."),
  /** Other ways to say it. */
  aliases: z.array(line(200).min(1)).max(50).default([]),
  tenures: z.array(TenureInput).max(500).default([]),
};
type TenureInput = Omit<z.input<typeof TenureInput>, "holder"> & { readonly holder: ActorChoice };
type Tenures = { readonly tenures?: readonly TenureInput[] };

/** An office of a body. */
export const NewOffice = z.object({ bodyId: z.uuid(), ...office }).strict();
export type NewOffice = Omit<z.input<typeof NewOffice>, "tenures"> & Tenures;

/** An office with who held it, as a whole: ranges of one office exclude each other. */
export const OfficeEdit = z.object({ officeId: z.uuid(), version: z.int().positive(), ...office }).strict();
export type OfficeEdit = Omit<z.input<typeof OfficeEdit>, "tenures"> & Tenures;

/** Take an office off the record. */
export const OfficeWithdrawal = z.object({ officeId: z.uuid(), version: z.int().positive() }).strict();
export type OfficeWithdrawal = z.input<typeof OfficeWithdrawal>;

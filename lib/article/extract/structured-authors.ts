/** One of the objects that JSON-LD is made of. */
export type Thing = Readonly<Record<string, unknown>>;

/** Somebody whom the page's data calls its author. */
export interface Author {
  readonly name: string;
  /** Null where the page doesn't say. */
  readonly kind: "person" | "organisation" | null;
}

/** Whether a value of JSON is an object with fields. */
export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schema.org types a thing says it is of. */
export const typesOf = (thing: Thing): string[] =>
  [thing["@type"]].flat().filter((type): type is string => typeof type === "string");

/** The first text of a value: some systems write a list, an object with a language, or a time as a number. */
export function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (isThing(one)) return textOf(one["@value"] ?? one.name);
  if (typeof one === "number") return String(one);
  return typeof one === "string" && one.trim() !== "" ? one : null;
}

const MOST_AUTHORS = 30;

/**
 * Who made the thing: its authors, in the order they stand. Where those are no persons, its creators: systems fill
 * either field with the outlet.
 */
export function authorsOf(thing: Thing, byId: ReadonlyMap<string, Thing>): Author[] {
  const said = [thing.author, thing.authors, thing.creator].map((value) => peopleIn(value, byId));
  return (
    said.find((authors) => authors.some(({ kind }) => kind !== "organisation")) ??
    said.find((authors) => authors.length > 0) ??
    []
  );
}

function peopleIn(value: unknown, byId: ReadonlyMap<string, Thing>): Author[] {
  return membersOf(value).flatMap((one): Author[] => {
    if (typeof one === "string") return one.trim() === "" ? [] : [{ name: one, kind: null }];
    if (!isThing(one)) return [];
    const whole =
      nameOf(one) === null && typeof one["@id"] === "string" ? (byId.get(one["@id"]) ?? one) : one;
    const kind = kindOf(whole) ?? kindOf(one);
    // A list of names in one person's field is a list of persons.
    const names = Array.isArray(whole.name) ? whole.name.map(textOf) : [nameOf(whole)];
    return names.flatMap((name) => (name === null ? [] : [{ name, kind }]));
  });
}

function membersOf(value: unknown): unknown[] {
  return [value]
    .flat()
    .flatMap((one) => (isThing(one) ? (one["@list"] ?? one["@set"] ?? one) : one))
    .slice(0, MOST_AUTHORS);
}

function nameOf(thing: Thing): string | null {
  const parts = [thing.givenName, thing.familyName].map(textOf).filter((part) => part !== null);
  return textOf(thing.name) ?? (parts.length > 0 ? parts.join(" ") : null);
}

function kindOf(thing: Thing): Author["kind"] {
  const types = typesOf(thing);
  if (types.some((type) => /Person$/.test(type))) return "person";
  return types.some((type) => /Organi[sz]ation$|Corporation$/.test(type)) ? "organisation" : null;
}

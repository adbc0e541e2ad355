import { dayRange } from "#lib/actor/tenure.ts";
import type { Json, State } from "#lib/decision/subject.ts";
import { ALIAS_KIND_WORDS } from "./words.ts";

type Names = Readonly<Record<string, string>>;

const rows = (value: Json): readonly State[] =>
  Array.isArray(value)
    ? value.filter((row): row is State => row !== null && typeof row === "object" && !Array.isArray(row))
    : [];
const text = (value: Json | undefined) => (typeof value === "string" ? value : null);

/** A name with what it is: "NATO (acronym, en, since 1949-04-04)". Decisions of before held plain names. */
export function aliasWords(alias: Json): string {
  const [row] = rows([alias]);
  if (!row) return String(alias);
  const kind = text(row.kind) ?? "name";
  const range = { from: text(row.from), to: text(row.to) };
  const notes = [
    kind === "name" ? null : (ALIAS_KIND_WORDS[kind as keyof typeof ALIAS_KIND_WORDS] ?? kind),
    text(row.language),
    range.from === null && range.to === null ? null : dayRange(range),
  ].filter((note) => note !== null);
  return `${text(row.name) ?? ""}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
}

/** All names of a state, one after another; "nothing" without one. */
export function aliasesWords(value: Json): string {
  return Array.isArray(value) && value.length > 0 ? value.map(aliasWords).join("; ") : "nothing";
}

/** Who held an office and when: "Ada Verrin, 2014-10-01 to 2024-10-01; ...". */
export function tenuresWords(value: Json, names: Names): string {
  const held = rows(value).map((row) => {
    const holder = text(row.holderId);
    const name = holder === null ? (text(row.holder) ?? "") : (names[holder] ?? "a record that is gone");
    return `${name}, ${dayRange({ from: text(row.from), to: text(row.to) })}`;
  });
  return held.length > 0 ? held.join("; ") : "nothing";
}

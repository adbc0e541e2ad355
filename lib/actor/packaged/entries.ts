import type { ActorKind, AliasKind } from "../../attribution/authority.ts";
import type { ActorRow, AliasRow, DateRange } from "../rows.ts";
import { wikidataOf } from "./wikidata.ts";

/** A name in a packaged file: plain text is a name valid without limit. */
export type AliasEntry = string | AliasRow;

/** An actor as the packaged files write it. */
export interface ActorEntry {
  readonly key: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly AliasEntry[];
  readonly partOf?: string;
  readonly stateCode?: string;
}

const WITHOUT_LIMIT: DateRange = { from: null, to: null };

export function acronym(name: string, range: Partial<DateRange> = {}): AliasRow {
  return alias(name, "acronym", null, range);
}

export function metonym(name: string, range: Partial<DateRange> = {}): AliasRow {
  return alias(name, "metonym", null, range);
}

/** Another spelling of a name, or the name in its own script; `language` is a BCP 47 tag. */
export function transliteration(name: string, language: string | null = null): AliasRow {
  return alias(name, "transliteration", language, {});
}

/** A name in one language ("und" where nobody knows which), or one borne for a time. */
export function named(name: string, language: string, range: Partial<DateRange> = {}): AliasRow {
  return alias(name, "name", language, range);
}

/** The row of an entry; its key is the id. */
export function actorRow(entry: ActorEntry): ActorRow {
  return {
    id: entry.key,
    name: entry.name,
    kind: entry.kind,
    partOfId: entry.partOf ?? null,
    stateCode: entry.stateCode ?? null,
    wikidata: wikidataOf(entry.key),
    aliases: entry.aliases.map((entry) => (typeof entry === "string" ? named(entry, "en") : entry)),
  };
}

function alias(name: string, kind: AliasKind, language: string | null, range: Partial<DateRange>): AliasRow {
  return { name, kind, language, ...WITHOUT_LIMIT, ...range };
}

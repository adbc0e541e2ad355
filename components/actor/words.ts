import type { PublicAlias } from "#lib/actor/published.server.ts";
import { dayWords } from "#lib/article/date-words.ts";
import type { ActorKind } from "#lib/attribution/authority.ts";

/** What an actor is, in words. */
export const ACTOR_KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: "person",
  governmentBody: "government body",
  state: "state",
  organisation: "organisation",
  military: "military",
  company: "company",
  group: "group",
  unnamedSource: "unnamed source",
};

/** What kind of name an alias is. */
export const ALIAS_KIND_WORDS: Record<PublicAlias["kind"], string> = {
  name: "name",
  acronym: "acronym",
  transliteration: "transliteration",
  metonym: "place that stands for it",
};

/** A half-open range of days: "1 October 2014 to 1 October 2024", "since 1 October 2024". */
export function rangeWords(from: string | null, to: string | null): string {
  const day = (local: string) => dayWords({ local, zone: null });
  if (from !== null && to !== null) return `${day(from)} to ${day(to)}`;
  if (from !== null) return `since ${day(from)}`;
  return to === null ? "" : `until ${day(to)}`;
}

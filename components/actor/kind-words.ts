import type { ActorKind } from "#lib/attribution/authority.ts";

/** Kinds of actors as a reader reads them. */
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

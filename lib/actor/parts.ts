import { type FoldedWord, foldWords, keyOf } from "./fold.ts";
import { type NameIndex, push } from "./names.ts";
import { canonicalNoun } from "./nouns.ts";
import type { ActorRow, AuthorityRows, DateRange, OfficeRow } from "./rows.ts";

/** A phrase taken apart: "Russia's defence ministry", "Ministry of Defence of Russia" -> Russia, defence ministry. */
interface Split {
  readonly owner: readonly FoldedWord[];
  readonly noun: readonly FoldedWord[];
}

/** A body or office as its owner calls it. */
export interface Part<T> {
  readonly row: T;
  readonly validity: DateRange;
}

/** Bodies and offices by whom they belong to and by noun. */
export interface PartIndex {
  /** Bodies of an actor under a folded noun. */
  bodies(ownerId: string, noun: string): readonly Part<ActorRow>[];
  /** Offices of an actor under a folded noun; without an owner, offices that need none ("Secretary of State"). */
  offices(ownerId: string | null, noun: string): readonly OfficeRow[];
}

const OWNER_FOLLOWS: ReadonlySet<string> = new Set(["of", "for"]);

/** Every way to read a phrase as owner and noun, the longest owner first. */
export function splits(words: readonly FoldedWord[]): readonly Split[] {
  const found: Split[] = [];
  for (let cut = words.length - 1; cut > 0; cut--) {
    found.push({ owner: words.slice(0, cut), noun: words.slice(cut) });
  }
  for (let at = 1; at < words.length - 1; at++) {
    if (!OWNER_FOLLOWS.has(words[at]?.text ?? "")) continue;
    const owner = words.slice(words[at + 1]?.text === "the" ? at + 2 : at + 1);
    if (owner.length > 0) found.push({ owner, noun: words.slice(0, at) });
  }
  return found;
}

/** Reads owner and noun out of the names themselves, so that packaged and stored rows need no further column. */
export function indexParts(rows: AuthorityRows, names: NameIndex): PartIndex {
  const bodies = new Map<string, Part<ActorRow>[]>();
  const offices = new Map<string, OfficeRow[]>();
  const states = new Map(rows.actors.filter((a) => a.kind === "state").map((a) => [a.stateCode, a.id]));
  const actors = new Map(rows.actors.map((actor) => [actor.id, actor]));

  for (const { actor, alias, words } of names.all) {
    if (actor.kind === "state" || actor.kind === "person") continue;
    const stateId = actor.stateCode === null ? undefined : states.get(actor.stateCode);
    const owners = new Set([stateId, actor.partOfId ?? undefined].filter((id) => id !== undefined));
    if (owners.size === 0) continue;
    const part = { row: actor, validity: alias };
    for (const owner of owners) push(bodies, partKey(owner, keyOf(words)), part);
    for (const split of splits(words)) {
      for (const owner of names.owners(split.owner)) {
        if (owners.has(owner.id)) push(bodies, partKey(owner.id, keyOf(split.noun)), part);
      }
    }
  }

  for (const office of rows.offices) {
    const body = actors.get(office.bodyId);
    const stateId = body?.stateCode === null || body === undefined ? undefined : states.get(body.stateCode);
    for (const title of [office.title, ...office.aliases]) {
      const words = foldWords(title);
      push(offices, partKey(null, keyOf(words)), office);
      for (const split of splits(words)) {
        for (const owner of names.owners(split.owner)) {
          if (owner.id === office.bodyId || owner.id === stateId) {
            push(offices, partKey(owner.id, keyOf(split.noun)), office);
          }
        }
      }
    }
  }
  return {
    bodies: (ownerId, noun) => bodies.get(partKey(ownerId, noun)) ?? [],
    offices: (ownerId, noun) => offices.get(partKey(ownerId, noun)) ?? [],
  };
}

function partKey(ownerId: string | null, noun: string): string {
  return `${ownerId ?? ""}|${canonicalNoun(noun)}`;
}

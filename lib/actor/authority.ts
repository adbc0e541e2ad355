import type { Authority, Candidate } from "../attribution/authority.ts";
import { holdsOn } from "./date-range.ts";
import { type FoldedWord, foldName, foldWords, keyOf } from "./fold.ts";
import { indexNames, type Name, push } from "./names.ts";
import { indexNear, nearCandidate } from "./near.ts";
import { isOfficials, LONGEST_NOUN } from "./nouns.ts";
import { indexParts, splits } from "./parts.ts";
import { rank } from "./rank.ts";
import type { ActorRow, AuthorityRows, OfficeRow, TenureRow } from "./rows.ts";

/** Words before a name's own that a text may add: "the", and "of the" between noun and owner. */
const ADDED_WORDS = 3;

/** Builds the authority from plain rows: all lookups are by map, nothing is read later. */
export function buildAuthority(rows: AuthorityRows): Authority {
  const names = indexNames(rows);
  const parts = indexParts(rows, names);
  const spelled = indexNear(names.all);
  const actors = new Map(rows.actors.map((actor) => [actor.id, actor]));
  const stateByCode = new Map(
    rows.actors.filter((actor) => actor.kind === "state").map((actor) => [actor.stateCode, actor]),
  );
  const capitals = new Set(
    rows.states.flatMap((state) => state.capitals.map((name) => `${state.code}|${foldName(name)}`)),
  );
  const tenures = new Map<string, TenureRow[]>();
  for (const tenure of rows.tenures) push(tenures, tenure.officeId, tenure);

  const nameCandidate = ({ actor, alias, words }: Name): Candidate => ({
    ...shown(actor),
    by: alias.kind,
    reason:
      alias.kind !== "metonym"
        ? `${alias.kind} of ${actor.name}`
        : actor.kind === "state" && capitals.has(`${actor.stateCode}|${keyOf(words)}`)
          ? `metonym: capital of ${actor.name}`
          : `metonym: stands for ${actor.name}`,
  });

  const holders = (office: OfficeRow, on?: string): readonly Candidate[] =>
    (tenures.get(office.id) ?? []).flatMap((tenure) => {
      const actor = actors.get(tenure.holderId);
      if (actor === undefined || !holdsOn(tenure, on)) return [];
      const until = tenure.to === null ? "" : ` until ${tenure.to}`;
      return [
        {
          ...shown(actor),
          by: "office" as const,
          reason: `office: ${office.title} from ${tenure.from}${until}`,
        },
      ];
    });

  const officeHolders = (words: readonly FoldedWord[], on?: string): readonly Candidate[] => {
    const offices = [
      ...parts.offices(null, keyOf(words)),
      ...splits(words).flatMap((split) =>
        names.owners(split.owner).flatMap((owner) => parts.offices(owner.id, keyOf(split.noun))),
      ),
    ];
    return [...new Set(offices)].flatMap((office) => holders(office, on));
  };

  const bodiesOf = (owner: ActorRow, noun: string, on?: string): readonly Candidate[] => [
    ...parts
      .bodies(owner.id, noun)
      .filter((part) => holdsOn(part.validity, on))
      .map((part) => ({
        ...shown(part.row),
        by: "bodyOfState" as const,
        reason: `body: ${noun} of ${owner.name}`,
      })),
    ...(owner.kind !== "person" && isOfficials(noun)
      ? [{ ...shown(owner), by: "bodyOfState" as const, reason: `officials of ${owner.name}` }]
      : []),
  ];

  return {
    longestAlias: Math.max(names.longest, names.longest + LONGEST_NOUN) + ADDED_WORDS,
    find(surface, on) {
      const words = foldWords(surface);
      if (words.length === 0) return [];
      const exact = [
        ...names
          .named(words)
          .filter((name) => holdsOn(name.alias, on))
          .map(nameCandidate),
        ...officeHolders(words, on),
        ...splits(words).flatMap((split) =>
          names.owners(split.owner).flatMap((owner) => bodiesOf(owner, keyOf(split.noun), on)),
        ),
      ];
      if (exact.length > 0) return rank(exact);
      const near = spelled.near(surface).filter(({ name }) => holdsOn(name.alias, on));
      // Only the strongest evidence counts: initials say nothing beside another spelling of the full name.
      return rank(near.filter(({ evidence }) => evidence === near[0]?.evidence).map(nearCandidate));
    },
    holder(office, on) {
      const held = rank(officeHolders(foldWords(office), on));
      return held.length === 1 ? held[0] : undefined;
    },
    body(state, bodyNoun) {
      const owner = stateByCode.get(state.toUpperCase()) ?? actors.get(state);
      return owner === undefined ? undefined : rank(bodiesOf(owner, foldName(bodyNoun)))[0];
    },
  };
}

function shown(actor: ActorRow) {
  return { actorId: actor.id, name: actor.name, kind: actor.kind };
}

import type { Stance } from "../statement/stance.ts";

/** The part of a statement that grouping looks at. */
interface Placed {
  readonly actor: { readonly slug: string };
  readonly claims: readonly { readonly slug: string; readonly stance: Stance }[];
}

export interface StanceGroup<S> {
  readonly stance: Stance;
  /** One entry for each speaker, with all that is reported of them. */
  readonly speakers: readonly { readonly slug: string; readonly statements: readonly S[] }[];
}

const ORDER: readonly Stance[] = ["asserts", "relays", "denies", "questions"];

/** Statements of a claim by what they do to it, then by speaker; each keeps the order it was given in. */
export function groupByStance<S extends Placed>(
  statements: readonly S[],
  claimSlug: string,
): readonly StanceGroup<S>[] {
  return ORDER.flatMap((stance) => {
    const speakers = new Map<string, S[]>();
    for (const statement of statements) {
      if (!statement.claims.some((claim) => claim.slug === claimSlug && claim.stance === stance)) continue;
      speakers.set(statement.actor.slug, [...(speakers.get(statement.actor.slug) ?? []), statement]);
    }
    if (speakers.size === 0) return [];
    return [{ stance, speakers: [...speakers].map(([slug, own]) => ({ slug, statements: own })) }];
  });
}

/** Statements that read the same, taken together where the first of them stands. `wordsOf`: all that a reader sees. */
export function groupByWords<S>(
  statements: readonly S[],
  wordsOf: (statement: S) => string,
): readonly (readonly [S, ...S[]])[] {
  const groups = new Map<string, [S, ...S[]]>();
  for (const statement of statements) {
    const words = wordsOf(statement);
    const group = groups.get(words);
    if (group) group.push(statement);
    else groups.set(words, [statement]);
  }
  return [...groups.values()];
}

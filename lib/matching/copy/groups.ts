/** A text as it is grouped. */
export interface Grouped {
  readonly id: string;
  /** Texts that came earlier have smaller numbers. */
  readonly number: number;
  /** The group it is in so far. */
  readonly group: { readonly id: string; readonly createdAt: Date } | null;
}

/** Texts that are one text, in the order in which they came, and the group that stays; null: a new one. */
export interface CopyGroupPlan {
  readonly members: readonly string[];
  readonly groupId: string | null;
}

/**
 * The groups that pairs make: texts joined by pairs, directly or through others. Where groups meet, the oldest stays;
 * where one falls apart, it stays with the text that came first. Texts that are alone are in none.
 */
export function planGroups(
  texts: readonly Grouped[],
  pairs: readonly (readonly [string, string])[],
): readonly CopyGroupPlan[] {
  const inOrder = [...texts].sort((a, b) => a.number - b.number);
  const taken = new Set<string>();
  return joined(inOrder, pairs)
    .filter((members) => members.length > 1)
    .map((members) => {
      const oldest = members
        .flatMap(({ group }) => (group === null || taken.has(group.id) ? [] : [group]))
        .reduce<Grouped["group"]>(
          (best, group) => (best === null || isOlder(group, best) ? group : best),
          null,
        );
      if (oldest !== null) taken.add(oldest.id);
      return { members: members.map(({ id }) => id), groupId: oldest?.id ?? null };
    });
}

const isOlder = (one: NonNullable<Grouped["group"]>, other: NonNullable<Grouped["group"]>) =>
  one.createdAt.getTime() === other.createdAt.getTime() ? one.id < other.id : one.createdAt < other.createdAt;

/** Sets of texts that pairs hold together, each in the order given, by their first member. */
function joined(
  texts: readonly Grouped[],
  pairs: readonly (readonly [string, string])[],
): readonly (readonly Grouped[])[] {
  const leads = new Map(texts.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let next = leads.get(at); next !== undefined && next !== at; next = leads.get(at)) at = next;
    leads.set(id, at);
    return at;
  };
  for (const [one, other] of pairs) if (leads.has(one) && leads.has(other)) leads.set(root(one), root(other));
  return [...Map.groupBy(texts, ({ id }) => root(id)).values()];
}

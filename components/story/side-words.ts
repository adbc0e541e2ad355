/** The other side of a conflict as the doors of stories tell it. */
export interface StorySide {
  readonly article?: string;
  readonly story?: string;
  readonly state?: string;
}

const STATES: Readonly<Record<string, string>> = {
  suggested: "proposed for",
  accepted: "in",
  rejected: "not in",
  removed: "no longer in",
};

/** "“Bridge closed” is in the story “The crack”"; null where no story is named. */
export function sideWords({ article, story, state }: StorySide): string | null {
  if (!story) return null;
  return article && state ? `“${article}” is ${STATES[state] ?? "in"} the story “${story}”` : `“${story}”`;
}

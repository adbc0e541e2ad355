import type { LineRole } from "#lib/article/cleaned.ts";

export interface RoleWord {
  readonly role: LineRole;
  readonly name: string;
  /** Key that gives a line this role. */
  readonly key: string;
}

/** The roles a line can have, in the order of a page; "drop" has a button of its own. */
export const ROLE_WORDS: readonly RoleWord[] = [
  { role: "paragraph", name: "paragraph", key: "p" },
  { role: "headline", name: "headline", key: "h" },
  { role: "standfirst", name: "standfirst", key: "s" },
  { role: "byline", name: "byline", key: "b" },
  { role: "date", name: "date", key: "t" },
  { role: "outlet", name: "outlet", key: "o" },
];

/** The roles of lines that an article's text is made of. */
export const TEXT_ROLE_WORDS = ROLE_WORDS.filter(({ role }) =>
  ["paragraph", "headline", "standfirst"].includes(role),
);

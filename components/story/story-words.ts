import { dayWords } from "#lib/article/date-words.ts";
import type { ShownMember, ShownStory } from "#lib/story/read.server.ts";
import { counted } from "../claim/travel.tsx";

/** "Bridge Courier · 2 July 2024". */
export const sourceWords = ({ outlet, published }: ShownMember) =>
  `${outlet} · ${dayWords(published === null ? null : { local: published, zone: null })}`;

/** "3 articles from 2 outlets, 1 to decide". */
export function storyCounts({ members }: ShownStory): string {
  const outlets = new Set(members.map(({ outlet }) => outlet)).size;
  const open = members.filter(({ state }) => state === "suggested").length;
  const all = `${counted(members.length, "article")} from ${counted(outlets, "outlet")}`;
  return open === 0 || open === members.length ? all : `${all}, ${open} to decide`;
}

/** Said where decided stories would stand: articles may be accepted all the same, in stories that have others to decide. */
export function noneDecided(proposed: readonly ShownStory[]): string {
  const accepted = proposed.some(({ members }) => members.some(({ state }) => state === "accepted"));
  return accepted
    ? "No story is decided to its last article. What is accepted so far stands above."
    : "No story is decided.";
}

/** What tells one reading of the list from the next. */
export const listKey = (stories: readonly ShownStory[]) =>
  stories.flatMap(({ members }) => members.map(({ id, version }) => `${id} ${version}`)).join();

/** A story of more articles is cut to so many. */
export const SHOWN_FIRST = 12;

/** The articles of a long story that are shown unasked: those that wait for an editor before the others, in their order. */
export function firstOf(members: readonly ShownMember[]): readonly ShownMember[] {
  if (members.length <= SHOWN_FIRST + 1) return members;
  const open = members.filter(({ state }) => state === "suggested");
  const others = members.filter(({ state }) => state !== "suggested");
  const first = new Set([...open, ...others].slice(0, SHOWN_FIRST));
  return members.filter((member) => first.has(member));
}

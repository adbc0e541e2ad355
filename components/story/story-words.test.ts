import { expect, it } from "vitest";
import type { ShownMember, ShownStory } from "#lib/story/read.server.ts";
import { firstOf, noneDecided, SHOWN_FIRST } from "./story-words.ts";

const story = (...states: ShownMember["state"][]): ShownStory => ({
  id: "story",
  version: 1,
  title: "The crack",
  sample: false,
  members: states.map((state, at) => ({
    id: `member ${at}`,
    version: 1,
    articleId: `article ${at}`,
    headline: "Bridge closed",
    language: "en",
    outlet: "Bridge Courier",
    published: null,
    state,
    reason: null,
    score: null,
  })),
});

it("does not say that nothing is accepted while an article of a story above is", () => {
  expect(noneDecided([story("suggested", "suggested")])).toBe("No story is decided.");
  expect(noneDecided([])).toBe("No story is decided.");
  expect(noneDecided([story("suggested"), story("suggested", "accepted")])).toContain("stands above");
});

it("shows of a long story first what waits, in its order, and a story that is hardly longer whole", () => {
  const many = (count: number, state: ShownMember["state"]) => Array<typeof state>(count).fill(state);
  const long = story(...many(40, "accepted"), "suggested", ...many(40, "accepted"), "suggested").members;
  const ids = firstOf(long).map(({ id }) => id);
  expect(ids).toHaveLength(SHOWN_FIRST);
  expect(ids).toEqual([...Array(SHOWN_FIRST - 2).keys(), 40, 81].map((at) => `member ${at}`));
  expect(firstOf(story(...many(SHOWN_FIRST + 1, "suggested")).members)).toHaveLength(SHOWN_FIRST + 1);
  expect(firstOf(story(...many(30, "suggested")).members)[0]?.id).toBe("member 0");
});

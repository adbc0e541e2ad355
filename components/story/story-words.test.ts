import { expect, it } from "vitest";
import type { ShownMember, ShownStory } from "#lib/story/read.server.ts";
import { noneDecided } from "./story-words.ts";

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

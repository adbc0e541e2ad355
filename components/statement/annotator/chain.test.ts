import { describe, expect, it } from "vitest";
import type { DeskSuggestion } from "#lib/desk/desk-article.ts";
import { alternativesOf, asMembers, mayBePlace, othersOfChain, othersToFollow } from "./chain.ts";
import { type Entry, entriesOf } from "./entry.ts";
import { COUNCIL, deskArticle, INES, spanOf, statement, suggestion } from "./fixture.ts";

const TOWN = { id: "actor-town", name: "Town of Kelm", kind: "state" } as const;
const WORDS = ["night boat", "Ferry line", "Harbour Wire", "drops"];

/** Suggestions of one chain, each on words of its own, with what differs. */
function chain(...over: readonly Partial<DeskSuggestion>[]): readonly Entry[] {
  const suggestions = over.map((one, at) =>
    suggestion({
      id: `s${at}`,
      chain: "e:0",
      actor: TOWN,
      candidates: [{ actor: TOWN, reason: "metonym" }],
      content: [spanOf(WORDS[at] ?? "said")],
      ...one,
    }),
  );
  const statements = suggestions.flatMap(({ statementId, content }) =>
    statementId ? [statement({ id: statementId, version: 4, actor: COUNCIL, content })] : [],
  );
  const entries = entriesOf(deskArticle({ suggestions, statements }));
  return suggestions.map(({ id }) => entries.find((entry) => entry.key === id) as Entry);
}
const keys = (entries: readonly Entry[]) => entries.map(({ key }) => key);

describe("a chain of mentions", () => {
  it("is what stands for the same one here: undecided, or a statement", () => {
    const entries = chain(
      {},
      { state: "accepted", statementId: "t1" },
      { state: "rejected" },
      { chain: "e:1" },
    );
    const [first, , , apart] = entries as [Entry, Entry, Entry, Entry];
    expect(keys(othersOfChain(first, entries))).toEqual(["s1"]);
    expect(othersOfChain(apart, entries)).toEqual([]);
    const alone = chain({ chain: null }, { chain: null });
    expect(othersOfChain(alone[0] as Entry, alone)).toEqual([]);
  });

  it("follows one whose actor an editor decided, where another has another actor", () => {
    const entries = chain({ state: "accepted", statementId: "t0" }, {}, { actor: COUNCIL });
    const [decided, open] = entries as [Entry, Entry, Entry];
    expect(keys(othersToFollow(decided, entries))).toEqual(["s1"]);
    // The engine's own choice leads nobody.
    expect(othersToFollow(open, entries)).toEqual([]);
    const chosen = chain({ chosenByEditor: true, actor: COUNCIL }, {});
    expect(keys(othersToFollow(chosen[0] as Entry, chosen))).toEqual(["s1"]);
  });

  it("goes to its door with the versions that are shown", () => {
    const entries = chain({ version: 3 }, { state: "accepted", statementId: "t1", version: 2 });
    expect(asMembers(entries)).toEqual([
      { suggestionId: "s0", version: 3 },
      { suggestionId: "s1", version: 2, statementVersion: 4 },
    ]);
  });
});

describe("whom else a mention may stand for", () => {
  it("what an editor took elsewhere in the chain first, then the engine's others, never the present one or one twice", () => {
    const candidates = [
      { actor: TOWN, reason: "metonym" },
      { actor: INES, reason: "name" },
      { actor: COUNCIL, reason: "body" },
    ];
    const entries = chain({ candidates }, { state: "accepted", statementId: "t1" });
    expect(alternativesOf(entries[0] as Entry, entries)).toEqual([
      { actor: COUNCIL, reason: "taken for another mention of this chain" },
      { actor: INES, reason: "name" },
    ]);
  });

  it("the engine's own choice again, where an editor decided otherwise", () => {
    const entries = chain({ state: "accepted", statementId: "t0" });
    expect(alternativesOf(entries[0] as Entry, entries)).toEqual([{ actor: TOWN, reason: "metonym" }]);
  });
});

it("only a place: a state may be, and what a place stands for; nobody with a name of their own", () => {
  const may = (over: Partial<DeskSuggestion>) => mayBePlace(chain(over)[0] as Entry);
  expect(may({})).toBe(true);
  expect(may({ actor: COUNCIL, actorReason: "metonym: stands for Harbour Council" })).toBe(true);
  expect(may({ actor: COUNCIL, actorReason: "name of Harbour Council" })).toBe(false);
  expect(may({ actor: INES })).toBe(false);
  expect(may({ actor: null, actorReason: null })).toBe(false);
});

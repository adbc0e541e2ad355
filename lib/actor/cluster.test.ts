import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Authority, Candidate } from "../attribution/authority.ts";
import { clusterMentions, type EventMention } from "./cluster.ts";
import { packagedAuthority } from "./packaged/authority.ts";

const NOBODY: Pick<Authority, "find"> = { find: () => [] };

/** Mentions of an event from lines "article: surface", "article#chain: surface = name (kind; description)". */
function event(...lines: readonly string[]): EventMention[] {
  return lines.map((line, at) => {
    const [, article = "", chain, surface = "", name, kind, description] =
      /^(\w+)(?:#(\d+))?: (.+?)(?: = (.+?))?(?: \((\w+)(?:; (.+))?\))?$/u.exec(line) ?? [];
    return {
      id: String(at),
      article,
      surface,
      ...(chain && { chain: Number(chain) }),
      ...(name && { name }),
      ...(kind && { kind: kind as NonNullable<EventMention["kind"]> }),
      ...(description && { description }),
    };
  });
}

/** Clusters as lists of surfaces. */
const groups = (mentions: readonly EventMention[], authority: Pick<Authority, "find"> = NOBODY) =>
  clusterMentions(mentions, authority).map(({ mentions: ids }) =>
    ids.map((id) => mentions[Number(id)]?.surface),
  );

describe("people the authority lacks", () => {
  it("are one by spelling, order, a middle name, initials, and a surname nobody else has", () => {
    const mentions = event(
      "a: Mira Jane Holt",
      "b: Holt Mira",
      "c: M.J. Holt",
      "d: Mira Holt",
      "e: Holt",
      "f: Tove Lind",
    );
    expect(groups(mentions)).toEqual([
      ["Mira Jane Holt", "Holt Mira", "M.J. Holt", "Mira Holt", "Holt"],
      ["Tove Lind"],
    ]);
    expect(clusterMentions(mentions, NOBODY)[0]?.reasons).toEqual(
      expect.arrayContaining(["a middle name left out", "initials and surname"]),
    );
  });

  it("with one surname stay two, and the surname alone stays with neither", () => {
    expect(groups(event("a: Mira Holt", "b: Tove Holt", "c: Holt"))).toEqual([
      ["Mira Holt"],
      ["Tove Holt"],
      ["Holt"],
    ]);
  });

  it("with one initial stay two, and the initial stays with neither", () => {
    expect(groups(event("a: Mira Holt", "b: Martin Holt", "c: M. Holt"))).toEqual([
      ["Mira Holt"],
      ["Martin Holt"],
      ["M. Holt"],
    ]);
  });

  it("go with what their own article says: a chain is one", () => {
    expect(groups(event("a#0: Mira Holt", "a#0: she", "a#1: Holt = Tove Holt", "b: Mira Holt"))).toEqual([
      ["Mira Holt", "she", "Mira Holt"],
      ["Holt"],
    ]);
  });

  it("are one with the only one described so", () => {
    expect(
      groups(
        event("a: Ilse Rand (person; harbour master of Tarn)", "b: the Tarn harbour master", "c: the mayor"),
      ),
    ).toEqual([["Ilse Rand", "the Tarn harbour master"], ["the mayor"]]);
  });

  it("without a name are never one with those of another article", () => {
    expect(groups(event("a: a senior official", "b: a senior official", "b: officials"))).toHaveLength(3);
  });
});

describe("bodies the authority lacks", () => {
  it("are one by acronym, by the only longer name, by the beginning of a company’s name", () => {
    expect(
      groups(
        event(
          "a: Elm Bay Ferry Guild (organisation)",
          "b: EBFG (organisation)",
          "c: Ferry Guild (organisation)",
          "a: Tarn Boats (company)",
          "b: Tarn (company)",
        ),
      ),
    ).toEqual([
      ["Elm Bay Ferry Guild", "EBFG", "Ferry Guild"],
      ["Tarn Boats", "Tarn"],
    ]);
  });

  it("are one by a company’s first word, though it looks like a surname, unless somebody bears that", () => {
    const firm = ["a: Sorley Holdings (company)", "b: Sorley (person)"];
    expect(groups(event(...firm))).toHaveLength(1);
    expect(groups(event(...firm, "c: Piet Sorley (person)"))).toEqual([
      ["Sorley Holdings"],
      ["Sorley", "Piet Sorley"],
    ]);
  });

  it("stay two where a shorter name fits both", () => {
    expect(
      groups(
        event(
          "a: Elm Bay Council (governmentBody)",
          "b: Tarn Council (governmentBody)",
          "c: Council (governmentBody)",
        ),
      ),
    ).toHaveLength(3);
  });

  it("are never a person of the same name", () => {
    expect(
      groups(event("a: Varrow Shipping (company)", "b: Piet Varrow (person)", "c: P. Varrow (person)")),
    ).toEqual([["Varrow Shipping"], ["Piet Varrow", "P. Varrow"]]);
  });
});

describe("actors on record", () => {
  const authority = packagedAuthority();

  it("are one by every name and script, at the date of each article", () => {
    const mentions = event(
      "a: Kim Jong-un",
      "b: 김정은",
      "c: NATO chief",
      "d: NATO chief",
      "e: Jens Stoltenberg",
    ).map((mention) => ({ ...mention, date: mention.article === "d" ? "2025-06-30" : "2024-06-30" }));
    expect(clusterMentions(mentions, authority).map(({ actorId, mentions: ids }) => [actorId, ids])).toEqual([
      ["kim-jong-un", ["0", "1"]],
      ["jens-stoltenberg", ["2", "4"]],
      ["mark-rutte", ["3"]],
    ]);
  });

  it("are never joined to another one on record, however alike the names", () => {
    const holts: Record<string, string> = { "Mira Holt": "1", "Mira J. Holt": "2" };
    const find = (surface: string): readonly Candidate[] => {
      const actorId = holts[surface];
      return actorId ? [{ actorId, name: surface, kind: "person", by: "name", reason: "" }] : [];
    };
    expect(groups(event("a: Mira Holt", "b: Mira J. Holt"), { find })).toHaveLength(2);
  });
});

describe("whatever the names", () => {
  it("every mention is in exactly one cluster", () => {
    const name = fc.constantFrom(
      "Mira Holt",
      "Holt",
      "M. Holt",
      "Tarn Boats",
      "EBFG",
      "the mayor",
      "",
      "-",
      "김",
    );
    const mention = fc.record({ article: fc.constantFrom("a", "b"), surface: name });
    fc.assert(
      fc.property(fc.array(mention, { maxLength: 12 }), (list) => {
        const mentions = list.map((one, at) => ({ ...one, id: String(at) }));
        const ids = clusterMentions(mentions, NOBODY).flatMap((cluster) => cluster.mentions);
        expect([...ids].sort()).toEqual(mentions.map(({ id }) => id).sort());
      }),
    );
  });

  it("an event of twenty thousand mentions is put together in time that grows with it", () => {
    const mentions = Array.from({ length: 20_000 }, (_, at) => ({
      id: String(at),
      article: `a${at % 50}`,
      surface: `Mira Holt${String.fromCodePoint(97 + (at % 26), 97 + ((at >> 3) % 26))}`,
    }));
    expect(clusterMentions(mentions, NOBODY).length).toBeGreaterThan(0);
  }, 60_000);
});

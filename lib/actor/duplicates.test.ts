import { describe, expect, it } from "vitest";
import type { ActorKind, AliasKind } from "../attribution/authority.ts";
import { type ComparedActor, compareActors, trigramLikeness } from "./duplicates.ts";
import { foldName } from "./fold.ts";

const name = (words: string, kind: AliasKind = "name") => ({ name: words, folded: foldName(words), kind });
const actor = (
  names: string | string[],
  kind: ActorKind = "person",
  wikidata: string | null = null,
): ComparedActor => ({
  kind,
  wikidata,
  names: [names].flat().map((words) => name(words)),
});
const compare = (a: string, b: string, kind: ActorKind = "person") =>
  compareActors(actor(a, kind), actor(b, kind));

describe("names that may be one", () => {
  it.each([
    ["Ines Halloran", "Ines Halloran", /both are called “Ines Halloran”/],
    ["Óscar Brännö", "Oscar Branno", /one name, written differently/],
    ["Pak Jin-su", "Pak Jin Su", /one name, written differently/],
    ["Pak Jin Su", "Jin Su Pak", /another order/],
    ["Ministry of Tides of Norland", "Norland Ministry of Tides", /another order/],
    ["I. Halloran", "Ines Halloran", /“I. Halloran” may be short for “Ines Halloran”/],
    ["Ines Maren Halloran", "I.M. Halloran", /may be short/],
    ["Mohammed Rafeeq", "Muhammad Rafiq", /transliterations/],
    ["Ines Maren Halloran", "Ines Halloran", /with a name more/],
    ["Ines Halloran", "Ines Hallorand", /spelled alike/],
    ["Tomas Wexfort", "Tomas Wexford", /spelled alike/],
  ])("%s, %s", (a, b, why) => {
    expect(compare(a, b)?.reasons[0]).toMatch(why);
    expect(compare(b, a)?.score).toBe(compare(a, b)?.score);
  });

  it.each([
    ["Ines Halloran", "Tom Halloran"],
    ["Ines Halloran", "Ines Marwick"],
    ["Ministry of Tides of Norland", "Ministry of Tides of Sorvik"],
    ["I. Halloran", "Tom Halloran"],
    ["I. Halloran", "T. Halloran"],
    ["Ann", "Ian"],
  ])("not %s and %s", (a, b) => expect(compare(a, b)).toBeNull());

  it("acronyms are one only when they are the same", () => {
    const agency = (acronym: string): ComparedActor => ({
      kind: "organisation",
      wikidata: null,
      names: [name(acronym, "acronym")],
    });
    expect(compareActors(agency("NTAB"), agency("NTAC"))).toBeNull();
    expect(compareActors(agency("NTAB"), agency("NTAB"))?.reasons).toEqual(["both go by “NTAB”"]);
  });

  it("a place that stands for both says nothing", () => {
    const seat = (own: string): ComparedActor => ({
      ...actor(own, "state"),
      names: [name(own), name("Port Halden", "metonym")],
    });
    expect(compareActors(seat("Norland"), seat("Harbour League"))).toBeNull();
  });
});

describe("how far", () => {
  it("the same Wikidata id comes first, different ones and kinds count against", () => {
    const same = compareActors(actor("A Bell", "person", "Q1"), actor("C Dorn", "person", "Q1"));
    expect(same).toMatchObject({ score: 1, reasons: ["the same Wikidata id, Q1"] });
    const called = (kind: ActorKind, wikidata: string | null) => actor("Ines Halloran", kind, wikidata);
    const plain = compareActors(called("person", null), called("person", null));
    const other = compareActors(called("person", "Q1"), called("person", "Q2"));
    const kinds = compareActors(called("person", null), called("company", null));
    expect(other?.cautions).toEqual(["Wikidata has two: Q1 and Q2"]);
    expect(kinds?.cautions).toEqual(["they are of different kinds"]);
    expect(plain?.score).toBeGreaterThan(kinds?.score ?? 1);
    expect(kinds?.score).toBeGreaterThan(other?.score ?? 1);
  });

  it("each name is a reason once, the best first, three at most", () => {
    const long = actor(["Ines Halloran", "I. Halloran", "Halloran, Ines", "Dame Ines", "Ines of Halden"]);
    const found = compareActors(long, long);
    expect(found?.reasons).toHaveLength(3);
    expect(found?.reasons[0]).toMatch(/both are called/);
  });

  it("is like the database's", () => {
    expect(trigramLikeness("wexford", "wexford")).toBe(1);
    // SELECT similarity('wexford', 'wexfort')
    expect(trigramLikeness("wexford", "wexfort")).toBeCloseTo(0.6, 5);
  });
});

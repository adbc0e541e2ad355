import { describe, expect, it } from "vitest";
import { buildAuthority } from "./authority.ts";
import type { ActorRow, AuthorityRows } from "./rows.ts";

function actor(row: Partial<ActorRow> & Pick<ActorRow, "id" | "name" | "kind">): ActorRow {
  return { partOfId: null, stateCode: null, wikidata: null, aliases: [], ...row };
}

/** An invented state with one ministry, a league with a council, and two people who follow each other. */
const rows: AuthorityRows = {
  actors: [
    actor({
      id: "0190-1",
      name: "Vellmark",
      kind: "state",
      stateCode: "VM",
      aliases: [{ name: "Vell", kind: "metonym", language: null, from: null, to: null }],
    }),
    actor({
      id: "0190-2",
      name: "Vellish Harbour Ministry",
      kind: "governmentBody",
      stateCode: "VM",
      aliases: [{ name: "Vellish Port Office", kind: "name", language: "en", from: null, to: "2010-01-01" }],
    }),
    actor({
      id: "0190-3",
      name: "League of Ports",
      kind: "organisation",
      aliases: [{ name: "LOP", kind: "acronym", language: null, from: "2001-01-01", to: null }],
    }),
    actor({ id: "0190-4", name: "LOP Council", kind: "organisation", partOfId: "0190-3" }),
    actor({ id: "0190-5", name: "Ada Quist", kind: "person" }),
    actor({ id: "0190-6", name: "Bram Oake", kind: "person" }),
    actor({ id: "0190-7", name: "Vell", kind: "company" }),
    actor({ id: "0190-8", name: "Vellish Coast Watch", kind: "group", stateCode: "YY" }),
    actor({ id: "0190-9", name: "Yedland", kind: "state", stateCode: "YY" }),
  ],
  offices: [
    { id: "o1", title: "Secretary General of the League of Ports", aliases: ["LOP chief"], bodyId: "0190-3" },
    { id: "o2", title: "Vellish Harbour Minister", aliases: [], bodyId: "0190-2" },
    { id: "o4", title: "Vellish Envoy", aliases: [], bodyId: "0190-3" },
    { id: "o3", title: "Harbourmaster", aliases: [], bodyId: "missing" },
  ],
  tenures: [
    { officeId: "o1", holderId: "0190-5", from: "2020-05-01", to: "2024-05-01" },
    { officeId: "o1", holderId: "0190-6", from: "2024-05-01", to: null },
    { officeId: "o2", holderId: "missing", from: "2020-05-01", to: null },
    { officeId: "o4", holderId: "0190-5", from: "2020-05-01", to: null },
    { officeId: "o3", holderId: "0190-6", from: "2020-05-01", to: null },
  ],
  states: [
    { code: "VM", demonyms: ["Vellish"], capitals: ["Vell"] },
    { code: "ZZ", demonyms: ["Zedish"], capitals: [] },
  ],
};
const authority = buildAuthority(rows);
const names = (surface: string, on?: string) => authority.find(surface, on).map((found) => found.name);

describe("buildAuthority", () => {
  it("reads bodies out of their names, by adjective, possessive and “of”", () => {
    for (const surface of ["Vellmark's harbour ministry", "the Harbour Ministry of Vellmark"]) {
      expect(names(surface)).toEqual(["Vellish Harbour Ministry"]);
    }
    expect(authority.body("vm", "Harbour Ministry")?.actorId).toBe("0190-2");
    expect(authority.body("0190-1", "harbour ministry")?.reason).toBe("body: harbour ministry of Vellmark");
  });

  it("keeps a body under an old name to that name’s time", () => {
    expect(names("Vellmark's port office", "2009-12-31")).toEqual(["Vellish Harbour Ministry"]);
    expect(names("Vellmark's port office", "2010-01-01")).toEqual([]);
  });

  it("gives a state no body or office of somebody else that has the state in its name", () => {
    expect(names("Vellish Coast Watch")).toEqual(["Vellish Coast Watch"]);
    expect(names("Vellmark's coast watch")).toEqual([]);
    expect(names("Vellish Envoy")).toEqual(["Ada Quist"]);
    expect(names("Vellmark's envoy")).toEqual([]);
  });

  it("puts who bears a name before whom the name stands for", () => {
    expect(authority.find("Vell").map((found) => found.reason)).toEqual([
      "name of Vell; may also be Vellmark",
      "metonym: capital of Vellmark; may also be Vell",
    ]);
  });

  it("reads a part out of the name of what it belongs to", () => {
    expect(names("the Council of the League of Ports")).toEqual(["LOP Council"]);
    expect(names("lop council")).toEqual([]);
  });

  it("names an office by any name of its body", () => {
    expect(authority.holder("LOP Secretary-General", "2024-04-30")?.actorId).toBe("0190-5");
    expect(authority.holder("League of Ports chief", "2024-05-01")?.actorId).toBe("0190-6");
    expect(authority.holder("Secretary General", "2024-05-01")).toBeUndefined();
  });

  it("names nobody where two held the office within a partial date", () => {
    expect(names("LOP chief", "2024")).toEqual(["Ada Quist", "Bram Oake"]);
    expect(authority.holder("LOP chief", "2024")).toBeUndefined();
  });

  it("passes over rows that lead nowhere", () => {
    expect(authority.holder("Vellish Harbour Minister")).toBeUndefined();
    expect(authority.holder("Harbourmaster")?.name).toBe("Bram Oake");
    expect(names("Zedish Harbour Ministry")).toEqual([]);
  });

  it("keeps an acronym to its capitals and its time", () => {
    expect(names("LOP", "2000-12-31")).toEqual([]);
    expect(names("L.O.P.", "2001-01-01")).toEqual(["League of Ports"]);
    expect(names("lop")).toEqual([]);
  });

  it("gives the officials of a body to the body, never those of a person", () => {
    expect(authority.find("Vellish officials")[0]).toMatchObject({
      name: "Vellmark",
      reason: "officials of Vellmark",
    });
    expect(names("Ada Quist officials")).toEqual([]);
  });

  it("is built from nothing, too", () => {
    const empty = buildAuthority({ actors: [], offices: [], tenures: [], states: [] });
    expect(empty.find("Vellmark")).toEqual([]);
    expect(empty.longestAlias).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, ALIAS_KINDS } from "../../attribution/authority.ts";
import { overlap } from "../date-range.ts";
import { foldWords } from "../fold.ts";
import { packagedAuthority, packagedRows } from "./authority.ts";
import { CHECKED_ON } from "./offices.ts";
import { OWN_SCRIPT } from "./own-script.ts";
import { OTHER_IDS } from "./wikidata.ts";

const rows = packagedRows();
const authority = packagedAuthority();
const actorIds = new Set(rows.actors.map((actor) => actor.id));
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(date: string): boolean {
  return DAY.test(date) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

function twice(keys: readonly string[]): readonly string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}

describe("packaged rows", () => {
  it("give every actor and office one key fit for an address", () => {
    const keys = [...rows.actors.map((actor) => actor.id), ...rows.offices.map((office) => office.id)];
    expect(twice(rows.actors.map((actor) => actor.id))).toEqual([]);
    expect(twice(rows.offices.map((office) => office.id))).toEqual([]);
    expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  it("give no two actors the same shown name", () => {
    expect(twice(rows.actors.map((actor) => actor.name))).toEqual([]);
  });

  it("name only actors that exist", () => {
    const named = [
      ...rows.actors.flatMap((actor) => (actor.partOfId === null ? [] : [actor.partOfId])),
      ...rows.offices.map((office) => office.bodyId),
      ...rows.tenures.map((tenure) => tenure.holderId),
    ];
    expect(named.filter((id) => !actorIds.has(id))).toEqual([]);
    const offices = new Set(rows.offices.map((office) => office.id));
    expect(rows.tenures.filter((tenure) => !offices.has(tenure.officeId))).toEqual([]);
    const states = new Set(rows.actors.filter((a) => a.kind === "state").map((a) => a.stateCode));
    expect(rows.actors.filter((a) => a.stateCode !== null && !states.has(a.stateCode))).toEqual([]);
  });

  it("let no actor be a part of itself", () => {
    const partOf = new Map(rows.actors.map((actor) => [actor.id, actor.partOfId]));
    for (const actor of rows.actors) {
      const seen = new Set<string>();
      for (let at: string | null = actor.id; at !== null; at = partOf.get(at) ?? null) {
        expect(seen.has(at), `${actor.id} leads back to ${at}`).toBe(false);
        seen.add(at);
      }
    }
  });

  it("give an office to persons only, on real days, never to two at a time", () => {
    const kinds = new Map(rows.actors.map((actor) => [actor.id, actor.kind]));
    for (const tenure of rows.tenures) {
      const said = `${tenure.officeId}: ${tenure.holderId}`;
      expect(kinds.get(tenure.holderId), said).toBe("person");
      expect(isDay(tenure.from), said).toBe(true);
      expect(tenure.to === null || (isDay(tenure.to) && tenure.from < tenure.to), said).toBe(true);
      const others = rows.tenures.filter((t) => t !== tenure && t.officeId === tenure.officeId);
      expect(
        others.filter((other) => overlap(tenure, other)).map((other) => other.holderId),
        said,
      ).toEqual([]);
    }
  });

  it("know of no change after the day the offices were checked", () => {
    const days = rows.tenures.flatMap((tenure) => [tenure.from, tenure.to ?? tenure.from]);
    expect(days.filter((day) => day > CHECKED_ON)).toEqual([]);
  });

  it("give Wikidata ids that are ids, each once, to every state, and to nobody who isn't there", () => {
    const ids = rows.actors.flatMap(({ wikidata }) => (wikidata === null ? [] : [wikidata]));
    expect(ids.filter((id) => !/^Q[1-9]\d*$/.test(id))).toEqual([]);
    expect(twice(ids)).toEqual([]);
    expect(rows.actors.filter(({ kind, wikidata }) => kind === "state" && wikidata === null)).toEqual([]);
    expect(Object.keys(OTHER_IDS).filter((key) => !actorIds.has(key))).toEqual([]);
    expect(Object.keys(OWN_SCRIPT).filter((key) => !actorIds.has(key))).toEqual([]);
  });

  it("keep names clean: NFC, trimmed, once per actor and kind, every name with its language", () => {
    for (const actor of rows.actors) {
      expect(ACTOR_KINDS).toContain(actor.kind);
      expect(twice(actor.aliases.map((alias) => `${alias.kind} ${alias.name}`)), actor.id).toEqual([]);
      for (const alias of actor.aliases) {
        expect(ALIAS_KINDS).toContain(alias.kind);
        expect(alias.name, actor.id).toBe(alias.name.normalize("NFC").trim());
        expect(alias.kind === "name" && alias.language === null, `${actor.id}: ${alias.name}`).toBe(false);
      }
    }
  });

  it("write acronyms as capitals, so that no word of a sentence is taken for one", () => {
    const acronyms = rows.actors.flatMap((a) => a.aliases.filter((alias) => alias.kind === "acronym"));
    const spelledOut = acronyms.filter(({ name }) => name.replace(/[^\p{Lu}\d]/gu, "").length < 2);
    expect(spelledOut).toEqual([]);
  });
});

describe("packaged authority", () => {
  it("loses no name: each leads back to its actor while it is valid", () => {
    for (const actor of rows.actors) {
      for (const alias of [{ name: actor.name, from: null, to: null }, ...actor.aliases]) {
        const on = alias.from ?? (alias.to === null ? undefined : "1900-01-01");
        const found = authority.find(alias.name, on).map((candidate) => candidate.actorId);
        expect(found, `${alias.name} (${actor.id})`).toContain(actor.id);
      }
    }
  });

  it("loses no office: each title leads to its holder on the first day", () => {
    for (const tenure of rows.tenures) {
      const office = rows.offices.find((row) => row.id === tenure.officeId);
      for (const title of office === undefined ? [] : [office.title, ...office.aliases]) {
        expect(authority.holder(title, tenure.from)?.actorId, title).toBe(tenure.holderId);
      }
    }
  });

  it("finds the ministries of each state by code and by the state's id", () => {
    const ministries = rows.actors.filter((actor) => /^[a-z]{2}-foreign-ministry$/.test(actor.id));
    expect(ministries.length).toBeGreaterThanOrEqual(30);
    for (const ministry of ministries) {
      expect(authority.body(ministry.stateCode ?? "", "Foreign Ministry")?.actorId).toBe(ministry.id);
      expect(authority.body(`state-${ministry.stateCode?.toLowerCase()}`, "foreign ministry")?.actorId).toBe(
        ministry.id,
      );
    }
  });

  it("has a longest name that no phrase around a name exceeds, in words as a text writes them", () => {
    const names = rows.actors.flatMap((actor) => [actor.name, ...actor.aliases.map((alias) => alias.name)]);
    const words = names.map((name) => Math.max(name.split(/\s+/).length, foldWords(name).length));
    const around = "the Ministry of Foreign Affairs of the".split(" ").length;
    expect(Math.max(...words) + around).toBeLessThanOrEqual(authority.longestAlias);
  });

  it("treats states alike: each with a capital of its own is found by it", () => {
    for (const { code, capitals } of rows.states) {
      for (const capital of capitals) {
        const found = authority.find(capital).map((candidate) => candidate.actorId);
        expect(found, capital).toContain(`state-${code.toLowerCase()}`);
      }
    }
  });
});

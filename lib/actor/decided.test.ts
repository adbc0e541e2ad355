import { expect, it } from "vitest";
import type { State } from "../decision/subject.ts";
import { decidedOf } from "./decided.ts";

const alias = (name: string, more: State = {}) => ({
  name,
  kind: "name",
  language: "en",
  from: null,
  to: null,
  ...more,
});
const pilots: State = {
  name: "Halden Pilots",
  description: null,
  wikidata: null,
  aliases: [alias("Halden Pilots"), alias("HP", { kind: "acronym" }), alias("Harbour Pilots")],
};
const decision = (before: State | null, after: State | null, id = "a") => ({
  before: [{ noun: "actor" as const, id, state: before }],
  after: [{ noun: "actor" as const, id, state: after }],
});

it("is every field that one decision changed, also where a later one put it back", () => {
  const edit = { ...pilots, description: "Pilots of the port" };
  const { fields } = decidedOf("a", [decision(pilots, edit), decision(edit, pilots)]);
  expect([...fields]).toEqual(["description"]);
});

it("is every name that was given, changed or taken away, and no other", () => {
  const aliases = [
    alias("Halden Pilots"),
    alias("HP", { kind: "acronym", from: "2021-01-01" }),
    alias("Lotsen"),
  ];
  const { names } = decidedOf("a", [decision(pilots, { ...pilots, aliases })]);
  expect([...names].sort()).toEqual(["acronym HP", "name Harbour Pilots", "name Lotsen"]);
});

it("is nothing of another record, and nothing of one that was only added", () => {
  expect(
    decidedOf("a", [decision(pilots, { ...pilots, name: "P" }, "b"), decision(null, pilots)]).fields.size,
  ).toBe(0);
});

it("reads decisions of before, with plain names and fewer fields", () => {
  const old = { name: "P", aliases: ["One", "Two"] };
  const { fields, names } = decidedOf("a", [decision(old, { name: "P", aliases: ["Two", "Three"] })]);
  expect([...fields]).toEqual(["aliases"]);
  expect([...names].sort()).toEqual(["name One", "name Three"]);
});

import { expect, it } from "vitest";
import type { Stance } from "../statement/stance.ts";
import { groupByStance, groupByWords } from "./grouped.ts";

const said = (id: number, actor: string, stance: Stance, claim = "c") => ({
  id,
  actor: { slug: actor },
  claims: [{ slug: claim, stance }],
});

it("puts what asserts a claim first and then what denies it, one entry a speaker", () => {
  const groups = groupByStance(
    [
      said(1, "port", "denies"),
      said(2, "union", "asserts"),
      said(3, "port", "denies"),
      said(4, "mayor", "asserts"),
    ],
    "c",
  );
  expect(
    groups.map((group) => [
      group.stance,
      group.speakers.map((speaker) => speaker.statements.map((s) => s.id)),
    ]),
  ).toEqual([
    ["asserts", [[2], [4]]],
    ["denies", [[1, 3]]],
  ]);
});

it("looks only at the stance to this claim", () => {
  const both = {
    id: 1,
    actor: { slug: "port" },
    claims: [
      { slug: "a", stance: "asserts" as const },
      { slug: "b", stance: "denies" as const },
    ],
  };
  expect(groupByStance([both], "b").map((group) => group.stance)).toEqual(["denies"]);
  expect(groupByStance([both], "c")).toEqual([]);
});

it("takes together what reads the same, where the first of it stands", () => {
  const reports = ["calls: reckless", "says: never", "calls: reckless"].map((words, id) => ({ id, words }));
  expect(groupByWords(reports, ({ words }) => words).map((group) => group.map(({ id }) => id))).toEqual([
    [0, 2],
    [1],
  ]);
  expect(groupByWords([], () => "")).toEqual([]);
});

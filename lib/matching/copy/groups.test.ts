import { describe, expect, it } from "vitest";
import { type Grouped, planGroups } from "./groups.ts";

const group = (id: string, day: number) => ({ id, createdAt: new Date(Date.UTC(2024, 6, day)) });
const text = (id: string, number: number, of: Grouped["group"] = null): Grouped => ({
  id,
  number,
  group: of,
});

describe("groups of copies", () => {
  it("join what pairs hold together, and leave out what is alone", () =>
    expect(
      planGroups(
        [text("d", 4), text("c", 3), text("b", 2), text("a", 1)],
        [
          ["c", "a"],
          ["a", "d"],
          ["b", "not here"],
        ],
      ),
    ).toEqual([{ members: ["a", "c", "d"], groupId: null }]));
  it("that meet become the older one", () =>
    expect(
      planGroups(
        [text("a", 1, group("young", 9)), text("b", 2, group("old", 1)), text("n", 3)],
        [
          ["a", "n"],
          ["b", "n"],
        ],
      ),
    ).toEqual([{ members: ["a", "b", "n"], groupId: "old" }]));
  it("of one moment become the one of the smaller id", () =>
    expect(planGroups([text("a", 1, group("g2", 1)), text("b", 2, group("g1", 1))], [["a", "b"]])).toEqual([
      { members: ["a", "b"], groupId: "g1" },
    ]));
  it("that fall apart stay with the text that came first", () => {
    const one = group("one", 1);
    const texts = [text("a", 1, one), text("b", 2, one), text("c", 3, one), text("d", 4, one)];
    expect(
      planGroups(texts, [
        ["c", "d"],
        ["a", "b"],
      ]),
    ).toEqual([
      { members: ["a", "b"], groupId: "one" },
      { members: ["c", "d"], groupId: null },
    ]);
  });
});

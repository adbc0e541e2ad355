import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesOf } from "./entry.ts";
import { deskArticle, INDEX, spanOf, suggestion } from "./fixture.ts";
import { MARK_ROLES, type Mark, type MarkedNode, markedNodes, marksOf } from "./marked-text.ts";

const whole = { start: 0, end: INDEX.length };
const mark = (entry: string, words: string, role: Mark["role"] = "content"): Mark => ({
  ...spanOf(words),
  entry,
  role,
  suggested: false,
  lessCertain: false,
});

/** A tree as one line: [entry words]. */
const line = (nodes: readonly MarkedNode[]): string =>
  nodes.map((node) => ("text" in node ? node.text : `[${node.mark.entry} ${line(node.inside)}]`)).join("");

describe("marked text", () => {
  it("nests what nests, whatever the order it comes in", () => {
    const part = spanOf("“The night boat loses money,” said Ines Halloran");
    const marks = [
      mark("inner", "boat loses"),
      mark("outer", "The night boat loses money"),
      mark("cue", "said", "cue"),
    ];
    expect(line(markedNodes(INDEX, part, marks))).toBe(
      "“[outer The night [inner boat loses] money],” [cue said] Ines Halloran",
    );
  });

  it("puts the longer of two that begin together outside", () => {
    const part = spanOf("The night boat loses");
    const marks = [mark("short", "The night"), mark("long", "The night boat")];
    expect(line(markedNodes(INDEX, part, marks))).toBe("[long [short The night] boat] loses");
  });

  it("cuts the later of two that cross at the other's border", () => {
    const part = spanOf("The night boat loses money");
    expect(line(markedNodes(INDEX, part, [mark("b", "boat loses money"), mark("a", "The night boat")]))).toBe(
      "[a The night [b boat]][b  loses money]",
    );
  });

  it("reads as the text itself, and each character stands in exactly the marks that hold it", () => {
    const span = fc
      .tuple(fc.nat(INDEX.length - 1), fc.nat(INDEX.length - 1))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    const marks = fc.array(
      fc
        .tuple(span, fc.constantFrom(...MARK_ROLES), fc.constantFrom("a", "b", "c"))
        .map(
          ([place, role, entry]): Mark => ({ ...place, role, entry, suggested: false, lessCertain: false }),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(marks, span, (all, part) => {
        const nodes = markedNodes(INDEX, part, all);
        const held: string[] = [];
        const walk = (inside: readonly MarkedNode[], around: readonly Mark[]): void => {
          for (const node of inside) {
            if ("mark" in node) walk(node.inside, [...around, node.mark]);
            else for (const character of node.text) held.push(character + around.map(name).sort().join());
          }
        };
        walk(nodes, []);
        const expected = [...INDEX.slice(part.start, part.end)].map((character, i) => {
          const at = part.start + i;
          return (
            character +
            all
              .filter((m) => m.start <= at && at < m.end)
              .map(name)
              .sort()
              .join()
          );
        });
        expect(held).toEqual(expected);
      }),
    );
  });

  it("leaves marks of the rejected out until they are looked at", () => {
    const entries = entriesOf(deskArticle({ suggestions: [suggestion({ state: "rejected" })] }));
    expect(marksOf(entries, null)).toEqual([]);
    expect(marksOf(entries, "suggestion-ines").map(({ role }) => role)).toEqual([
      "content",
      "cue",
      "speaker",
    ]);
  });
});

const name = ({ entry, role }: Mark) => ` ${entry}/${role}`;

it("shows every mark of the whole text once", () => {
  const marks = marksOf(entriesOf(deskArticle()), null);
  const seen: string[] = [];
  const walk = (nodes: readonly MarkedNode[]): void => {
    for (const node of nodes)
      if ("mark" in node) {
        seen.push(name(node.mark));
        walk(node.inside);
      }
  };
  walk(markedNodes(INDEX, whole, marks));
  expect(seen.sort()).toEqual(marks.map(name).sort());
});

import { expect, it } from "vitest";
import { wordDiff } from "#lib/text/diff.ts";
import { diffRows } from "./diff-rows.ts";

it("puts paragraphs that stand as they stood together, around those that changed", () => {
  const before = ["The pier is open.", "The boat sails at six.", "Fares stay.", "The bar is shut."].join(
    "\n\n",
  );
  const after = before.replace("at six", "at seven");
  const rows = diffRows(wordDiff(before, after));
  expect(rows.map((row) => (row.kind === "kept" ? row.paragraphs.length : row.kind))).toEqual([
    1,
    "changed",
    2,
  ]);
});

it("shows a paragraph whose marks alone are others", () => {
  const rows = diffRows(wordDiff("“The pier is open,” he said.", '"The pier is open," he said.'));
  expect(rows.map(({ kind }) => kind)).toEqual(["changed"]);
});

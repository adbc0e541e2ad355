import type { Segment } from "#lib/text/diff.ts";

/** A paragraph with what changed in it, or a run of paragraphs in which nothing did. */
export type DiffRow =
  | { readonly kind: "changed"; readonly row: number; readonly segments: readonly Segment[] }
  | { readonly kind: "kept"; readonly row: number; readonly paragraphs: readonly (readonly Segment[])[] };

/** The rows of a word diff; paragraphs that stand as they stood are put together. */
export function diffRows(segments: readonly Segment[]): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  for (const [row, inRow] of Map.groupBy(segments, (segment) => segment.row)) {
    const last = rows.at(-1);
    if (!inRow.every(({ kind, moved, folded }) => kind === "kept" && !moved && !folded))
      rows.push({ kind: "changed", row, segments: inRow });
    else if (last?.kind === "kept")
      rows[rows.length - 1] = { ...last, paragraphs: [...last.paragraphs, inRow] };
    else rows.push({ kind: "kept", row, paragraphs: [inRow] });
  }
  return rows;
}

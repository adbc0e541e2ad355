import type { CodePointIndex } from "#lib/text/code-points.ts";
import type { Stretch } from "#lib/text/stretch.ts";

/**
 * The browser's selection and the text, both ways. Each part of the text is one element with `data-start` (code
 * points) that holds the part's characters and nothing else; marks inside it are only elements around them.
 */
const PARTS = "[data-start]";

/** What is selected in the text, in UTF-16 offsets of it; null when nothing is, or nothing of the text. */
export function selectedIn(root: HTMLElement, index: CodePointIndex): Stretch | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  // A range runs from first to last, whichever way it was drawn.
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  let start: number | null = null;
  let end: number | null = null;
  for (const part of root.querySelectorAll<HTMLElement>(PARTS)) {
    const inside = commonRange(range, part);
    if (inside === null) continue;
    const before = document.createRange();
    before.setStart(part, 0);
    before.setEnd(inside.startContainer, inside.startOffset);
    const from = partStart(part, index) + before.toString().length;
    start ??= from;
    end = from + inside.toString().length;
  }
  return start === null || end === null || start >= end ? null : { start, end };
}

function commonRange(range: Range, part: HTMLElement): Range | null {
  const common = document.createRange();
  common.selectNodeContents(part);
  if (
    range.compareBoundaryPoints(Range.END_TO_START, common) >= 0 ||
    range.compareBoundaryPoints(Range.START_TO_END, common) <= 0
  )
    return null;
  if (range.compareBoundaryPoints(Range.START_TO_START, common) > 0)
    common.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, common) < 0)
    common.setEnd(range.endContainer, range.endOffset);
  return common;
}

function partStart(part: HTMLElement, index: CodePointIndex): number {
  return index.toUtf16(Number(part.dataset.start ?? 0));
}

/** Selects a stretch of the text in the browser. */
export function selectInText(root: HTMLElement, index: CodePointIndex, stretch: Stretch): void {
  const start = pointAt(root, index, stretch.start, "start");
  const end = pointAt(root, index, stretch.end, "end");
  if (!start || !end) return;
  document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

function pointAt(root: HTMLElement, index: CodePointIndex, at: number, side: "start" | "end") {
  for (const part of root.querySelectorAll<HTMLElement>(PARTS)) {
    let passed = partStart(part, index);
    if (at < passed) return null;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      // Between two nodes a start belongs to the later one, an end to the earlier one.
      if (side === "start" ? at < passed + length : at <= passed + length)
        return { node, offset: at - passed };
      passed += length;
    }
  }
  return null;
}

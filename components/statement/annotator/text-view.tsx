"use client";

import { memo, type ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import type { Part } from "#lib/attribution/statement.ts";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import { type Mark, type MarkedNode, markedNodes, marksIn } from "./marked-text.ts";

interface TextViewProps {
  readonly index: CodePointIndex;
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
  /** Entry whose marks are shown as the chosen ones. */
  readonly current: string | null;
}

/** The article's text with its marks. Its elements hold the text's characters and nothing else. */
export function TextView({ index, parts, marks, current }: TextViewProps) {
  return parts.map((part) => {
    const inside = marksIn(marks, part);
    const here = inside.some((mark) => mark.entry === current) ? current : null;
    return <PartText key={part.start} index={index} part={part} marks={inside} current={here} />;
  });
}

const LOOKS = {
  headline: "font-serif text-hero-wide font-medium text-balance",
  standfirst: "mt-3 font-serif text-quote text-muted",
  paragraph: "mt-[1.05em] font-serif text-read",
};

interface PartProps {
  readonly index: CodePointIndex;
  readonly part: Part;
  readonly marks: readonly Mark[];
  readonly current: string | null;
}

/** One paragraph: drawn again only when its own marks change. */
const PartText = memo(function PartText({ index, part, marks, current }: PartProps) {
  const Element = part.kind === "headline" ? "h1" : "p";
  return (
    <Element data-start={part.start} className={LOOKS[part.kind]}>
      {drawn(markedNodes(index, part, marks), current)}
    </Element>
  );
}, isSame);

function isSame(a: PartProps, b: PartProps): boolean {
  return (
    a.index === b.index &&
    a.current === b.current &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, i) => {
      const other = b.marks[i];
      return (
        other?.entry === mark.entry &&
        other.role === mark.role &&
        other.start === mark.start &&
        other.end === mark.end &&
        other.suggested === mark.suggested &&
        other.lessCertain === mark.lessCertain
      );
    })
  );
}

function drawn(nodes: readonly MarkedNode[], current: string | null): ReactNode {
  return nodes.map((node) => {
    if ("text" in node) return node.text;
    const { mark, start, inside } = node;
    return (
      <span
        key={`${start} ${mark.role} ${mark.entry}`}
        data-entry={mark.entry}
        data-role={mark.role}
        className={cn(
          "mark scroll-mt-6 scroll-mb-20 max-lg:scroll-mb-[66dvh]",
          `mark-${mark.role}`,
          mark.suggested && "mark-suggestion",
          mark.lessCertain && "mark-less-certain",
          mark.entry === current && "mark-current",
        )}
      >
        {drawn(inside, current)}
      </span>
    );
  });
}

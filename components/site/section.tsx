import type { ReactNode } from "react";
import { cn } from "../ui/class-names.ts";

interface SectionProps {
  readonly title: string;
  /** A quiet word beside the title: a count, a span of days. */
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page under a hairline, named by a rubric. */
export function Section({ title, note, className, children }: SectionProps) {
  return (
    <section aria-label={title} className={cn("mt-12 border-t pt-3", className)}>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="rubric">{title}</h2>
        {note ? <p className="text-micro text-muted">{note}</p> : null}
      </div>
      {children}
    </section>
  );
}

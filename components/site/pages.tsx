import type { ReactNode } from "react";

interface PagesProps {
  /** From 1. */
  readonly current: number;
  readonly size: number;
  readonly total: number;
  readonly address: (page: number) => string;
}

/** Leads to the pages before and after; nothing where one page holds all. */
export function Pages({ current, size, total, address }: PagesProps) {
  const last = Math.max(1, Math.ceil(total / size));
  return (
    <Neighbours
      before={current > 1 && last > 1 ? address(current - 1) : null}
      after={current < last ? address(current + 1) : null}
    >
      Page {current} of {last}
    </Neighbours>
  );
}

interface NeighboursProps {
  /** Addresses; null: there is no such page. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where this page stands. */
  readonly children?: ReactNode;
}

/** The same for a list that has no numbered pages, since rows come in while it is read. */
export function Neighbours({ before, after, children }: NeighboursProps) {
  if (before === null && after === null) return null;
  return (
    <nav aria-label="Pages" className="mt-8 flex gap-6 border-t pt-3 text-small">
      {before === null ? null : (
        <a href={before} rel="prev">
          ← Before
        </a>
      )}
      {children ? <span className="text-muted">{children}</span> : null}
      {after === null ? null : (
        <a href={after} rel="next">
          Next →
        </a>
      )}
    </nav>
  );
}

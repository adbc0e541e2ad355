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
  if (last === 1) return null;
  return (
    <nav aria-label="Pages" className="mt-8 flex gap-6 border-t pt-3 text-small">
      {current > 1 ? (
        <a href={address(current - 1)} rel="prev">
          ← Before
        </a>
      ) : null}
      <span className="text-muted">
        Page {current} of {last}
      </span>
      {current < last ? (
        <a href={address(current + 1)} rel="next">
          Next →
        </a>
      ) : null}
    </nav>
  );
}

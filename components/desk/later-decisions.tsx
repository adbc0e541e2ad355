interface Later {
  readonly seq: string;
  readonly by: string;
  readonly summary: string;
}

/** The decisions that stand in the way of another. */
export function LaterDecisions({ later }: { readonly later: readonly Later[] }) {
  if (later.length === 0) return null;
  return (
    <ul className="mt-1 text-small text-muted">
      {later.map(({ seq, by, summary }) => (
        <li key={seq}>
          {seq} · {by}: {summary}
        </li>
      ))}
    </ul>
  );
}

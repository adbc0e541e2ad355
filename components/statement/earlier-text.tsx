import type { PublicStatement } from "#lib/statement/published.server.ts";

/** Says of words that the text signed off does not hold in which one they stood; nothing of others. */
export function EarlierText({ statement }: { readonly statement: Pick<PublicStatement, "earlierRevision"> }) {
  if (statement.earlierRevision === null) return null;
  return (
    <p className="mt-1 text-small text-muted">
      as in revision {statement.earlierRevision}; the text signed off since does not hold it
    </p>
  );
}

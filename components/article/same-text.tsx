import type { PublicCopies } from "#lib/article/published-copies.server.ts";

/** Where the same text stands, as far as it is public. Computed. */
export function SameText({ copies }: { readonly copies: PublicCopies }) {
  const { others, earliest } = copies;
  if (others.length === 0) return null;
  return (
    <p className="mt-1 text-small">
      The same text as in{" "}
      {others.map(({ slug, outlet, earliest: first }, at) => (
        <span key={slug}>
          {at === 0 ? "" : at === others.length - 1 ? " and " : ", "}
          <a href={`/articles/${slug}`}>{outlet.name}</a>
          {first ? " (likely the earliest on record)" : ""}
        </span>
      ))}
      .{" "}
      <span className="text-muted">
        {earliest ? "This one is likely the earliest on record. " : ""}Computed.
      </span>
    </p>
  );
}

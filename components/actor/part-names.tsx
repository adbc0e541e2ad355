import type { PublicPart } from "#lib/actor/published.server.ts";

/** Names so many parts; the rest is counted. */
const NAMED = 4;

/** The parts by name, each leading to its page. */
export function PartNames({ parts }: { readonly parts: readonly PublicPart[] }) {
  const more = parts.length - NAMED;
  return (
    <>
      {parts.slice(0, more > 1 ? NAMED : NAMED + 1).map((part, at) => (
        <span key={part.id}>
          {at > 0 ? ", " : ""}
          <a href={`/actors/${part.slug}`} className="quiet-link">
            {part.name}
          </a>
        </span>
      ))}
      {more > 1 ? ` and ${more} more` : ""}
    </>
  );
}

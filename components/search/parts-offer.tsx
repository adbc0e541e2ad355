import { PartNames } from "#components/actor/part-names.tsx";
import type { PublicPart } from "#lib/actor/published.server.ts";
import { type SearchQuery, searchAddress } from "#lib/search/query.ts";

interface PartsOfferProps {
  readonly query: SearchQuery;
  readonly parts: readonly PublicPart[];
}

/** What belongs to the actor that is searched for, and the way to take it in or leave it out. */
export function PartsOffer({ query, parts }: PartsOfferProps) {
  if (parts.length === 0) return null;
  const included = query.parts === "yes";
  return (
    <p className="-mt-4 mb-6 max-w-measure text-small text-muted">
      {included ? "With its parts: " : "Not searched, part of it: "}
      <PartNames parts={parts} />.{" "}
      <a href={searchAddress(query, { parts: included ? "" : "yes" })}>
        {included ? "Leave them out" : "Search with its parts"}
      </a>
    </p>
  );
}

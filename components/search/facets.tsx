import type { Facet, SearchResult } from "#lib/search/published.server.ts";
import { type SearchQuery, searchAddress } from "#lib/search/query.ts";

interface FacetsProps {
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** Ways to narrow a search, as plain lists with counts; a chosen one leads back out. */
export function Facets({ query, result }: FacetsProps) {
  const year = query.from.slice(0, 4);
  const wholeYear = query.from === `${year}-01-01` && query.to === `${year}-12-31`;
  return (
    <nav
      aria-label="Narrow the search"
      className="order-last grid content-start gap-6 sm:grid-cols-3 lg:order-first lg:grid-cols-1"
    >
      <FacetList
        title="Speakers"
        facets={result.actors}
        all={query.actor === "" ? null : searchAddress(query, { actor: "", parts: "" })}
        narrows={query.parts === "yes"}
        address={(facet) => searchAddress(query, { actor: facet.name, parts: "" })}
      />
      <FacetList
        title="Outlets"
        facets={result.outlets}
        all={query.outlet === "" ? null : searchAddress(query, { outlet: "" })}
        address={(facet) => searchAddress(query, { outlet: facet.slug })}
      />
      <FacetList
        title="Published in"
        facets={result.years}
        all={wholeYear ? searchAddress(query, { from: "", to: "" }) : null}
        address={(facet) => searchAddress(query, { from: `${facet.slug}-01-01`, to: `${facet.slug}-12-31` })}
      />
    </nav>
  );
}

interface FacetListProps {
  readonly title: string;
  readonly facets: readonly Facet[];
  /** The search without this field; null when it isn't set. */
  readonly all: string | null;
  /** Whether it can be narrowed further although it is set. */
  readonly narrows?: boolean;
  readonly address: (facet: Facet) => string;
}

function FacetList({ title, facets, all, narrows = false, address }: FacetListProps) {
  if (facets.length === 0 && all === null) return null;
  return (
    <section aria-label={title}>
      <h2 className="rubric">{title}</h2>
      <ul className="mt-1 text-small">
        {facets.map((facet) => (
          <li key={facet.slug} className="flex items-baseline justify-between gap-3 py-1">
            {all === null || narrows ? (
              <a href={address(facet)} className="quiet-link min-w-0">
                {facet.name}
              </a>
            ) : (
              <span className="min-w-0">{facet.name}</span>
            )}
            <span className="text-muted tabular-nums">{facet.count}</span>
          </li>
        ))}
        {all === null ? null : (
          <li className="py-1">
            <a href={all}>all {title === "Published in" ? "years" : title.toLowerCase()}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

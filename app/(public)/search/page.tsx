import { redirect } from "next/navigation";
import { counted } from "#components/claim/travel.tsx";
import { Facets } from "#components/search/facets.tsx";
import { PartsOffer } from "#components/search/parts-offer.tsx";
import { SearchForm } from "#components/search/search-form.tsx";
import { Empty, SampleBanner } from "#components/site/notices.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pages } from "#components/site/pages.tsx";
import { StatementList } from "#components/statement/statement-list.tsx";
import { publishedOutlets } from "#lib/outlet/published.server.ts";
import { RESULTS_PER_PAGE, searchStatements } from "#lib/search/published.server.ts";
import { hasEmptyFields, isEmpty, readSearch, searchAddress } from "#lib/search/query.ts";
import type { SearchParams } from "../noun-page.ts";

const MOST_OUTLETS = 500;

export const metadata = {
  title: "Search",
  description: "Search what was said by speaker, outlet, date and words.",
  robots: { index: false },
};

export default async function SearchPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const params = await searchParams;
  const { query, problems } = readSearch(params);
  // A form sends its empty fields too: what is shared and cited is the address without them.
  if (hasEmptyFields(params) && Object.keys(problems).length === 0)
    redirect(searchAddress(query, { page: query.page }));
  const asked = !isEmpty(query);
  const [outlets, result] = await Promise.all([
    publishedOutlets({ number: 1, size: MOST_OUTLETS }),
    asked ? searchStatements(query) : null,
  ]);
  const hits = new Map(result?.found.map(({ statement, hits }) => [statement.id, hits]));
  return (
    <>
      {result?.found.some(({ statement }) => statement.sample) ? <SampleBanner /> : null}
      <PageHead title="Search" />
      <SearchForm query={query} problems={problems} outlets={outlets} />
      {result === null ? (
        <p className="mt-8 max-w-measure text-muted">
          Find what an actor said by any of its names, in one outlet or all, between two days, with certain
          words. Words in double quotation marks are looked for as they stand; a minus in front of a word
          leaves it out.
        </p>
      ) : (
        <div className="mt-10 grid gap-x-12 gap-y-8 border-t pt-5 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <Facets query={query} result={result} />
          <section aria-label="Results" className="min-w-0">
            <h2 className="mb-6 text-base">
              <span className="font-semibold">{counted(result.total, "statement")}</span>
              {result.meant.length > 0 ? (
                <span className="text-muted">
                  {" "}
                  by {result.meant.map((actor) => actor.name).join(", ")}
                  {query.parts === "yes" && result.parts.length > 0
                    ? ` and ${counted(result.parts.length, "part")}`
                    : ""}
                </span>
              ) : null}
            </h2>
            <PartsOffer query={query} parts={result.parts} />
            {result.found.length > 0 ? (
              <StatementList statements={result.found.map(({ statement }) => statement)} hits={hits} />
            ) : (
              <Empty
                title={
                  query.page > 1 && result.total > 0
                    ? "Nothing stands on this page."
                    : "Nothing on record fits."
                }
              >
                {query.actor !== "" && result.meant.length === 0
                  ? `Nobody with a public statement goes by “${query.actor}”. `
                  : ""}
                Take a field away, or use fewer words. Only what editors have signed off is searched, never
                whole articles.
              </Empty>
            )}
            <Pages
              current={query.page}
              size={RESULTS_PER_PAGE}
              total={result.total}
              address={(page) => searchAddress(query, { page })}
            />
          </section>
        </div>
      )}
    </>
  );
}

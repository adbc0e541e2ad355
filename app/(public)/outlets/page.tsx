import { counted } from "#components/claim/travel.tsx";
import { OUTLET_KINDS } from "#components/outlet/words.ts";
import { Empty, SampleBanner } from "#components/site/notices.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pages } from "#components/site/pages.tsx";
import { countOutlets, publishedOutlets } from "#lib/outlet/published.server.ts";
import { listMetadata } from "../metadata.ts";
import { pageNumber, type SearchParams } from "../noun-page.ts";

const SIZE = 100;

export const generateMetadata = () =>
  listMetadata({
    title: "Outlets",
    description: "Newspapers, agencies, broadcasters and primary publishers whose articles are on record.",
    path: "/outlets",
  });

export default async function OutletsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const number = pageNumber((await searchParams).page);
  const [outlets, total] = await Promise.all([publishedOutlets({ number, size: SIZE }), countOutlets()]);
  return (
    <>
      {outlets.some((outlet) => outlet.sample) ? <SampleBanner /> : null}
      <PageHead title="Outlets" note={`${total} with an article on record, by name`} />
      {outlets.length > 0 ? (
        <ul className="max-w-[50rem] divide-y border-t">
          {outlets.map((outlet) => (
            <li key={outlet.id} className="flex flex-wrap items-baseline justify-between gap-x-8 py-3">
              <div>
                <a href={`/outlets/${outlet.slug}`} className="quiet-link font-serif text-read font-medium">
                  {outlet.name}
                </a>
                <p className="text-small text-muted">{OUTLET_KINDS[outlet.kind]}</p>
              </div>
              <p className="text-small text-muted">{counted(outlet.articles, "article")}</p>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={total === 0 ? "No outlet is on record yet." : "No outlet stands on this page."}>
          {total === 0 ? (
            "An outlet appears here with its first article that an editor signs off."
          ) : (
            <a href="/outlets">To the first page</a>
          )}
        </Empty>
      )}
      <Pages current={number} size={SIZE} total={total} address={(page) => `/outlets?page=${page}`} />
    </>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { Dated } from "#components/article/dated.tsx";
import { counted } from "#components/claim/travel.tsx";
import { OUTLET_KINDS } from "#components/outlet/words.ts";
import { SampleBanner } from "#components/site/notices.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pages } from "#components/site/pages.tsx";
import { articlesOfOutlet } from "#lib/article/published.server.ts";
import { publishedOutlet } from "#lib/outlet/published.server.ts";
import { searchAddress } from "#lib/search/query.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { pageMetadata } from "../../metadata.ts";
import { nounAt, type Params, pageNumber, type SearchParams } from "../../noun-page.ts";

const SIZE = 50;

interface PageProps {
  readonly params: Params;
  readonly searchParams: SearchParams;
}

const outletAt = cache((slug: string) => nounAt(slug, publishedOutlet));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const outlet = await outletAt((await params).slug);
  return pageMetadata({
    title: outlet.name,
    description: `Articles of ${outlet.name} on record, and whom they quote.`,
    path: `/outlets/${outlet.slug}`,
    sample: outlet.sample,
  });
}

export default async function OutletPage({ params, searchParams }: PageProps) {
  const outlet = await outletAt((await params).slug);
  const page = { number: pageNumber((await searchParams).page), size: SIZE };
  const articles = await articlesOfOutlet(outlet.id, page);
  return (
    <article>
      {outlet.sample ? <SampleBanner /> : null}
      <PageHead
        title={outlet.name}
        note={
          <>
            {OUTLET_KINDS[outlet.kind]}, {counted(outlet.articles, "article")} on record
            {outlet.homepage ? (
              <>
                {" "}
                · <a href={outlet.homepage}>{new URL(outlet.homepage).host}</a>
              </>
            ) : null}{" "}
            · <a href={searchAddress(EVERYTHING, { outlet: outlet.slug })}>its statements</a>
          </>
        }
      />
      <ol className="max-w-[50rem] divide-y border-t">
        {articles.map((article) => (
          <li key={article.id} className="grid gap-x-8 py-4 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
            <p className="text-small text-muted sm:pt-1">
              <Dated date={article.published} />
            </p>
            <div>
              <a
                href={`/articles/${article.slug}`}
                className="quiet-link font-serif text-read font-medium"
                {...inLanguage(article.language)}
              >
                {article.headline}
              </a>
              <p className="text-small text-muted">{counted(article.statements, "statement")}</p>
            </div>
          </li>
        ))}
      </ol>
      <Pages
        current={page.number}
        size={SIZE}
        total={outlet.articles}
        address={(n) => `/outlets/${outlet.slug}?page=${n}`}
      />
    </article>
  );
}

const EVERYTHING = { words: "", actor: "", parts: "", outlet: "", from: "", to: "", page: 1 } as const;

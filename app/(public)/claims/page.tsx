import { ClaimList } from "#components/claim/claim-list.tsx";
import { Empty, SampleBanner } from "#components/site/notices.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pages } from "#components/site/pages.tsx";
import { countClaims, publishedClaims, withLeads } from "#lib/claim/published.server.ts";
import { listMetadata } from "../metadata.ts";
import { pageNumber, type SearchParams } from "../noun-page.ts";

const SIZE = 20;

export const generateMetadata = () =>
  listMetadata({
    title: "Claims",
    description: "Claims on record: who asserts them, who denies them, and where they were reported.",
    path: "/claims",
  });

export default async function ClaimsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const number = pageNumber((await searchParams).page);
  const [claims, total] = await Promise.all([
    publishedClaims({ number, size: SIZE }).then(withLeads),
    countClaims(),
  ]);
  return (
    <>
      {claims.some(({ claim }) => claim.sample) ? <SampleBanner /> : null}
      <PageHead title="Claims" note={`${total} on record, the latest signed off first`} />
      {claims.length > 0 ? (
        <ClaimList claims={claims} level={2} />
      ) : (
        <Empty title={total === 0 ? "No claim is on record yet." : "No claim stands on this page."}>
          {total === 0 ? (
            "A claim appears here when an editor has tied a statement to it and signed the article off."
          ) : (
            <a href="/claims">To the first page</a>
          )}
        </Empty>
      )}
      <Pages current={number} size={SIZE} total={total} address={(page) => `/claims?page=${page}`} />
    </>
  );
}

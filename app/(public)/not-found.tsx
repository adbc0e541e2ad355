import { PageHead } from "#components/site/page-head.tsx";

/** As app/not-found.tsx, inside the frame the public pages have already. */
export default function NotFound() {
  return (
    <>
      <PageHead title="Nothing is on record at this address." note="It may be mistyped, or not public." />
      <p>
        <a href="/search">Search the record →</a>
      </p>
    </>
  );
}

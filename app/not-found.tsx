import type { Metadata } from "next";
import { PageHead } from "#components/site/page-head.tsx";
import { Shell } from "#components/site/shell.tsx";

export const metadata: Metadata = { title: "Not on record", robots: { index: false } };

/** The same for what doesn't exist and for what isn't public. */
export default function NotFound() {
  return (
    <Shell>
      <PageHead title="Nothing is on record at this address." note="It may be mistyped, or not public." />
      <p>
        <a href="/search">Search the record →</a>
      </p>
    </Shell>
  );
}

import type { Metadata } from "next";
import { BoundedCount } from "#components/desk/bounded-count.tsx";
import { boundedWords } from "#components/desk/bounded-words.ts";
import { InboxBeginning, InboxEmpty } from "#components/desk/inbox-empty.tsx";
import { InboxForm } from "#components/desk/inbox-form.tsx";
import { InboxList } from "#components/desk/inbox-list.tsx";
import { WORK_WORDS } from "#components/desk/inbox-words.ts";
import { RemoveSample } from "#components/desk/remove-sample.tsx";
import { Neighbours } from "#components/site/pages.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { COUNTED, type Inbox, readInbox } from "#lib/desk/inbox.server.ts";
import { inboxAddress, isNarrowed, readInboxQuery } from "#lib/desk/inbox-query.ts";
import { hasSample } from "#lib/desk/sample.server.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";
import { deskViewer } from "./viewer.ts";

export const metadata: Metadata = { title: "Inbox" };

const OUTLETS_OFFERED = 500;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** What waits for an editor, and everything else on the desk. */
export default async function InboxPage({ searchParams }: Props) {
  const viewer = await deskViewer();
  const asked = readInboxQuery(await searchParams);
  const { query } = asked;
  const [inbox, outlets, sample] = await Promise.all([
    readInbox(db(), viewer, asked),
    findOutlets(db(), viewer, "", OUTLETS_OFFERED),
    hasSample(db()),
  ]);
  const { rows, counts, before, after, outletKnown } = inbox;
  const nothingYet = counts[""] === 0 && !isNarrowed(query);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1 className="font-serif text-hero-wide font-medium">Inbox</h1>
          {nothingYet ? null : <p className="text-muted">{sayWhatWaits(counts, isNarrowed(query))}</p>}
        </div>
        {may(viewer, "ingest") && !nothingYet ? (
          <a href="/desk/ingest" className={buttonLook({ look: "primary" })}>
            Bring an article in
          </a>
        ) : null}
      </div>
      {nothingYet ? (
        <InboxBeginning mayIngest={may(viewer, "ingest")} />
      ) : (
        <>
          <InboxForm query={query} outlets={outlets.map(({ name }) => name)} />
          <div className="mt-5">
            <TabLinks
              label="State of the work"
              tabs={WORK_WORDS.map(({ work, words }) => ({
                href: inboxAddress(query, { work }),
                text: words,
                current: work === query.work,
                count: <BoundedCount count={counts[work]} bound={COUNTED} />,
              }))}
            />
          </div>
          {rows.length > 0 ? (
            <InboxList rows={rows} query={query} now={new Date()} />
          ) : (
            <InboxEmpty
              query={query}
              outletKnown={outletKnown}
              beyond={asked.after !== null && counts[query.work] > 0}
              ofAnyWork={counts[""]}
            />
          )}
          <Neighbours
            before={before && inboxAddress(query, { before })}
            after={after && inboxAddress(query, { after })}
          />
        </>
      )}
      {sample && may(viewer, "removeSample") ? (
        <aside
          aria-label="Sample newsroom"
          className="mt-12 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-y border-dashed border-edge py-3"
        >
          <p className="max-w-measure text-small text-muted">
            The articles marked “sample” show how On Record works; their outlets are made up. Take them away
            when you begin with your own.
          </p>
          <RemoveSample />
        </aside>
      ) : null}
    </div>
  );
}

/** "12 articles wait for you.", or of what was looked for: "40 found, 12 wait for you." */
function sayWhatWaits(counts: Inbox["counts"], narrowed: boolean): string {
  const waiting = boundedWords(counts.waiting, COUNTED);
  if (narrowed) {
    const found = counts[""] === 0 ? "Nothing" : upper(boundedWords(counts[""], COUNTED));
    return `${found} found${counts.waiting === 0 ? "" : `, ${waiting} wait${counts.waiting === 1 ? "s" : ""} for you`}.`;
  }
  if (counts.waiting === 0) return "Every article is signed off.";
  return `${upper(waiting)} ${counts.waiting === 1 ? "article waits" : "articles wait"} for you.`;
}

const upper = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

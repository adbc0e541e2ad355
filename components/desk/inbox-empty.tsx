import { type InboxQuery, inboxAddress, isNarrowed } from "#lib/desk/inbox-query.ts";
import { Empty } from "../site/notices.tsx";
import { buttonLook } from "../ui/button-look.ts";
import { NONE_FOUND_WORDS, NOTHING_WORDS } from "./inbox-words.ts";

interface InboxEmptyProps {
  readonly query: InboxQuery;
  readonly outletKnown: boolean;
  /** The page began after a place, and nothing stands there. */
  readonly beyond: boolean;
  /** What the same query finds of any kind of work. */
  readonly ofAnyWork: number;
}

/** Why the inbox lists nothing, and what to do. */
export function InboxEmpty({ query, outletKnown, beyond, ofAnyWork }: InboxEmptyProps) {
  if (beyond)
    return (
      <Empty ruled={false} title="No article stands on this page.">
        <a href={inboxAddress(query)}>To the first page</a>
      </Empty>
    );
  if (!outletKnown)
    return (
      <Empty ruled={false} title={`No outlet on record is called “${query.outlet}”.`}>
        Choose one that the field offers, or{" "}
        <a href={inboxAddress(query, { outlet: "", words: query.outlet.slice(0, 200) })}>
          look for it in headlines and names
        </a>
        .
      </Empty>
    );
  const [title, next] = NOTHING_WORDS[query.work];
  if (!isNarrowed(query))
    return (
      <Empty ruled={false} title={title}>
        {next} <a href="/desk">See all articles</a>.
      </Empty>
    );
  return ofAnyWork > 0 && query.work !== "" ? (
    <Empty ruled={false} title={NONE_FOUND_WORDS[query.work]}>
      <a href={inboxAddress(query, { work: "" })}>See all that is found</a>, or{" "}
      <a href={inboxAddress({ ...EVERYTHING, work: query.work })}>look everywhere</a>.
    </Empty>
  ) : (
    <Empty ruled={false} title="No article is found.">
      Each word may be a part of a headline or of an outlet’s name. Look for fewer, or{" "}
      <a href={inboxAddress({ ...EVERYTHING, work: query.work })}>see all again</a>.
    </Empty>
  );
}

const EVERYTHING: InboxQuery = { words: "", outlet: "", source: "", work: "" };

/** An empty desk. */
export function InboxBeginning({ mayIngest }: { readonly mayIngest: boolean }) {
  return (
    <div className="mt-8 max-w-measure border-t pt-6">
      <p className="font-serif text-quote">Nothing has been brought in yet.</p>
      {mayIngest ? (
        <>
          <p className="mt-2 mb-5 text-muted">
            Open a news article in another window, select the whole page, copy it and paste it here. On Record
            finds headline, date and paragraphs, shows what it dropped, and suggests who is quoted. You
            decide, sign off, and only then is anything public.
          </p>
          <a href="/desk/ingest" className={buttonLook({ look: "primary" })}>
            Bring the first article in
          </a>
        </>
      ) : (
        <p className="mt-2 text-muted">An editor brings the first article in; you will find it here.</p>
      )}
    </div>
  );
}

import type { Metadata } from "next";
import { InboxList } from "#components/desk/inbox-list.tsx";
import { RemoveSample } from "#components/desk/remove-sample.tsx";
import { buttonLook } from "#components/ui/button.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readInbox } from "#lib/desk/inbox.server.ts";
import { hasSample } from "#lib/desk/sample.server.ts";
import { deskViewer } from "./viewer.ts";

export const metadata: Metadata = { title: "Inbox" };

/** What waits for an editor. */
export default async function InboxPage() {
  const viewer = await deskViewer();
  const [rows, sample] = await Promise.all([readInbox(db(), viewer), hasSample(db())]);
  const waiting = rows.filter(({ state }) => state !== "signedOff").length;
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1 className="font-serif text-hero-wide font-medium">Inbox</h1>
          {rows.length === 0 ? null : (
            <p className="text-muted">
              {waiting === 0
                ? "Every article is signed off."
                : `${waiting} ${waiting === 1 ? "article waits" : "articles wait"} for you.`}
            </p>
          )}
        </div>
        {may(viewer, "ingest") && rows.length > 0 ? (
          <a href="/desk/ingest" className={buttonLook({ look: "primary" })}>
            Bring an article in
          </a>
        ) : null}
      </div>
      {rows.length === 0 ? <Beginning mayIngest={may(viewer, "ingest")} /> : null}
      <InboxList rows={rows} now={new Date()} />
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

function Beginning({ mayIngest }: { readonly mayIngest: boolean }) {
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

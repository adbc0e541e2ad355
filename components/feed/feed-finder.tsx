import type { FeedList } from "#lib/feed/list.server.ts";
import { type FeedsQuery, feedsAddress, HEALTHS } from "#lib/feed/list-query.ts";
import { Empty } from "../site/notices.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { TabLinks } from "../ui/tab-links.tsx";

interface FeedFinderProps {
  readonly query: FeedsQuery;
  readonly counts: FeedList["counts"];
}

const WORDS = { broken: "Broken", read: "Working", paused: "Paused" } as const;

/** Finds feeds among many: a form and links that need no JavaScript, the address bar is the query. */
export function FeedFinder({ query, counts }: FeedFinderProps) {
  const { words, only } = query;
  const all = counts.broken + counts.read + counts.paused;
  return (
    <>
      <search>
        <form action="/desk/feeds" className="mt-6 flex max-w-[40rem] items-end gap-3">
          {only === "" ? null : <input type="hidden" name="only" value={only} />}
          <Field id="feed-words" label="Words of name, address or outlet" className="min-w-0 grow">
            <Input
              id="feed-words"
              type="search"
              name="words"
              key={words}
              defaultValue={words}
              maxLength={200}
            />
          </Field>
          <Button type="submit">Find</Button>
        </form>
      </search>
      <div className="mt-5">
        <TabLinks
          label="How feeds are"
          tabs={[
            { href: feedsAddress(query, { only: "" }), text: "All", current: only === "", count: said(all) },
            ...HEALTHS.map((health) => ({
              href: feedsAddress(query, { only: health }),
              text: WORDS[health],
              current: only === health,
              count: said(counts[health]),
            })),
          ]}
        />
      </div>
    </>
  );
}

const said = (count: number): string => count.toLocaleString("en-GB");

interface FeedsEmptyProps extends FeedFinderProps {
  /** The page began after a place, and nothing stands there. */
  readonly beyond: boolean;
}

/** Why no feed is listed, and what to do. */
export function FeedsEmpty({ query, counts, beyond }: FeedsEmptyProps) {
  const { words, only } = query;
  const all = counts.broken + counts.read + counts.paused;
  if (beyond)
    return (
      <Empty ruled={false} title="No feed stands on this page.">
        <a href={feedsAddress(query)}>To the first page</a>
      </Empty>
    );
  if (all === 0)
    return (
      <Empty ruled={false} title="No feed is found.">
        Each word may be a part of a feed’s name, its address or its outlet’s name. Look for fewer, add a feed
        above, or <a href="/desk/feeds">see all</a>.
      </Empty>
    );
  const title = { broken: "No feed is broken.", read: "No feed is working.", paused: "No feed is paused." };
  return (
    <Empty ruled={false} title={only === "" ? "No feed is found." : title[only]}>
      <a href={feedsAddress(query, { only: "" })}>
        {words === "" ? "See all feeds" : "See all that is found"}
      </a>
    </Empty>
  );
}

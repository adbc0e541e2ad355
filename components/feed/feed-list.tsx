import type { FeedList as Listed } from "#lib/feed/list.server.ts";
import { FeedRow } from "./feed-row.tsx";
import type { NamedOutlet } from "./outlet-field.tsx";
import { healthOf } from "./words.ts";

interface FeedListProps extends Pick<Listed, "rows" | "counts"> {
  readonly outlets: readonly NamedOutlet[];
  readonly now: string;
}

const PARTS = [
  { id: "broken", title: "Broken", note: "each is tried again by itself", of: ["broken"] },
  { id: "read", title: "Working", note: "", of: ["well", "new"] },
  { id: "paused", title: "Paused", note: "not read until resumed", of: ["paused"] },
] as const;

/** A page of the desk's feeds: broken ones first, with their reason and their next try. Counts are of all pages. */
export function FeedList({ rows, counts, outlets, now }: FeedListProps) {
  return PARTS.map(({ id, title, note, of }) => {
    const part = rows.filter((feed) => (of as readonly string[]).includes(healthOf(feed)));
    if (part.length === 0) return null;
    return (
      <section key={id} aria-labelledby={`feeds-${id}`} className="mt-8">
        <div className="flex flex-wrap items-baseline gap-x-3 border-b pb-2">
          <h2 id={`feeds-${id}`} className="rubric">
            {title} <span className="font-normal">{counts[id].toLocaleString("en-GB")}</span>
          </h2>
          {note ? <p className="text-micro text-muted">{note}</p> : null}
        </div>
        <ul>
          {part.map((feed) => (
            <FeedRow key={feed.id} feed={feed} outlets={outlets} now={now} />
          ))}
        </ul>
      </section>
    );
  });
}

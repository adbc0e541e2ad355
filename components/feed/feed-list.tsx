"use client";

import { type FocusEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FeedListed, FeedList as Listed } from "#lib/feed/list.server.ts";
import { focusPage } from "../desk/focus-page.ts";
import { type Leaving, leavingFrom, placeAfter } from "../desk/leaving.ts";
import { useFollowPage } from "../desk/use-follow-page.ts";
import { EditFeed } from "./edit-feed.tsx";
import { FeedRow } from "./feed-row.tsx";
import type { NamedOutlet } from "./outlet-field.tsx";
import { healthOf } from "./words.ts";

interface FeedListProps extends Pick<Listed, "rows" | "counts"> {
  readonly outlets: readonly NamedOutlet[];
  readonly now: string;
}

/** A feed whose place a decision is on its way to change, as it was when that was made. */
interface Moving {
  readonly id: string;
  readonly version: number;
  readonly from: Leaving;
}

const PARTS = [
  { id: "broken", title: "Broken", note: "each is tried again by itself", of: ["broken"] },
  { id: "read", title: "Working", note: "", of: ["well", "new"] },
  { id: "paused", title: "Paused", note: "not read until resumed", of: ["paused"] },
] as const;

/** A page of the desk's feeds: broken ones first, with their reason and their next try. Counts are of all pages. */
export function FeedList({ rows, counts, outlets, now }: FeedListProps) {
  const list = useRef<HTMLDivElement>(null);
  /** The feed that is paused, resumed or removed, and those below it: it goes to another part, or off the page. */
  const moving = useRef<Moving | null>(null);

  /** What has the focus: a feed that turns out broken, or mended, goes to another part, and its buttons are made anew. */
  const held = useRef<{ readonly id: string; readonly act: string } | null>(null);
  /** Kept here: a row and all that is in it goes with its part. */
  const [edited, setEdited] = useState<FeedListed | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  // Not while one is corrected: the list behind the window stays as it was left.
  useFollowPage(editing === null && rows.some((feed) => feed.pending));

  const shown = rows.map((feed) => `${feed.id} ${healthOf(feed)}`).join();
  // Before anything is drawn: a key that is pressed right then is not lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other feeds are shown, or in other parts
  useLayoutEffect(() => {
    const left = moving.current;
    const moved = left !== null && hasMoved(left, rows);
    if (moved) moving.current = null;
    // Who went elsewhere meanwhile stays there.
    if (document.activeElement !== document.body) return;
    const items = feedsIn(list.current);
    const itself = items.find(({ dataset }) => dataset.id === held.current?.id);
    if (itself && held.current) return focusAct(itself, held.current.act, moved);
    const next = moved ? items[Math.min(placeAfter(items, left.from), items.length - 1)] : undefined;
    if (next) focusAct(next, "pause", true);
    else if (moved || held.current !== null) focusPage();
  }, [shown]);

  // The last one has gone, and the list with it.
  useEffect(
    () => () => {
      if (moving.current !== null) focusPage();
    },
    [],
  );

  async function onMove({ id, version }: FeedListed, move: () => Promise<boolean>): Promise<void> {
    const items = feedsIn(list.current);
    const at = items.findIndex(({ dataset }) => dataset.id === id);
    const from = leavingFrom(items, at, at);
    const own = from && { id, version, from };
    moving.current = own;
    // Another one may be on its way by then.
    if (!(await move()) && moving.current === own) moving.current = null;
  }

  function onEdit(feed: FeedListed): void {
    setEdited(feed);
    setEditing(feed.id);
  }

  /** Where the focus goes from the window: the feed may have another row by now, or none. */
  function afterEdit(): HTMLElement | false {
    const row = feedsIn(list.current).find(({ dataset }) => dataset.id === edited?.id);
    const button = row?.querySelector<HTMLElement>('[data-act="edit"]');
    if (button) return button;
    // Not returned: the window would look for the first link in it.
    focusPage();
    return false;
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const id = target.closest<HTMLElement>("li[data-id]")?.dataset.id;
    held.current = id ? { id, act: target.dataset.act ?? "" } : null;
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only remembers where the focus is */}
      <div
        ref={list}
        onFocus={onFocus}
        onBlur={({ relatedTarget }) => {
          // A window gives the focus back to where it was.
          if (!isInWindow(relatedTarget)) held.current = null;
        }}
      >
        {PARTS.map(({ id, title, note, of }) => {
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
                  <FeedRow
                    key={feed.id}
                    feed={feed}
                    outlets={outlets}
                    now={now}
                    onMove={onMove}
                    onEdit={onEdit}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {edited ? (
        <EditFeed
          feed={edited}
          outlets={outlets}
          open={editing === edited.id}
          // An answer that comes late finds another one open.
          onClose={() => setEditing((now) => (now === edited.id ? null : now))}
          finalFocus={afterEdit}
        />
      ) : null}
    </>
  );
}

const feedsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("li[data-id]") ?? [])];

const isInWindow = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/** A poll moves a feed too, and leaves its version: only what was decided counts it up. */
const hasMoved = ({ id, version }: Moving, rows: readonly FeedListed[]): boolean =>
  !rows.some((feed) => feed.id === id && feed.version === version);

/** By the name of what it does: a paused feed has other buttons. Its title where it has none of that name. */
const focusAct = (item: HTMLElement, act: string, scrolls: boolean): void =>
  (item.querySelector<HTMLElement>(`[data-act="${act}"]`) ?? item.querySelector("a"))?.focus({
    preventScroll: !scrolls,
  });

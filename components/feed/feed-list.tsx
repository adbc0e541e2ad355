"use client";

import { type FocusEvent, useEffect, useRef, useState } from "react";
import type { FeedList as Listed } from "#lib/feed/list.server.ts";
import { focusPage } from "../desk/focus-page.ts";
import { type Leaving, leavingFrom, placeAfter } from "../desk/leaving.ts";
import { useFollowPage } from "../desk/use-follow-page.ts";
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
  const list = useRef<HTMLDivElement>(null);
  /** The feed that is paused, resumed or removed, and those below it: it goes to another part, or off the page. */
  const moving = useRef<Leaving | null>(null);

  /** What has the focus: a feed that turns out broken, or mended, goes to another part, and its buttons are made anew. */
  const held = useRef<{ readonly id: string; readonly at: number } | null>(null);
  const [editing, setEditing] = useState(false);
  // Not while one is corrected: the window would go with a feed that goes to another part.
  useFollowPage(!editing && rows.some((feed) => feed.pending));

  const shown = rows.map((feed) => `${feed.id} ${healthOf(feed)}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other feeds are shown, or in other parts
  useEffect(() => {
    const left = moving.current;
    const at = document.activeElement;
    if (left === null && at === document.body && held.current !== null) {
      const { id, at: place } = held.current;
      const item = feedsIn(list.current).find(({ dataset }) => dataset.id === id);
      if (item) reachable(item)[place]?.focus({ preventScroll: true });
      else focusPage();
    }
    // Something else has changed: the feed itself has not moved yet.
    if (left === null || at?.closest<HTMLElement>("li[data-id]")?.dataset.id === left.ids[0]) return;
    moving.current = null;
    // Who went elsewhere meanwhile stays there.
    if (at !== document.body) return;
    const items = feedsIn(list.current);
    const item = items[Math.min(placeAfter(items, left), items.length - 1)];
    if (!item) return focusPage();
    item.querySelector<HTMLElement>("[data-pause]")?.focus();
  }, [shown]);

  // The last one has gone, and the list with it.
  useEffect(
    () => () => {
      if (moving.current !== null) focusPage();
    },
    [],
  );

  async function onMove(feedId: string, move: () => Promise<boolean>): Promise<void> {
    const items = feedsIn(list.current);
    const at = items.findIndex(({ dataset }) => dataset.id === feedId);
    moving.current = leavingFrom(items, at, at);
    if (!(await move())) moving.current = null;
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    // A window of a feed's own gives the focus back to where it was.
    if (isInWindow(target)) return;
    const item = target.closest<HTMLElement>("li[data-id]");
    held.current = item?.dataset.id ? { id: item.dataset.id, at: reachable(item).indexOf(target) } : null;
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers where the focus is
    <div
      ref={list}
      onFocus={onFocus}
      onBlur={({ relatedTarget }) => {
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
                  onEdit={setEditing}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const feedsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("li[data-id]") ?? [])];

const isInWindow = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

const reachable = (item: HTMLElement) => [...item.querySelectorAll<HTMLElement>("a, button")];

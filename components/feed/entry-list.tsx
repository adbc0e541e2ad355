"use client";

import { useLayoutEffect, useRef } from "react";
import { dayWords } from "#lib/article/date-words.ts";
import type { FeedEntry } from "#lib/feed/read.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Moment } from "../desk/moment.tsx";
import { useFollowPage } from "../desk/use-follow-page.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/tag.tsx";
import { useFeedWrite } from "./use-feed-write.ts";
import { ENTRY_STATE_WORDS } from "./words.ts";

interface EntryListProps {
  readonly entries: readonly FeedEntry[];
  /** The feed is read now: it may have others in a moment. */
  readonly due: boolean;
  readonly now: string;
}

/** A feed's latest entries with what came of each. */
export function EntryList({ entries, due, now }: EntryListProps) {
  // One that waits for a reason is tried again by itself, in its own time.
  useFollowPage(due || entries.some(({ state, problem }) => state === "waiting" && problem === null));
  return (
    <section aria-labelledby="feed-entries" className="mt-9">
      <h2 id="feed-entries" className="rubric border-b pb-2">
        Latest entries <span className="font-normal">{entries.length}</span>
      </h2>
      {entries.length === 0 ? (
        <p className="py-3 text-muted">Nothing has been read of it yet.</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ entry, now }: { readonly entry: FeedEntry; readonly now: string }) {
  const { busy, problem, write } = useFeedWrite();
  const { state, articleId } = entry;
  const own = useRef<HTMLLIElement>(null);
  /** Its button had the focus, and goes with what it was for. */
  const pressed = useRef(false);
  const mayTry = state !== "done" && state !== "waiting";
  useLayoutEffect(() => {
    if (mayTry || !pressed.current) return;
    pressed.current = false;
    // Who went elsewhere meanwhile stays there.
    if (document.activeElement === document.body) own.current?.focus({ preventScroll: true });
  }, [mayTry]);
  async function tryNow(): Promise<void> {
    pressed.current = true;
    const request = { action: "try-feed-item", input: { feedItemId: entry.id } } as const;
    if (!(await write(request, "It is tried again now"))) pressed.current = false;
  }
  const title = entry.title || "Without a title";
  return (
    <li
      ref={own}
      tabIndex={-1}
      className="grid gap-x-8 gap-y-1 border-b py-3 outline-none sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <p className="text-small text-muted">
          {dayWords(entry.published)} · found <Moment at={new Date(entry.foundAt)} now={new Date(now)} />
          {" · "}
          <Tag tone={state === "failed" ? "accent" : "quiet"}>{ENTRY_STATE_WORDS[state]}</Tag>
        </p>
        <h3
          className={
            entry.title === "" ? "text-muted" : "font-serif text-read leading-snug text-pretty wrap-anywhere"
          }
        >
          {articleId === null ? (
            <bdi>{title}</bdi>
          ) : (
            <a href={`/desk/articles/${articleId}`} className="quiet-link" {...inLanguage(entry.language)}>
              {title}
            </a>
          )}
        </h3>
        {entry.problem === null ? null : <p className="text-small">{entry.problem}</p>}
        {entry.url === null ? null : (
          <p className="text-small break-all">
            <a href={entry.url} rel="noreferrer" className="quiet-link text-muted">
              {entry.url}
            </a>
          </p>
        )}
        {problem ? (
          <p role="alert" className="border-l-2 border-accent pl-3 text-small">
            {problem}
          </p>
        ) : null}
      </div>
      {mayTry ? (
        <Button
          size="small"
          disabled={busy}
          focusableWhenDisabled
          className="justify-self-start"
          onClick={() => void tryNow()}
        >
          {state === "before" ? "Bring in" : "Try again"}
          <span className="sr-only">: {title}</span>
        </Button>
      ) : null}
    </li>
  );
}

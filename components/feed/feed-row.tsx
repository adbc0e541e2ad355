"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { FeedListed } from "#lib/feed/list.server.ts";
import { focusPage } from "../desk/focus-page.ts";
import { Moment } from "../desk/moment.tsx";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/tag.tsx";
import { EditFeed } from "./edit-feed.tsx";
import type { NamedOutlet } from "./outlet-field.tsx";
import { useFeedWrite } from "./use-feed-write.ts";
import { healthOf, nextWords } from "./words.ts";

interface FeedRowProps {
  readonly feed: FeedListed;
  readonly outlets: readonly NamedOutlet[];
  readonly now: string;
  /** On its own page: its name stands above, and removing it leads back to the list. */
  readonly alone?: boolean;
  /** Does what takes it from its place in its list: pauses, resumes or removes it. */
  readonly onMove?: (feed: FeedListed, move: () => Promise<boolean>) => Promise<void>;
  /** Opens the window it is corrected in, where that is not its own. */
  readonly onEdit?: (feed: FeedListed) => void;
}

/** One feed: whose, how it is, when it is read next, and what an editor does with it. */
export function FeedRow({ feed, outlets, now, alone = false, onMove, onEdit }: FeedRowProps) {
  const router = useRouter();
  const { id: feedId, version, title, state } = feed;
  // In a list it may go to another part by what its button is refused for, or off the page.
  const { busy, problem, write } = useFeedWrite(alone ? undefined : title);
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const health = healthOf(feed);
  // On its own page a feed that is called as its outlet is says so once, in the heading.
  const outletSaid = !alone || feed.outlet !== title;
  const act = (action: "pause-feed" | "resume-feed" | "remove-feed", said: string) =>
    write({ action, input: { feedId, version } }, said);
  const turn = () =>
    state === "active" ? act("pause-feed", `Paused ${title}`) : act("resume-feed", `Resumed ${title}`);
  const remove = () => act("remove-feed", `Removed ${title}. What it brought stays.`);
  async function removeAlone(): Promise<void> {
    if (!(await remove())) return;
    router.push("/desk/feeds");
    focusPage();
  }
  return (
    <li data-id={feedId} className="grid gap-x-8 gap-y-2 border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        {outletSaid || health !== "well" ? (
          <p className="text-small text-muted">
            {outletSaid ? feed.outlet : ""}
            {health === "well" ? null : (
              <>
                {outletSaid ? " · " : ""}
                <Tag tone={health === "broken" ? "accent" : "plain"}>
                  {health === "new" ? "not read yet" : health}
                </Tag>
              </>
            )}
          </p>
        ) : null}
        {alone ? null : (
          <h3 className="font-serif text-[1.1875rem] leading-snug font-medium text-pretty">
            <a href={`/desk/feeds/${feedId}`} className="quiet-link" dir="auto">
              {title}
            </a>
          </h3>
        )}
        <p className="text-small break-all text-muted">{feed.url}</p>
        {feed.problem === null ? null : (
          <p className="mt-1 border-l-2 border-accent pl-3 text-small">
            {feed.problem}{" "}
            <span className="text-muted">
              {feed.problemAt === null ? (
                ""
              ) : (
                <>
                  First seen <Moment at={new Date(feed.problemAt)} now={new Date(now)} />.
                </>
              )}
            </span>
          </p>
        )}
        <p className="mt-1 text-small text-muted">
          <Counts feed={feed} />
          {feed.polledAt === null ? (
            ""
          ) : (
            <>
              {" "}
              · {feed.problem === null ? "read" : "last read well"}{" "}
              <Moment at={new Date(feed.polledAt)} now={new Date(now)} />
            </>
          )}
          {state === "active" ? ` · ${nextWords(feed, new Date(now))}` : ""}
        </p>
        {problem ? (
          <p role="alert" className="mt-1 border-l-2 border-accent pl-3 text-small">
            {problem}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        {state === "active" ? (
          <Button
            size="small"
            disabled={busy}
            focusableWhenDisabled
            data-act="read"
            onClick={() => write({ action: "poll-feed-now", input: { feedId } }, `${title} is read now`)}
          >
            Read now
            <Named title={title} />
          </Button>
        ) : null}
        <Button
          size="small"
          disabled={busy}
          focusableWhenDisabled
          data-act="pause"
          onClick={() => (onMove ? onMove(feed, turn) : turn())}
        >
          {state === "active" ? "Pause" : "Resume"}
          <Named title={title} />
        </Button>
        <Button
          size="small"
          ref={editButton}
          aria-haspopup="dialog"
          data-act="edit"
          onClick={() => (onEdit ? onEdit(feed) : setEditing(true))}
        >
          Edit
          <Named title={title} />
        </Button>
        <Button
          size="small"
          disabled={busy}
          focusableWhenDisabled
          data-act="remove"
          onClick={() => (onMove ? onMove(feed, remove) : removeAlone())}
        >
          Remove
          <Named title={title} />
        </Button>
      </div>
      {onEdit ? null : (
        <EditFeed
          feed={feed}
          outlets={outlets}
          open={editing}
          onClose={() => setEditing(false)}
          finalFocus={editButton}
        />
      )}
    </li>
  );
}

const Named = ({ title }: { readonly title: string }) => <span className="sr-only">: {title}</span>;

function Counts({ feed: { fresh, waiting, lost } }: { readonly feed: FeedListed }) {
  const words = [
    `${fresh} new in 24 hours`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(lost > 0 ? [`${lost} could not be had`] : []),
  ];
  return words.join(", ");
}

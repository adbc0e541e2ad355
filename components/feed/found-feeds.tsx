"use client";

import { type FormEvent, useState } from "react";
import type { FoundFeed } from "#lib/feed/find.server.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { type NamedOutlet, OutletField, outletChoice } from "./outlet-field.tsx";
import { useFeedWrite } from "./use-feed-write.ts";
import { KIND_WORDS } from "./words.ts";

export interface AddedFeed {
  readonly feedId: string;
  readonly title: string;
}

interface FoundFeedsProps {
  readonly found: readonly FoundFeed[];
  readonly outlets: readonly NamedOutlet[];
  readonly onAdded: (feed: AddedFeed) => void;
}

/** What an address offers: the feeds with their latest titles, to choose one of. */
export function FoundFeeds({ found, outlets, onAdded }: FoundFeedsProps) {
  const first = found.find(({ feedId }) => feedId === null);
  const [url, setUrl] = useState(first?.url ?? "");
  const chosen = found.find((feed) => feed.url === url);
  const [title, setTitle] = useState(first?.title ?? "");
  const [outlet, setOutlet] = useState(first ? proposed(first) : "");
  // The list that is offered is cut: whom a feed is likely of is in it all the same.
  const named = [...outlets, ...found.flatMap((feed) => feed.outlet ?? [])].filter(
    ({ id }, at, all) => all.findIndex((one) => one.id === id) === at,
  );
  const { busy, problem, write } = useFeedWrite();

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!chosen) return;
    const homepage = chosen.siteUrl && new URL(chosen.siteUrl).origin;
    await write(
      {
        action: "add-feed",
        input: {
          url: chosen.url,
          kind: chosen.kind,
          siteUrl: chosen.siteUrl,
          title,
          outlet: outletChoice(named, outlet, homepage),
        },
      },
      `Added ${title}`,
      (feedId) => onAdded({ feedId, title }),
    );
  }

  return (
    <form onSubmit={add} className="mt-4 grid gap-4">
      <fieldset className="grid gap-1">
        <legend className="text-small font-medium">
          {found.length === 1 ? "Found one feed" : `Found ${found.length} feeds`}
        </legend>
        {found.map((feed) => (
          <label key={feed.url} className="flex items-baseline gap-3 border-b py-2 last:border-b-0">
            <input
              type="radio"
              name="found-feed"
              className="accent-(--accent)"
              checked={feed.url === url}
              disabled={feed.feedId !== null}
              onChange={() => {
                setUrl(feed.url);
                setTitle(feed.title);
                if (chosen && outlet === proposed(chosen)) setOutlet(proposed(feed));
              }}
            />
            <span className="min-w-0">
              <span className="font-medium">{feed.title}</span>{" "}
              <span className="text-small text-muted">
                {KIND_WORDS[feed.kind]} · {feed.entries} {feed.entries === 1 ? "entry" : "entries"}
                {feed.feedId === null ? "" : " · on the list already"}
              </span>
              <span className="block text-small break-all text-muted">{feed.url}</span>
              {feed.latest.length === 0 ? null : (
                <span className="block font-serif text-pretty">{feed.latest.join(" · ")}</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {first ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field id="found-title" label="Name of the feed">
              <Input
                id="found-title"
                required
                maxLength={300}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </Field>
            <OutletField id="found-outlet" outlets={named} value={outlet} onChange={setOutlet} />
          </div>
          {problem ? (
            <p role="alert" className="border-l-2 border-accent pl-3">
              {problem}
            </p>
          ) : null}
          <Button
            type="submit"
            look="primary"
            disabled={busy}
            focusableWhenDisabled
            className="justify-self-start"
          >
            {busy ? "Adding …" : "Add this feed"}
          </Button>
        </>
      ) : null}
    </form>
  );
}

/** The outlet on record that has others from its site, else one that is called as the feed is. */
const proposed = ({ outlet, title }: FoundFeed): string => outlet?.name ?? title;

"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FoundFeed } from "#lib/feed/find.server.ts";
import { deskPost, wordsOf } from "../desk/request.ts";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.tsx";
import { Field, fieldControl } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { type AddedFeed, FoundFeeds } from "./found-feeds.tsx";
import type { NamedOutlet } from "./outlet-field.tsx";

/** Adding a feed: an address, what was found there, whose it is. */
export function AddFeed({ outlets }: { readonly outlets: readonly NamedOutlet[] }) {
  // Not held here: what was typed before this ran is in the field all the same.
  const field = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const [found, setFound] = useState<readonly FoundFeed[]>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [added, setAdded] = useState<AddedFeed>();
  const said = useRef<HTMLAnchorElement>(null);
  // The form that had the focus is gone.
  useEffect(() => {
    if (added) said.current?.focus();
  }, [added]);

  async function find(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    setFound(undefined);
    setAdded(undefined);
    try {
      setFound(
        await deskPost<readonly FoundFeed[]>("/api/desk/find/feeds", { address: field.current?.value ?? "" }),
      );
    } catch (error) {
      setProblem(wordsOf(error));
    } finally {
      setBusy(false);
    }
  }

  const hint = "A site such as example.org, or the address of its feed.";
  return (
    <section aria-label="Add a feed" className="max-w-[52rem] border-y py-4">
      <form onSubmit={find}>
        <Field id="feed-address" label="Add the feed of" hint={hint} problem={problem}>
          <div className="flex flex-wrap gap-3">
            <Input
              {...fieldControl("feed-address", problem, hint)}
              ref={field}
              className="min-w-0 grow basis-72"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              required
              maxLength={2_000}
              placeholder="https://"
            />
            <Button
              type="submit"
              look="primary"
              disabled={busy || !hydrated}
              focusableWhenDisabled={hydrated}
            >
              {busy ? "Looking …" : "Find its feeds"}
            </Button>
          </div>
        </Field>
      </form>
      <p role="status" className="sr-only">
        {found ? `${found.length} found` : ""}
      </p>
      {found ? (
        <FoundFeeds
          key={found.map(({ url }) => url).join(" ")}
          found={found}
          outlets={outlets}
          onAdded={(feed) => {
            setFound(undefined);
            setAdded(feed);
            if (field.current) field.current.value = "";
          }}
        />
      ) : null}
      {added ? (
        <p className="mt-4">
          Added{" "}
          <a ref={said} href={`/desk/feeds/${added.feedId}`}>
            {added.title}
          </a>
          . It is read now.
        </p>
      ) : null}
    </section>
  );
}

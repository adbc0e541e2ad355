"use client";

import { type FormEvent, useRef, useState } from "react";
import type { FoundFeed } from "#lib/feed/find.server.ts";
import { DeskRefusal, deskPost } from "../desk/request.ts";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.tsx";
import { Field, fieldControl } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { FoundFeeds } from "./found-feeds.tsx";
import type { NamedOutlet } from "./outlet-field.tsx";

/** Adding a feed: an address, what was found there, whose it is. */
export function AddFeed({ outlets }: { readonly outlets: readonly NamedOutlet[] }) {
  // Not held here: what was typed before this ran is in the field all the same.
  const field = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const [found, setFound] = useState<readonly FoundFeed[]>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function find(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    setFound(undefined);
    try {
      setFound(
        await deskPost<readonly FoundFeed[]>("/api/desk/find/feeds", { address: field.current?.value ?? "" }),
      );
    } catch (error) {
      setProblem(error instanceof DeskRefusal ? error.message : "It did not work. Try again.");
    } finally {
      setBusy(false);
    }
  }

  const hint = "A site such as example.org, or the address of its feed.";
  return (
    <section aria-label="Add a feed" className="max-w-[52rem] border-y py-4">
      <form onSubmit={find} className="flex flex-wrap items-start gap-3">
        <Field
          id="feed-address"
          label="Add the feed of"
          hint={hint}
          problem={problem}
          className="min-w-0 grow basis-72"
        >
          <Input
            {...fieldControl("feed-address", problem, hint)}
            ref={field}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            required
            maxLength={2_000}
            placeholder="https://"
          />
        </Field>
        <Button type="submit" look="primary" disabled={busy || !hydrated} className="sm:mt-[1.625rem]">
          {busy ? "Looking …" : "Find its feeds"}
        </Button>
      </form>
      <p role="status" className="sr-only">
        {found ? `${found.length} found` : ""}
      </p>
      {found ? (
        <FoundFeeds
          key={found.map(({ url }) => url).join(" ")}
          found={found}
          outlets={outlets}
          onAdded={() => {
            setFound(undefined);
            if (field.current) field.current.value = "";
          }}
        />
      ) : null}
    </section>
  );
}

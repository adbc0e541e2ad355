"use client";

import { type FormEvent, useRef, useState } from "react";
import type { FeedListed } from "#lib/feed/list.server.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogContent, DialogTrigger } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { type NamedOutlet, OutletField, outletChoice } from "./outlet-field.tsx";
import { useFeedWrite } from "./use-feed-write.ts";

interface EditFeedProps {
  readonly feed: FeedListed;
  readonly outlets: readonly NamedOutlet[];
  /** Told when its window is opened and closed. */
  readonly onTurn?: ((isOpen: boolean) => void) | undefined;
}

/** Corrects whose feed it is and what it is called. */
export function EditFeed({ feed, outlets, onTurn }: EditFeedProps) {
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState(feed.title);
  const [outlet, setOutlet] = useState(feed.outlet);
  const { busy, problem, write } = useFeedWrite();
  const trigger = useRef<HTMLButtonElement>(null);

  /** Opened anew it holds what is on record now, whoever saved it. */
  function turn(opens: boolean): void {
    if (opens) {
      setTitle(feed.title);
      setOutlet(feed.outlet);
    }
    setOpen(opens);
    onTurn?.(opens);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const { id: feedId, version } = feed;
    const input = { feedId, version, title, outlet: outletChoice(outlets, outlet) };
    if (await write({ action: "edit-feed", input }, `Saved ${title}`)) turn(false);
  }

  return (
    <Dialog open={open} onOpenChange={turn}>
      <DialogTrigger
        render={
          <Button size="small" ref={trigger}>
            Edit<span className="sr-only">: {feed.title}</span>
          </Button>
        }
      />
      <DialogContent
        finalFocus={trigger}
        title="Edit the feed"
        description="For what it brings from now on; articles on record keep their outlet."
      >
        <form onSubmit={save} className="grid gap-4">
          {problem ? (
            <p role="alert" className="border-l-2 border-accent pl-3">
              {problem}
            </p>
          ) : null}
          <Field id={`title-${feed.id}`} label="Name of the feed">
            <Input
              id={`title-${feed.id}`}
              ref={focusFirst}
              required
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          <OutletField id={`outlet-${feed.id}`} outlets={outlets} value={outlet} onChange={setOutlet} />
          <Button
            type="submit"
            look="primary"
            disabled={busy}
            focusableWhenDisabled
            className="justify-self-start"
          >
            {busy ? "Saving …" : "Save"}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** The window leaves the focus where it is already inside: without this it would be on the button that closes it. */
const focusFirst = (field: HTMLInputElement | null) => field?.focus({ preventScroll: true });

"use client";

import { type ComponentProps, type FormEvent, useState } from "react";
import type { FeedListed } from "#lib/feed/list.server.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogContent } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { type NamedOutlet, OutletField, outletChoice } from "./outlet-field.tsx";
import { type Theirs, useFeedWrite } from "./use-feed-write.ts";

interface EditFormProps {
  readonly feed: FeedListed;
  readonly outlets: readonly NamedOutlet[];
  /** Told when it is saved, or its window closed without. */
  readonly onClose: () => void;
}

interface EditFeedProps extends EditFormProps {
  readonly open: boolean;
  readonly finalFocus: ComponentProps<typeof DialogContent>["finalFocus"];
}

/** The window that corrects whose feed it is and what it is called. It stands where it stays while the feed's row moves. */
export function EditFeed({ feed, outlets, open, onClose, finalFocus }: EditFeedProps) {
  return (
    <Dialog open={open} onOpenChange={(opens) => opens || onClose()}>
      <DialogContent
        finalFocus={finalFocus}
        title="Edit the feed"
        description="For what it brings from now on; articles on record keep their outlet."
      >
        <EditForm key={feed.id} feed={feed} outlets={outlets} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

/** Made anew when the window is opened: it holds what was on record then, whoever saved it. */
function EditForm({ feed, outlets, onClose }: EditFormProps) {
  const [opened] = useState(feed);
  const [title, setTitle] = useState(opened.title);
  const [outlet, setOutlet] = useState(opened.outlet);
  const { busy, problem, theirs, write } = useFeedWrite();

  async function save(event: FormEvent) {
    event.preventDefault();
    // What was seen, here or with the refusal: the list behind may know of more.
    const { version } = theirs ?? opened;
    const input = { feedId: opened.id, version, title, outlet: outletChoice(outlets, outlet) };
    if (await write({ action: "edit-feed", input }, `Saved ${title}`)) onClose();
  }

  return (
    <form onSubmit={save} className="grid gap-4">
      {problem ? (
        <div role="alert" className="border-l-2 border-accent pl-3">
          <p>{problem}</p>
          {theirs ? <p className="text-small">On record now: {recordWords(theirs, outlets)}.</p> : null}
        </div>
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
  );
}

/** The outlets that are offered are cut: one may be without its name here. */
function recordWords({ title, outletId, state }: Theirs, outlets: readonly NamedOutlet[]): string {
  const outlet = outlets.find(({ id }) => id === outletId)?.name;
  return [`“${title}”`, ...(outlet ? [`of ${outlet}`] : []), state].join(", ");
}

/** The window leaves the focus where it is already inside: without this it would be on the button that closes it. */
const focusFirst = (field: HTMLInputElement | null) => field?.focus({ preventScroll: true });

"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

interface StoryTitleProps {
  readonly title: string;
  readonly busy: boolean;
  readonly onRename: (title: string) => Promise<boolean>;
  readonly onLeave: () => void;
}

/** Another title for a story. */
export function StoryTitle({ title, busy, onRename, onLeave }: StoryTitleProps) {
  const id = useId();
  const [typed, setTyped] = useState(title);

  async function rename(event: FormEvent) {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted === title || (await onRename(wanted))) onLeave();
  }

  return (
    <form onSubmit={(event) => void rename(event)} className="mt-2 flex max-w-measure flex-wrap gap-2">
      <label htmlFor={id} className="sr-only">
        Title of the story
      </label>
      <Input
        id={id}
        value={typed}
        required
        minLength={3}
        maxLength={300}
        className="min-w-60 flex-1 font-serif"
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={busy} focusableWhenDisabled>
        Rename
      </Button>
      <Button look="quiet" onClick={onLeave}>
        Leave it
      </Button>
    </form>
  );
}

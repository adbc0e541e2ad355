"use client";

import { useId, useState } from "react";
import { useRead } from "#components/desk/use-read.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";

/** A story as chosen: one on record with the version it was seen in, or a new one by its title. */
export interface PickedStory {
  readonly to: { readonly id: string } | { readonly title: string };
  readonly title: string;
  /** Null for a new one. */
  readonly version: number | null;
}

interface StoryChoiceProps {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  /** Not offered: the story itself. */
  readonly without: string | null;
  /** Whether a new story may be named. */
  readonly mayName: boolean;
  readonly busy: boolean;
  readonly onPick: (story: PickedStory) => void;
  readonly onLeave: () => void;
}

const NEW = "new";
const SHORTEST = 3;

interface Found {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/** Finds a story by words of its title, or names a new one. */
export function StoryChoice(props: StoryChoiceProps) {
  const { label, action, without, mayName, busy, onPick, onLeave } = props;
  const id = useId();
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState<PickedStory | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = typed.trim();
  const found = useRead<readonly Found[]>(`/api/desk/find/stories?${new URLSearchParams({ q: query })}`);
  const hits = (found.answer ?? []).filter((story) => story.id !== without);
  const choices = [
    ...hits.map((story) => ({ value: story.id, label: story.title })),
    ...(mayName && query.length >= SHORTEST && query !== picked?.title
      ? [{ value: NEW, label: `New story: ${query}` }]
      : []),
  ];
  return (
    <form
      className="mt-2 grid max-w-measure items-start gap-2 sm:grid-cols-[minmax(0,1fr)_auto_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (picked) onPick(picked);
        else setProblem("Choose a story first.");
      }}
    >
      <Field id={id} label={label} problem={found.problem ?? problem}>
        <Combobox
          {...fieldControl(id, found.problem ?? problem)}
          choices={choices}
          value={picked && { value: "id" in picked.to ? picked.to.id : NEW, label: picked.title }}
          onType={setTyped}
          placeholder={mayName ? "Words of its title, or a new one" : "Words of its title"}
          empty={found.reading ? "Looking …" : "No story has these words."}
          onChange={(choice) => {
            setProblem(null);
            if (choice === null) return setPicked(null);
            const hit = hits.find((story) => story.id === choice.value);
            setPicked(
              hit
                ? { to: { id: hit.id }, title: hit.title, version: hit.version }
                : { to: { title: query }, title: query, version: null },
            );
          }}
        />
      </Field>
      <Button type="submit" className="sm:mt-6" disabled={busy} focusableWhenDisabled>
        {action}
      </Button>
      <Button look="quiet" className="sm:mt-6" onClick={onLeave}>
        Leave it
      </Button>
    </form>
  );
}

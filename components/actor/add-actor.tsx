"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { focusPage } from "#components/desk/focus-page.ts";
import { deskWrite, wordsOf } from "#components/desk/request.ts";
import { useHydrated } from "#components/desk/use-hydrated.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogTrigger } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, NativeSelect } from "#components/ui/input.tsx";
import { ACTOR_KINDS, type ActorKind } from "#lib/attribution/authority.ts";
import { ACTOR_KIND_WORDS } from "./words.ts";

/** Adds a record with what is needed, and goes to it for the rest. */
export function AddActor() {
  const [open, setOpen] = useState(false);
  const added = useRef(false);
  if (!useHydrated()) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={<Button look="primary">Add an actor</Button>} />
      <DialogContent
        title="Add an actor"
        description="Further names, offices and what it is part of come next. Unnamed sources are added in the article that quotes them."
        finalFocus={() => {
          if (added.current) focusPage();
          return !added.current;
        }}
      >
        <AddForm
          onAdded={() => {
            added.current = true;
            setOpen(false);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function AddForm({ onAdded }: { readonly onAdded: () => void }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? "");
    setBusy(true);
    setProblem(undefined);
    try {
      const { id } = await deskWrite("add-actor", {
        name: text("name"),
        kind: text("kind") as ActorKind,
        description: text("description"),
      });
      router.push(`/desk/actors/${id}`);
      onAdded();
    } catch (error) {
      setProblem(wordsOf(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={add} className="grid gap-4">
      {problem ? (
        <p role="alert" className="border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      <Field id="new-name" label="Name as it will be shown">
        <Input id="new-name" name="name" required maxLength={200} autoComplete="off" />
      </Field>
      <Field id="new-kind" label="Kind">
        <NativeSelect id="new-kind" name="kind" defaultValue="person">
          {ACTOR_KINDS.filter((kind) => kind !== "unnamedSource").map((kind) => (
            <option key={kind} value={kind}>
              {ACTOR_KIND_WORDS[kind]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field id="new-description" label="Description" hint="One neutral line that tells it from namesakes.">
        <Input
          id="new-description"
          name="description"
          maxLength={500}
          aria-describedby="new-description-hint"
        />
      </Field>
      <Button
        type="submit"
        look="primary"
        className="justify-self-start"
        disabled={busy}
        focusableWhenDisabled
      >
        {busy ? "Adding …" : "Add"}
      </Button>
    </form>
  );
}

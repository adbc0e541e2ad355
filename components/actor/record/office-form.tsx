"use client";

import { XIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input, Textarea } from "#components/ui/input.tsx";
import type { DeskOffice } from "#lib/desk/desk-actor.ts";
import { choiceOf, type PickedActor } from "../picked-actor.ts";
import { ActorPicker } from "../picker.tsx";
import { FormFoot } from "./form-foot.tsx";
import { ConflictNotice, ProblemNotice } from "./notices.tsx";
import { useSave, wrong } from "./use-save.ts";

interface Held {
  readonly key: number;
  readonly holder: PickedActor | null;
  readonly from: string;
  readonly to: string;
}

interface OfficeFormProps {
  readonly bodyId: string;
  /** Null: a new one. */
  readonly office: DeskOffice | null;
  readonly onDone: () => void;
}

/** An office with all who held it: their ranges exclude each other, so they are saved together. */
export function OfficeForm({ bodyId, office, onDone }: OfficeFormProps) {
  const { busy, problem, conflict, save, settle } = useSave();
  const [title, setTitle] = useState(office?.title ?? "");
  const [aliases, setAliases] = useState(office?.aliases.join("\n") ?? "");
  const [lacking, setLacking] = useState(false);
  const next = useRef(office?.tenures.length ?? 0);
  const first = useRef<HTMLInputElement>(null);
  const [held, setHeld] = useState<readonly Held[]>(
    () => office?.tenures.map(({ holder, from, to }, key) => ({ key, holder, from, to: to ?? "" })) ?? [],
  );
  const id = office?.id ?? "new";
  useEffect(() => first.current?.focus(), []);

  async function send(version: number) {
    const tenures = held.flatMap(({ holder, from, to }) =>
      holder === null ? [] : [{ holder: choiceOf(holder), from, to }],
    );
    setLacking(tenures.length < held.length);
    if (tenures.length < held.length) return;
    const fields = { title, aliases: aliases.split("\n").filter((line) => line.trim() !== ""), tenures };
    const saved = office
      ? await save(
          { action: "edit-office", input: { officeId: office.id, version, ...fields } },
          "Office corrected",
        )
      : await save({ action: "add-office", input: { bodyId, ...fields } }, "Office added");
    if (saved) onDone();
  }

  function add() {
    const key = next.current++;
    setHeld([{ key, holder: null, from: "", to: "" }, ...held]);
    setTimeout(() => document.getElementById(`holder-${id}-${key}`)?.focus());
  }

  const change = (changed: Held) => setHeld(held.map((one) => (one.key === changed.key ? changed : one)));
  return (
    <form
      aria-label={office ? `Office: ${office.title}` : "New office"}
      className="grid gap-4 border-l-2 pl-4"
      onSubmit={(event) => {
        event.preventDefault();
        send(office?.version ?? 0);
      }}
    >
      <ProblemNotice problem={problem} />
      <ConflictNotice
        noun="office"
        conflict={conflict}
        onSaveMine={send}
        onKeepTheirs={() => {
          settle();
          onDone();
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`title-${id}`} label="Title" problem={wrong(problem, "title")}>
          <Input
            {...fieldControl(`title-${id}`, wrong(problem, "title"))}
            ref={first}
            value={title}
            required
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setTitle(target.value)}
          />
        </Field>
        <Field id={`aliases-${id}`} label="Other titles" hint="One a line: “harbour chief”.">
          <Textarea
            id={`aliases-${id}`}
            aria-describedby={`aliases-${id}-hint`}
            className="min-h-16"
            value={aliases}
            onChange={({ target }) => setAliases(target.value)}
          />
        </Field>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-small text-muted">
          “Until” is the first day after: it may be the day the next one begins. Empty: still.
        </p>
        <Button size="small" onClick={add}>
          Add a holder
        </Button>
      </div>
      <ol className="grid gap-3">
        {held.map((row, at) => (
          <HolderRow
            key={row.key}
            id={`${id}-${row.key}`}
            row={row}
            at={at}
            clashes={problem?.clash.includes(at) ?? false}
            problemOf={(field) =>
              field === "holder" && lacking && row.holder === null
                ? "Choose who, or take the line out."
                : (wrong(problem, `tenures.${at}.${field}`) ??
                  (field === "to" ? wrong(problem, `tenures.${at}`) : undefined))
            }
            onChange={change}
            onRemove={() => setHeld(held.filter((one) => one.key !== row.key))}
          />
        ))}
      </ol>
      <FormFoot busy={busy} save={office ? "Save the office" : "Add the office"} onLeave={onDone} />
    </form>
  );
}

interface HolderRowProps {
  readonly id: string;
  readonly row: Held;
  readonly at: number;
  readonly clashes: boolean;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (row: Held) => void;
  readonly onRemove: () => void;
}

function HolderRow({ id, row, at, clashes, problemOf, onChange, onRemove }: HolderRowProps) {
  const of = <span className="sr-only">, holder {at + 1}</span>;
  const day = (field: "from" | "to", rest: object) => {
    const trouble = problemOf(field) ?? (clashes && field === "from" ? "overlaps" : undefined);
    return (
      <Field
        id={`${field}-${id}`}
        label={
          <>
            {field === "from" ? "From" : "Until"}
            {of}
          </>
        }
        problem={trouble}
      >
        <Input
          type="date"
          {...fieldControl(`${field}-${id}`, trouble)}
          value={row[field]}
          onChange={({ target }) => onChange({ ...row, [field]: target.value })}
          {...rest}
        />
      </Field>
    );
  };
  return (
    <li className="grid grid-cols-2 items-start gap-2 border-b pb-3 sm:grid-cols-[minmax(0,1fr)_9rem_9rem_2rem] sm:border-0 sm:pb-0">
      <div className="col-span-2 sm:col-span-1">
        <ActorPicker
          id={`holder-${id}`}
          label={`Who, holder ${at + 1}`}
          value={row.holder}
          problem={problemOf("holder") ?? null}
          onChange={(holder) => onChange({ ...row, holder })}
        />
      </div>
      {day("from", { required: true })}
      {day("to", {})}
      <Button
        look="quiet"
        size="icon"
        className="col-span-2 justify-self-end sm:col-span-1 sm:mt-6"
        aria-label={`Take out ${row.holder?.name ?? `holder ${at + 1}`}`}
        onClick={onRemove}
      >
        <XIcon aria-hidden="true" className="size-4" />
      </Button>
    </li>
  );
}

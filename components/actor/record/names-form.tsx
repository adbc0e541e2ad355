"use client";

import { XIcon } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input, NativeSelect } from "#components/ui/input.tsx";
import { ALIAS_KINDS, type AliasKind } from "#lib/attribution/authority.ts";
import type { DeskActorRecord } from "#lib/desk/desk-actor.ts";
import { ALIAS_KIND_WORDS } from "../words.ts";
import { FormFoot } from "./form-foot.tsx";
import { ConflictNotice, ProblemNotice } from "./notices.tsx";
import { isShown } from "./record-names.tsx";
import { useSave, wrong } from "./use-save.ts";

interface Row {
  readonly key: number;
  readonly name: string;
  readonly kind: AliasKind;
  readonly language: string;
  readonly from: string;
  readonly to: string;
  /** The name the record is shown by: reworded under About, dated here. */
  readonly shown: boolean;
}

interface NamesFormProps {
  readonly actor: DeskActorRecord;
  readonly onDone: () => void;
}

/** All names at once: they are one field of the record, saved and undone together. */
export function NamesForm({ actor, onDone }: NamesFormProps) {
  const { busy, problem, conflict, save, settle } = useSave();
  const next = useRef(actor.aliases.length);
  const [rows, setRows] = useState<readonly Row[]>(() =>
    actor.aliases.map((alias, key) => ({
      key,
      name: alias.name,
      kind: alias.kind,
      language: alias.language ?? "",
      from: alias.from ?? "",
      to: alias.to ?? "",
      shown: isShown(actor, alias),
    })),
  );

  async function send(version: number) {
    const aliases = rows.map(({ name, kind, language, from, to }) => ({ name, kind, language, from, to }));
    if (
      await save({ action: "edit-actor", input: { actorId: actor.id, version, aliases } }, "Names corrected")
    )
      onDone();
  }

  function add() {
    const key = next.current++;
    setRows([...rows, { key, name: "", kind: "name", language: "", from: "", to: "", shown: false }]);
    setTimeout(() => document.getElementById(`name-${key}`)?.focus());
  }

  return (
    <form
      aria-label="Names"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send(actor.version);
      }}
    >
      <ProblemNotice problem={problem} />
      <ConflictNotice
        noun="actor"
        conflict={conflict}
        onSaveMine={send}
        onKeepTheirs={() => {
          settle();
          onDone();
        }}
      />
      <p className="text-small text-muted">
        “From” is the first day, “until” the first day after; empty: without limit. A name counts for what was
        said while it was in use.
      </p>
      <ol className="grid gap-4">
        {rows.map((row, at) => (
          <NameRow
            key={row.key}
            row={row}
            at={at}
            problemOf={(field) =>
              wrong(problem, `aliases.${at}.${field}`) ??
              (field === "name" ? wrong(problem, `aliases.${at}`) : undefined)
            }
            onChange={(changed) => setRows(rows.map((one) => (one.key === row.key ? changed : one)))}
            onRemove={() => setRows(rows.filter((one) => one.key !== row.key))}
          />
        ))}
      </ol>
      <Button size="small" className="justify-self-start" onClick={add}>
        Add a name
      </Button>
      <FormFoot busy={busy} save="Save the names" onLeave={onDone} />
    </form>
  );
}

interface NameRowProps {
  readonly row: Row;
  readonly at: number;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

function NameRow({ row, at, problemOf, onChange, onRemove }: NameRowProps) {
  const of = <span className="sr-only">, name {at + 1}</span>;
  const text = (field: "name" | "language" | "from" | "to", rest: object = {}) => {
    const id = `${field}-${row.key}`;
    return (
      <Input
        {...fieldControl(id, problemOf(field))}
        value={row[field]}
        autoComplete="off"
        onChange={({ target }) => onChange({ ...row, [field]: target.value })}
        {...rest}
      />
    );
  };
  return (
    <li className="grid grid-cols-2 items-start gap-2 border-b pb-4 sm:grid-cols-[5rem_9.5rem_9.5rem_minmax(0,1fr)_2rem]">
      <Field
        id={`name-${row.key}`}
        label={<>Name{of}</>}
        problem={problemOf("name")}
        className="col-span-2 sm:col-span-3"
      >
        {text("name", { required: true, maxLength: 200, ...(row.shown ? { readOnly: true } : {}) })}
      </Field>
      <Field id={`kind-${row.key}`} label={<>Kind{of}</>} className="sm:col-span-2">
        <NativeSelect
          id={`kind-${row.key}`}
          value={row.kind}
          onChange={({ target }) =>
            onChange({ ...row, kind: ALIAS_KINDS.find((kind) => kind === target.value) ?? row.kind })
          }
        >
          {ALIAS_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {ALIAS_KIND_WORDS[kind]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field id={`language-${row.key}`} label={<>Language{of}</>} problem={problemOf("language")}>
        {text("language", { maxLength: 35, placeholder: "en" })}
      </Field>
      <Field id={`from-${row.key}`} label={<>From{of}</>} problem={problemOf("from")}>
        {text("from", { type: "date" })}
      </Field>
      <Field id={`to-${row.key}`} label={<>Until{of}</>} problem={problemOf("to")}>
        {text("to", { type: "date" })}
      </Field>
      {row.shown ? (
        <p className="col-span-2 self-end pb-2 text-small text-muted">shown; reworded under About</p>
      ) : (
        <Button
          look="quiet"
          size="icon"
          className="self-end justify-self-end sm:col-start-5"
          aria-label={`Take out ${row.name || `name ${at + 1}`}`}
          onClick={onRemove}
        >
          <XIcon aria-hidden="true" className="size-4" />
        </Button>
      )}
    </li>
  );
}

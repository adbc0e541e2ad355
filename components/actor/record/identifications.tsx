"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input, Textarea } from "#components/ui/input.tsx";
import { dayWords } from "#lib/article/date-words.ts";
import type { DeskActorRecord, DeskIdentification } from "#lib/desk/desk-actor.ts";
import { choiceOf, type PickedActor } from "../picked-actor.ts";
import { ActorPicker } from "../picker.tsx";
import { FormFoot } from "./form-foot.tsx";
import { ConflictNotice, ProblemNotice } from "./notices.tsx";
import { RecordSection } from "./record-section.tsx";
import { useSave, wrong } from "./use-save.ts";

interface IdentificationsProps {
  readonly actor: DeskActorRecord;
  readonly mayDecide: boolean;
}

/** Of an unnamed source: who it was, as published sources say. Of another: which unnamed sources were this one. */
export function Identifications({ actor, mayDecide }: IdentificationsProps) {
  const unnamed = actor.kind === "unnamedSource";
  if (!unnamed && actor.identifications.length === 0) return null;
  return (
    <RecordSection
      title={unnamed ? "Who it was" : "Unnamed sources identified as this one"}
      change={unnamed && mayDecide ? "Identify" : null}
      beside
      form={(close) => <IdentifyForm unnamedId={actor.id} onDone={close} />}
    >
      {actor.identifications.length === 0 ? (
        <p className="max-w-measure text-muted">
          Nobody has said in public who this was. Statements stay attributed to the unnamed source whatever
          comes out later.
        </p>
      ) : (
        <ul className="divide-y border-y">
          {actor.identifications.map((one) => (
            <Identification key={one.id} one={one} unnamed={unnamed} mayDecide={mayDecide} />
          ))}
        </ul>
      )}
    </RecordSection>
  );
}

interface IdentificationProps {
  readonly one: DeskIdentification;
  readonly unnamed: boolean;
  readonly mayDecide: boolean;
}

function Identification({ one, unnamed, mayDecide }: IdentificationProps) {
  const { busy, problem, conflict, save, settle } = useSave();
  const other = unnamed ? one.actor : one.unnamed;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p>
          {unnamed ? "identified as " : ""}
          <a href={`/desk/actors/${other.id}`}>{other.name}</a>
          {" by "}
          <a href={one.url} rel="noreferrer">
            {one.title}
          </a>{" "}
          <span className="text-muted">
            ({dayWords(one.date === null ? null : { local: one.date, zone: null })})
          </span>
        </p>
        {mayDecide ? (
          <Button
            size="small"
            look="quiet"
            aria-label={`Take back: ${other.name}`}
            disabled={busy}
            onClick={() =>
              save(
                {
                  action: "withdraw-identification",
                  input: { identificationId: one.id, version: one.version },
                },
                "Identification taken back",
              )
            }
          >
            Take back
          </Button>
        ) : null}
      </div>
      {one.note === null ? null : <p className="text-small text-muted">{one.note}</p>}
      <ProblemNotice problem={problem} />
      <ConflictNotice noun="identification" conflict={conflict} onKeepTheirs={settle} onSaveMine={null} />
    </li>
  );
}

interface IdentifyFormProps {
  readonly unnamedId: string;
  readonly onDone: () => void;
}

function IdentifyForm({ unnamedId, onDone }: IdentifyFormProps) {
  const { busy, problem, save } = useSave();
  const [actor, setActor] = useState<PickedActor | null>(null);
  const [lacking, setLacking] = useState(false);
  const [fields, setFields] = useState({ url: "", title: "", date: "", note: "" });
  const control = (field: keyof typeof fields, hint = false) => ({
    ...fieldControl(`identify-${field}`, wrong(problem, field), hint),
    value: fields[field],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setFields({ ...fields, [field]: target.value }),
  });

  async function send() {
    setLacking(actor === null);
    if (actor === null) return;
    const input = { unnamedId, actor: choiceOf(actor), ...fields };
    if (await save({ action: "identify", input }, "Identified")) onDone();
  }

  return (
    <form
      aria-label="Identify"
      className="grid max-w-measure gap-4 border-l-2 pl-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="text-small text-muted">
        Only what has been published: the public page says “identified as … by” with a link to it. This is no
        merge.
      </p>
      <ProblemNotice problem={problem} />
      <ActorPicker
        id="identify-actor"
        label="Who it was"
        value={actor}
        onChange={setActor}
        problem={lacking && actor === null ? "Choose who it was." : null}
      />
      <Field id="identify-title" label="Published source" problem={wrong(problem, "title")}>
        <Input
          {...control("title")}
          required
          maxLength={300}
          placeholder="Its title: “The man behind the memo”, Harbour Wire"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <Field id="identify-url" label="Address" problem={wrong(problem, "url")}>
          <Input {...control("url")} type="url" required maxLength={2000} placeholder="https://" />
        </Field>
        <Field
          id="identify-date"
          label="Published"
          hint="As exact as known."
          problem={wrong(problem, "date")}
        >
          <Input {...control("date", true)} maxLength={10} placeholder="2024-06-30" autoComplete="off" />
        </Field>
      </div>
      <Field id="identify-note" label="Note" hint="For the desk only." problem={wrong(problem, "note")}>
        <Textarea {...control("note", true)} className="min-h-16" maxLength={1000} />
      </Field>
      <FormFoot busy={busy} save="Identify" onLeave={onDone} />
    </form>
  );
}

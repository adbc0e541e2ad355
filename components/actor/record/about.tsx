"use client";

import { type FormEvent, useState } from "react";
import { ActorPicker } from "#components/actor/picker.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input, NativeSelect, Textarea } from "#components/ui/input.tsx";
import { ACTOR_KINDS } from "#lib/attribution/authority.ts";
import type { DeskActorRecord } from "#lib/desk/desk-actor.ts";
import type { PickedActor } from "../picked-actor.ts";
import { ACTOR_KIND_WORDS } from "../words.ts";
import { FormFoot } from "./form-foot.tsx";
import { ConflictNotice, ProblemNotice } from "./notices.tsx";
import { RecordSection } from "./record-section.tsx";
import { useSave, wrong } from "./use-save.ts";

interface AboutProps {
  readonly actor: DeskActorRecord;
  readonly mayDecide: boolean;
}

/** What the record is: name, kind, description, whole, codes. */
export function About({ actor, mayDecide }: AboutProps) {
  return (
    <RecordSection
      title="About"
      change={mayDecide ? "Correct" : null}
      form={(close) => <AboutForm actor={actor} onDone={close} />}
    >
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Fact name="Kind">{ACTOR_KIND_WORDS[actor.kind]}</Fact>
        <Fact name="Description">{actor.description}</Fact>
        {actor.kind === "unnamedSource" ? null : <Whole actor={actor} />}
        {actor.parts.length > 0 ? (
          <Fact name="Its parts">
            {actor.parts.map((part, at) => (
              <span key={part.id}>
                {at > 0 ? ", " : ""}
                <a href={`/desk/actors/${part.id}`}>{part.name}</a>
              </span>
            ))}
          </Fact>
        ) : null}
      </dl>
    </RecordSection>
  );
}

/** What it is part of, and its codes: an unnamed source has neither. */
function Whole({ actor }: { readonly actor: DeskActorRecord }) {
  return (
    <>
      <Fact name="Part of">
        {actor.partOf ? <a href={`/desk/actors/${actor.partOf.id}`}>{actor.partOf.name}</a> : null}
      </Fact>
      <Fact name="State">{actor.stateCode}</Fact>
      <Fact name="Wikidata">
        {actor.wikidata === null ? null : (
          <a href={`https://www.wikidata.org/wiki/${actor.wikidata}`} rel="noreferrer">
            {actor.wikidata}
          </a>
        )}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="text-small leading-[1.4375rem] text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children ?? <span className="text-muted">not said</span>}</dd>
    </>
  );
}

interface AboutFormProps {
  readonly actor: DeskActorRecord;
  readonly onDone: () => void;
}

function AboutForm({ actor, onDone }: AboutFormProps) {
  const { busy, problem, conflict, save, settle } = useSave();
  const [name, setName] = useState(actor.name);
  const [kind, setKind] = useState(actor.kind);
  const [description, setDescription] = useState(actor.description ?? "");
  const [partOf, setPartOf] = useState<PickedActor | null>(actor.partOf);
  const [stateCode, setStateCode] = useState(actor.stateCode ?? "");
  const [wikidata, setWikidata] = useState(actor.wikidata ?? "");
  const unnamed = actor.kind === "unnamedSource";
  // An unnamed source stays one, and nothing else becomes one.
  const kinds = ACTOR_KINDS.filter((known) => (known === "unnamedSource") === unnamed);

  async function send(version: number) {
    const mine = {
      name: name.trim(),
      kind,
      description: description.trim() || null,
      partOfId: partOf?.id ?? null,
      stateCode: stateCode.trim().toUpperCase() || null,
      wikidata: wikidata.trim() || null,
    };
    // Only what was changed here goes: what someone else changed meanwhile stays.
    const before = { ...actor, partOfId: actor.partOf?.id ?? null };
    const fields = Object.entries(mine).filter(
      ([field, value]) => value !== before[field as keyof typeof mine],
    );
    if (fields.length === 0) return onDone();
    const input = { actorId: actor.id, version, ...(Object.fromEntries(fields) as Partial<typeof mine>) };
    if (await save({ action: "edit-actor", input }, "Corrected")) onDone();
  }

  return (
    <form
      aria-label="About"
      className="grid gap-4"
      onSubmit={(event: FormEvent) => {
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
      <Field
        id="about-name"
        label="Name as it is shown"
        hint="The present one stays among its names; take it out there if it was wrong."
        problem={wrong(problem, "name")}
      >
        <Input
          {...fieldControl("about-name", wrong(problem, "name"), true)}
          value={name}
          required
          maxLength={200}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="about-kind" label="Kind">
          <NativeSelect
            id="about-kind"
            value={kind}
            onChange={({ target }) => setKind(kinds.find((known) => known === target.value) ?? kind)}
          >
            {kinds.map((known) => (
              <option key={known} value={known}>
                {ACTOR_KIND_WORDS[known]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {unnamed ? null : (
          <ActorPicker id="about-whole" label="Part of" value={partOf} onChange={setPartOf} mayAdd={false} />
        )}
      </div>
      <Field
        id="about-description"
        label="Description"
        hint="One neutral line that tells it from namesakes: “a shipping company of Port Halden”."
        problem={wrong(problem, "description")}
      >
        <Textarea
          {...fieldControl("about-description", wrong(problem, "description"), true)}
          className="min-h-16"
          value={description}
          maxLength={500}
          onChange={({ target }) => setDescription(target.value)}
        />
      </Field>
      {unnamed ? null : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            id="about-state"
            label="State code"
            hint="Of a state and its bodies: KP."
            problem={wrong(problem, "stateCode")}
          >
            <Input
              {...fieldControl("about-state", wrong(problem, "stateCode"), true)}
              value={stateCode}
              maxLength={2}
              autoComplete="off"
              onChange={({ target }) => setStateCode(target.value)}
            />
          </Field>
          <Field
            id="about-wikidata"
            label="Wikidata id"
            hint="Like Q7184."
            problem={wrong(problem, "wikidata")}
          >
            <Input
              {...fieldControl("about-wikidata", wrong(problem, "wikidata"), true)}
              value={wikidata}
              maxLength={20}
              autoComplete="off"
              onChange={({ target }) => setWikidata(target.value)}
            />
          </Field>
        </div>
      )}
      <FormFoot busy={busy} save="Save" onLeave={onDone} />
    </form>
  );
}

"use client";

import { useMemo, useState } from "react";
import { useRead } from "#components/desk/use-read.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input, NativeSelect } from "#components/ui/input.tsx";
import type { ActorHit } from "#lib/actor/read.server.ts";
import { isUnnamedSource } from "#lib/actor/unnamed.ts";
import { ACTOR_KINDS } from "#lib/attribution/authority.ts";
import { kindOfName } from "#lib/attribution/body-names.ts";
import type { ActorProposal } from "#lib/attribution/statement.ts";
import type { NewlyNamedActor, PickedActor } from "./picked-actor.ts";
import { ACTOR_KIND_WORDS } from "./words.ts";

interface ActorPickerProps {
  readonly id: string;
  readonly label: string;
  readonly value: PickedActor | null;
  readonly onChange: (actor: PickedActor | null) => void;
  /** What the text calls the speaker: offered as the name of a new actor. */
  readonly calledInText?: string | null;
  /** What the text says about whom it calls so: where a new actor of that name begins. */
  readonly proposal?: ActorProposal | null;
  /** The article that names them: its unnamed sources are offered too, and made there only. */
  readonly articleId?: string | null;
  /** Whether somebody new may be described; yes if not said. */
  readonly mayAdd?: boolean;
  readonly problem?: string | null;
}

const NEW = "new";

/** Finds an actor by any of its names, or describes a new one. */
export function ActorPicker(props: ActorPickerProps) {
  const {
    id,
    label,
    value,
    onChange,
    calledInText,
    proposal,
    articleId = null,
    mayAdd = true,
    problem,
  } = props;
  const [typed, setTyped] = useState(value?.name ?? "");
  const query = typed.trim();
  const asked = query !== "" && query !== value?.name;
  const found = useRead<readonly ActorHit[]>(
    asked
      ? `/api/desk/find/actors?${new URLSearchParams({ q: query, ...(articleId === null ? {} : { article: articleId }) })}`
      : null,
  );
  const hits = (asked && found.answer) || [];
  const names = mayAdd ? [...new Set([query, calledInText ?? ""].filter((name) => name.length > 1))] : [];
  const choices = [
    ...hits.map((hit) => ({
      value: hit.id,
      label: hit.name,
      note: [ACTOR_KIND_WORDS[hit.kind], ...otherNames(hit), hit.description].filter(Boolean).join(" · "),
    })),
    ...(found.reading ? [] : names.map((name) => ({ value: `${NEW} ${name}`, label: `New actor: ${name}` }))),
  ];
  // The same object for the same actor: with another one the field would begin anew while somebody types.
  const shownValue = value && (value.id ?? NEW);
  const shownLabel = value?.name ?? "";
  const shown = useMemo(
    () => (shownValue === null ? null : { value: shownValue, label: shownLabel }),
    [shownValue, shownLabel],
  );
  const trouble = found.problem ?? problem;
  return (
    <div className="grid gap-3">
      <Field id={id} label={label} problem={trouble}>
        <Combobox
          {...fieldControl(id, trouble)}
          choices={choices}
          value={shown}
          onType={setTyped}
          placeholder="Any name, acronym or capital"
          empty={found.reading ? "Looking …" : "Type a name."}
          onChange={(choice) => {
            if (choice === null) return onChange(null);
            const hit = hits.find((one) => one.id === choice.value);
            if (hit) return onChange({ id: hit.id, name: hit.name, kind: hit.kind });
            const name = choice.value.slice(NEW.length + 1);
            const kind = articleId !== null && isUnnamedSource(name) ? "unnamedSource" : kindOfName(name);
            onChange({ id: null, name, ...(name === calledInText && proposal ? proposal : { kind }) });
          }}
        />
      </Field>
      {value?.id === null ? (
        <NewActorFields id={id} actor={value} unnamed={articleId !== null} onChange={onChange} />
      ) : null}
    </div>
  );
}

/** The name that was found and the records that were merged into it, each name once. */
function otherNames({ alias, formerly }: ActorHit): readonly string[] {
  const also = alias !== null && !formerly.includes(alias) ? [`also “${alias}”`] : [];
  return [...also, ...formerly.map((name) => `formerly “${name}”`)];
}

interface NewActorProps {
  readonly id: string;
  readonly actor: NewlyNamedActor;
  /** Whether it may be an unnamed source: those belong to an article. */
  readonly unnamed: boolean;
  readonly onChange: (actor: PickedActor) => void;
}

function NewActorFields({ id, actor, unnamed, onChange }: NewActorProps) {
  const kinds = ACTOR_KINDS.filter((kind) => unnamed || kind !== "unnamedSource");
  return (
    <fieldset className="grid gap-2 border-l-2 pl-3">
      <legend className="sr-only">The new actor</legend>
      <Field id={`${id}-name`} label="Name as it will be shown">
        <Input
          id={`${id}-name`}
          value={actor.name}
          maxLength={200}
          onChange={(event) => onChange({ ...actor, name: event.target.value })}
        />
      </Field>
      <Field id={`${id}-kind`} label="Kind">
        <NativeSelect
          id={`${id}-kind`}
          value={actor.kind}
          onChange={({ target }) => {
            const kind = ACTOR_KINDS.find((known) => known === target.value);
            if (kind) onChange({ ...actor, kind });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {ACTOR_KIND_WORDS[kind]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field id={`${id}-description`} label="Description" hint="One line that tells it from namesakes.">
        <Input
          id={`${id}-description`}
          value={actor.description ?? ""}
          maxLength={500}
          aria-describedby={`${id}-description-hint`}
          onChange={(event) => onChange({ ...actor, description: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}

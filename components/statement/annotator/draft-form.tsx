"use client";

import { XIcon } from "lucide-react";
import { useEffect } from "react";
import { ActorPicker } from "#components/actor/picker.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { NativeSelect } from "#components/ui/input.tsx";
import { STATEMENT_KINDS, STATEMENT_MODES } from "#lib/attribution/statement.ts";
import { kindOfContent } from "#lib/statement/kind.ts";
import type { Span } from "#lib/text/span.ts";
import { useDeskContext } from "./desk-context.ts";
import { type Draft, missingIn, proposedIn } from "./draft.ts";
import { KeyHint } from "./key-hint.tsx";
import type { Command } from "./keys.ts";
import { withoutPiece } from "./marking.ts";
import { wordsIn } from "./passage-words.ts";
import { KIND_NOTES, KIND_WORDS, MODE_NOTES, MODE_WORDS, UNPROVED_NOTE } from "./statement-words.ts";

export const DRAFT_ACTOR_ID = "draft-actor";
const SAVE_ID = "draft-save";

/** A statement being marked or corrected: nothing of it is on record before it is saved. */
export function DraftForm({ draft }: { readonly draft: Draft }) {
  const { state, dispatch, decisions, index } = useDeskContext();
  const change = (changes: Partial<Draft>) => dispatch({ type: "draft", draft: { ...draft, ...changes } });
  const { of } = draft;
  const missing = missingIn(draft);
  const { placing } = draft;
  const title = placing
    ? "Where it stands now"
    : of === null
      ? "New statement"
      : of.statement
        ? "Correct the statement"
        : "Correct and accept";
  // Somebody new whom the text describes is filled in already: what is left is to look at it and save.
  const filledIn = of?.statement === null && proposedIn(of.suggestion) !== null;
  useEffect(() => {
    if (of !== null) document.getElementById(filledIn ? SAVE_ID : DRAFT_ACTOR_ID)?.focus();
  }, [of, filledIn]);
  return (
    <form
      aria-label={title}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) decisions.save(draft);
      }}
    >
      <h2 className="rubric">{title}</h2>
      {placing ? (
        <div className="text-small">
          <p className="font-medium">{placing.actor.name}</p>
          <p className="quotation text-base">{placing.words}</p>
          <p className="text-muted">as in revision {placing.revision}</p>
          {placing.via.map(({ name, proof }) => (
            <p key={name}>
              via {name}:{" "}
              {proof ? (
                <span className="font-serif">“{wordsIn(index, [proof])}”</span>
              ) : (
                "its words do not stand in this text. Place the statement, then correct it: mark others, or take the relay out."
              )}
            </p>
          ))}
        </div>
      ) : null}
      {placing ? null : (
        <ActorPicker
          id={DRAFT_ACTOR_ID}
          label="Who speaks"
          value={draft.actor}
          calledInText={of?.suggestion?.proposedActor ?? null}
          proposal={of?.suggestion?.proposal ?? null}
          articleId={state.article.id}
          onChange={(actor) => {
            change({ actor });
            if (actor?.id) setTimeout(() => document.getElementById(SAVE_ID)?.focus());
          }}
        />
      )}
      <Pieces
        name="Words"
        command="add"
        spans={draft.content}
        empty="Select the words that were said in the text."
        onTakeOut={(span) => change({ content: withoutPiece(draft.content, span) })}
      />
      <Pieces
        name="Cue"
        command="cue"
        spans={draft.cue}
        empty="None. Select “said”, “according to” …"
        onTakeOut={(span) => change({ cue: withoutPiece(draft.cue, span) })}
      />
      <Pieces
        name="Speaker"
        command="speaker"
        spans={draft.speaker}
        empty="None. Select the words that name who speaks."
        onTakeOut={(span) => change({ speaker: withoutPiece(draft.speaker, span) })}
      />
      {placing ? null : (
        <>
          <Reading draft={draft} change={change} />
          <Relays draft={draft} change={change} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-2 border-t pt-3">
        <Button id={SAVE_ID} type="submit" look="primary" size="small" disabled={missing !== null}>
          {placing
            ? "Place here"
            : of === null
              ? "Add the statement"
              : of.statement
                ? "Save the correction"
                : "Accept as corrected"}
        </Button>
        <Button size="small" look="quiet" onClick={() => dispatch({ type: "draft", draft: null })}>
          Leave it <KeyHint command="leave" />
        </Button>
        {missing ? <p className="w-full text-small text-muted">{missing}</p> : null}
      </div>
    </form>
  );
}

interface PiecesProps {
  readonly name: string;
  readonly command: Command;
  readonly spans: readonly Span[];
  readonly empty: string;
  readonly onTakeOut: (span: Span) => void;
}

function Pieces({ name, command, spans, empty, onTakeOut }: PiecesProps) {
  const { index } = useDeskContext();
  return (
    <section aria-label={name} className="text-small">
      <h3 className="flex items-baseline gap-2 font-medium">
        {name} <KeyHint command={command} />
      </h3>
      {spans.length === 0 ? <p className="text-muted">{empty}</p> : null}
      <ul>
        {spans.map((span) => {
          const words = wordsIn(index, [span]);
          return (
            <li
              key={`${span.start}-${span.end}`}
              className="flex items-start justify-between gap-2 border-b py-1"
            >
              <span className="min-w-0 font-serif text-base">{words}</span>
              <Button
                look="quiet"
                size="icon"
                className="size-6"
                aria-label={`Take out: ${words}`}
                onClick={() => onTakeOut(span)}
              >
                <XIcon aria-hidden="true" className="size-3.5" />
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
}

function Reading({ draft, change }: PartProps) {
  const { index } = useDeskContext();
  const readOff = draft.content.length > 0 ? kindOfContent(index.text, draft.content) : null;
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <Field
        id="draft-kind"
        label="Kind"
        hint={draft.kind ? KIND_NOTES[draft.kind] : "by the quotation marks"}
      >
        <NativeSelect
          id="draft-kind"
          aria-describedby="draft-kind-hint"
          value={draft.kind ?? ""}
          onChange={({ target }) =>
            change({ kind: STATEMENT_KINDS.find((kind) => kind === target.value) ?? null })
          }
        >
          <option value="">{readOff ? `${KIND_WORDS[readOff]} (read off)` : "read off"}</option>
          {STATEMENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field id="draft-mode" label="Mode" hint={MODE_NOTES[draft.mode]}>
        <NativeSelect
          id="draft-mode"
          aria-describedby="draft-mode-hint"
          value={draft.mode}
          onChange={({ target }) => {
            const mode = STATEMENT_MODES.find((known) => known === target.value);
            if (mode) change({ mode });
          }}
        >
          {STATEMENT_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {MODE_WORDS[mode]}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}

function Relays({ draft, change }: PartProps) {
  const { state, index } = useDeskContext();
  return (
    <section aria-label="Relays" className="grid gap-2 text-small">
      <h3 className="font-medium">Passed on by</h3>
      {draft.via.length === 0 ? (
        <p className="text-muted">
          Nobody named. Select the words that say it (“cited by …”) and choose Relay.
        </p>
      ) : null}
      {draft.via.map((relay, at) => (
        <div
          key={relay.proof ? `${relay.proof.start}-${relay.proof.end}` : `unproved ${relay.actor?.id}`}
          className="grid gap-1 border-l-2 pl-3"
        >
          {relay.proof ? (
            <p className="font-serif">“{wordsIn(index, [relay.proof])}”</p>
          ) : (
            <p className="text-accent">{UNPROVED_NOTE}</p>
          )}
          <ActorPicker
            id={`draft-relay-${at}`}
            label="Who passed the words on"
            value={relay.actor}
            articleId={state.article.id}
            onChange={(actor) =>
              change({ via: draft.via.map((other) => (other === relay ? { ...relay, actor } : other)) })
            }
          />
          <Button
            size="small"
            look="quiet"
            className="justify-self-start"
            onClick={() => change({ via: draft.via.filter((other) => other !== relay) })}
          >
            Take out
          </Button>
        </div>
      ))}
    </section>
  );
}

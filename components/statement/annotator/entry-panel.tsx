"use client";

import type { ReactNode } from "react";
import { ClaimPicker } from "#components/claim/picker.tsx";
import { STANCE_VERBS } from "#components/statement/words.ts";
import { Button } from "#components/ui/button.tsx";
import { NativeSelect } from "#components/ui/input.tsx";
import { STANCES } from "#lib/statement/stance.ts";
import { useDeskContext } from "./desk-context.ts";
import { draftOf } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { confidenceWords } from "./entry-list.tsx";
import { KeyHint } from "./key-hint.tsx";
import { wordsIn } from "./passage-words.ts";
import { KIND_NOTES, KIND_WORDS, MODE_NOTES, MODE_WORDS } from "./statement-words.ts";

export const CLAIM_SEARCH_ID = "search-claims";

const TITLES = {
  open: "Suggested",
  accepted: "Accepted",
  added: "Added by hand",
  rejected: "Rejected",
  takenBack: "Taken back",
} as const;

/** All about the chosen entry, and what can be done with it. */
export function EntryPanel({ entry }: { readonly entry: Entry }) {
  const { index } = useDeskContext();
  const { state, suggestion, content } = entry;
  return (
    <>
      <h2 className="rubric flex items-baseline justify-between max-lg:pr-10">
        <span>{TITLES[state]}</span>
        {state === "open" && suggestion ? (
          <span title="How sure the engine is" className="font-normal normal-case tracking-normal">
            <span className="sr-only">confidence </span>
            {confidenceWords(suggestion.confidence)}
          </span>
        ) : null}
      </h2>
      <blockquote className="quotation mt-2 line-clamp-6 text-read">{wordsIn(index, content)}</blockquote>
      <Details entry={entry} />
      <Actions entry={entry} />
      <Claims entry={entry} />
    </>
  );
}

function Details({ entry }: { readonly entry: Entry }) {
  const { index } = useDeskContext();
  const { statement, suggestion, speaker, cue } = entry;
  const actor = statement?.actor ?? suggestion?.actor ?? null;
  const kind = statement?.kind ?? suggestion?.kind ?? "indirect";
  const mode = statement?.mode ?? suggestion?.mode ?? "said";
  return (
    <dl className="mt-4 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-small">
      <Row name="Speaker">
        {speaker.length > 0 ? `“${wordsIn(index, speaker)}”` : <Quiet>not named</Quiet>}
      </Row>
      <Row name="Actor">
        {actor?.name ?? (
          <span className="border-b border-dashed border-accent">
            {suggestion?.proposedActor
              ? `${suggestion.proposedActor}: not on record`
              : "nobody on record fits"}
          </span>
        )}
        {suggestion?.actorReason && suggestion.actor?.id === actor?.id ? (
          <Quiet> ({suggestion.actorReason})</Quiet>
        ) : null}
      </Row>
      <Row name="Cue">{cue.length > 0 ? wordsIn(index, cue) : <Quiet>none</Quiet>}</Row>
      <Row name="Kind">
        <span title={KIND_NOTES[kind]}>{KIND_WORDS[kind]}</span>,{" "}
        <span title={MODE_NOTES[mode]}>{MODE_WORDS[mode]}</span>
      </Row>
      <Relays entry={entry} />
      {suggestion ? <Row name="Because">{suggestion.reason}</Row> : null}
    </dl>
  );
}

function Relays({ entry: { statement, suggestion } }: { readonly entry: Entry }) {
  const { index } = useDeskContext();
  const via = statement
    ? statement.via.map(({ name, proof }) => ({ name, proof, onRecord: true }))
    : (suggestion?.via ?? []).map(({ name, actor, proof }) => ({ name, proof, onRecord: actor !== null }));
  if (via.length === 0) return null;
  return (
    <Row name="Via">
      <ul>
        {via.map(({ name, proof, onRecord }) => (
          <li key={`${name} ${proof?.start}`}>
            {onRecord ? name : <span className="border-b border-dashed border-accent">{name}</span>}
            {onRecord
              ? null
              : " is not on record: correct the suggestion to name it, or it is left out when you accept"}
            {proof ? <Quiet> (“{wordsIn(index, [proof])}”)</Quiet> : null}
          </li>
        ))}
      </ul>
    </Row>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className="text-muted">{children}</span>;
}

function Actions({ entry }: { readonly entry: Entry }) {
  const { mayDecide, decisions, dispatch, state } = useDeskContext();
  if (!mayDecide) return null;
  const busy = state.queue.some((write) => write.entry === entry.key);
  const correct = (
    <Button
      size="small"
      disabled={busy}
      aria-keyshortcuts="e"
      onClick={() => dispatch({ type: "draft", draft: draftOf(entry) })}
    >
      Correct <KeyHint command="correct" />
    </Button>
  );
  if (entry.state === "open")
    return (
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          look="primary"
          size="small"
          disabled={busy}
          aria-keyshortcuts="a"
          onClick={() => decisions.accept(entry)}
        >
          {entry.suggestion?.actor ? "Accept" : "Accept with an actor"} <KeyHint command="accept" />
        </Button>
        <Button size="small" disabled={busy} aria-keyshortcuts="x" onClick={() => decisions.reject(entry)}>
          Reject <KeyHint command="reject" />
        </Button>
        {correct}
      </div>
    );
  if (!entry.statement) return <UndoDecided entry={entry} />;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {correct}
      <Button size="small" look="quiet" disabled={busy} onClick={() => decisions.takeBack(entry)}>
        Take back
      </Button>
    </div>
  );
}

/** A suggestion that was decided against leads to its decision, where that can be undone. */
function UndoDecided({ entry }: { readonly entry: Entry }) {
  const { state, decisions } = useDeskContext();
  const decision = state.article.history.find(
    (row) =>
      row.undoneBy === null &&
      row.action !== "undo" &&
      row.after.some(({ id }) => id === entry.key || id === entry.suggestion?.statementId),
  );
  if (!decision) return null;
  return (
    <div className="mt-4 grid justify-items-start gap-2 text-small">
      <p className="text-muted">By {decision.by}.</p>
      <Button size="small" disabled={state.queue.length > 0} onClick={() => decisions.undo(decision)}>
        Undo that
      </Button>
    </div>
  );
}

function Claims({ entry }: { readonly entry: Entry }) {
  const { state, dispatch, mayDecide, decisions, index } = useDeskContext();
  const { statement, suggestion } = entry;
  if (entry.state === "rejected" || entry.state === "takenBack") return null;
  const busy = state.queue.some((write) => write.entry === entry.key);
  const tied = statement?.claims ?? [];
  // A statement without a claim is offered those on record like it at once; a suggestion when asked.
  const choosing = state.claiming || (statement !== null && tied.length === 0);
  return (
    <section aria-label="Claims" className="mt-6 border-t pt-3">
      <h3 className="rubric">Claims</h3>
      {tied.length === 0 && !(choosing && mayDecide) ? (
        <p className="mt-1.5 text-small text-muted">Tied to no claim.</p>
      ) : null}
      <ul>
        {tied.map((claim) => (
          <li key={claim.id} className="mt-2">
            <p className="font-serif text-base">
              {mayDecide ? null : <span className="font-sans text-small text-muted">{claim.stance}: </span>}
              {claim.sentence}
            </p>
            {mayDecide ? (
              <div className="mt-1 flex items-center gap-2">
                <NativeSelect
                  aria-label={`Stance to: ${claim.sentence}`}
                  value={claim.stance}
                  disabled={busy}
                  className="h-7 w-auto text-small"
                  onChange={({ target }) => {
                    const stance = STANCES.find((known) => known === target.value);
                    if (stance) decisions.restance(entry, claim, stance);
                  }}
                >
                  {STANCES.map((stance) => (
                    <option key={stance} value={stance}>
                      {STANCE_VERBS[stance]}
                    </option>
                  ))}
                </NativeSelect>
                <Button
                  size="small"
                  look="quiet"
                  disabled={busy}
                  aria-label={`Untie from: ${claim.sentence}`}
                  onClick={() => decisions.untie(entry, claim)}
                >
                  Untie
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {mayDecide && choosing ? (
        <div className="mt-3">
          {statement ? null : (
            <p className="mb-2 text-small text-muted">Choosing a claim accepts the suggestion too.</p>
          )}
          <ClaimPicker
            key={entry.key}
            id={CLAIM_SEARCH_ID}
            words={wordsIn(index, entry.content)}
            actorId={statement?.actor.id ?? suggestion?.actor?.id ?? null}
            tied={tied.map((claim) => claim.id)}
            disabled={busy}
            onPick={(claim) => decisions.tie(entry, claim)}
          />
        </div>
      ) : null}
      {mayDecide && !choosing ? (
        <Button
          size="small"
          className="mt-2"
          disabled={busy}
          aria-keyshortcuts="c"
          onClick={() => dispatch({ type: "claiming", on: true })}
        >
          {tied.length === 0 ? "Tie to a claim" : "Tie to another claim"} <KeyHint command="claim" />
        </Button>
      ) : null}
    </section>
  );
}

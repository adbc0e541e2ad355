"use client";

import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { DuplicateSide, DuplicatePair as Pair } from "#lib/actor/duplicates.server.ts";
import { counted } from "../claim/travel.tsx";
import { asSentence, lastWords, pairKey, pairTitle } from "./duplicate-words.ts";
import type { DuplicateDecision } from "./use-duplicates.ts";
import { ACTOR_KIND_WORDS } from "./words.ts";

interface DuplicatePairProps {
  readonly pair: Pair;
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: DuplicateDecision) => void;
}

/** Two records side by side, why they may be one, and the three ways to decide it. */
export function DuplicatePair({ pair, mayDecide, busy, onDecide }: DuplicatePairProps) {
  const id = useId();
  const [reason, setReason] = useState("");
  const { one, other } = pair;
  const merge = (actor: DuplicateSide, into: DuplicateSide) =>
    onDecide({
      request: {
        action: "merge-actors",
        input: {
          actorId: actor.id,
          version: actor.version,
          intoId: into.id,
          intoVersion: into.version,
          reason,
        },
      },
      done: `${actor.name} is merged into ${into.name}.`,
      wanted: `merge ${actor.name} into ${into.name}`,
      pair: pairKey(pair),
    });
  const tellApart = () =>
    onDecide({
      request: { action: "distinguish-actors", input: { oneId: one.id, otherId: other.id, reason } },
      done: `${one.name} and ${other.name} are not the same.`,
      wanted: `tell ${one.name} and ${other.name} apart`,
      pair: pairKey(pair),
    });
  return (
    <article aria-labelledby={id}>
      <h3 id={id} className="sr-only">
        {pairTitle(pair)}
      </h3>
      <ul className="mb-3 max-w-measure">
        {pair.reasons.length === 0 ? <li className="text-muted">Nothing says that they are one.</li> : null}
        {pair.reasons.map((words) => (
          <li key={words}>{asSentence(words)}.</li>
        ))}
        {pair.cautions.map((words) => (
          <li key={words}>
            <Tag tone="accent">but</Tag> {words}.
          </li>
        ))}
      </ul>
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        <Side side={one} choice="first" mayDecide={mayDecide} busy={busy} onKeep={() => merge(other, one)} />
        <Side
          side={other}
          choice="second"
          mayDecide={mayDecide}
          busy={busy}
          onKeep={() => merge(one, other)}
        />
      </div>
      {mayDecide ? (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            size="small"
            data-choice="apart"
            aria-keyshortcuts="x"
            disabled={busy}
            focusableWhenDisabled
            onClick={tellApart}
          >
            Not the same <span className="sr-only">: {pairTitle(pair)}</span>
            <KeyHint>x</KeyHint>
          </Button>
          <div className="flex basis-full items-center gap-2 sm:max-w-md sm:flex-1 sm:basis-auto">
            <label htmlFor={`${id}-reason`} className="shrink-0 text-small text-muted">
              Reason, if you like
            </label>
            <Input
              id={`${id}-reason`}
              value={reason}
              maxLength={500}
              className="h-7 text-small"
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        </div>
      ) : null}
    </article>
  );
}

interface SideProps {
  readonly side: DuplicateSide;
  readonly choice: "first" | "second";
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onKeep: () => void;
}

function Side({ side, choice, mayDecide, busy, onKeep }: SideProps) {
  const what = [ACTOR_KIND_WORDS[side.kind], side.description, side.partOf && `part of ${side.partOf}`];
  return (
    // A group, no landmark: one record may stand in several pairs.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div role="group" aria-label={side.name} className="flex min-w-0 flex-col gap-1.5 border-l pl-4">
      <p className="font-serif text-read leading-snug font-medium break-words">
        <a href={`/desk/actors/${side.id}`} className="quiet-link">
          {side.name}
        </a>{" "}
        {side.sample ? <Tag>sample</Tag> : null}
      </p>
      <p className="text-small break-words text-muted">{what.filter(Boolean).join(" · ")}</p>
      {side.names.length > 0 ? (
        <p className="text-small break-words">
          <span className="text-muted">also </span>
          {side.names.join(" · ")}
        </p>
      ) : null}
      {side.last ? (
        <div className="text-small">
          <p className="text-muted">
            {counted(side.statements, "statement")}, the last{" "}
            <a href={`/desk/articles/${side.last.articleId}`}>{lastWords(side.last)}</a>
          </p>
          <p className="quotation line-clamp-3 text-base">{side.last.words}</p>
        </div>
      ) : (
        <p className="text-small text-muted">No statement is attributed to it.</p>
      )}
      {mayDecide ? (
        <Button
          size="small"
          className="mt-auto self-start"
          data-choice={choice}
          aria-keyshortcuts={choice === "first" ? "1" : "2"}
          disabled={busy}
          focusableWhenDisabled
          onClick={onKeep}
        >
          Merge into this one<span className="sr-only">: {side.name}</span>
          <KeyHint>{choice === "first" ? "1" : "2"}</KeyHint>
        </Button>
      ) : null}
    </div>
  );
}

function KeyHint({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className="text-micro font-normal opacity-70 max-md:hidden">
      {children}
    </span>
  );
}

"use client";

import { useEffect, useId, useRef, useState } from "react";
import { useRead } from "#components/desk/use-read.ts";
import { STANCE_VERBS } from "#components/statement/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Input, Textarea } from "#components/ui/input.tsx";
import type { ClaimCandidate } from "#lib/claim/candidates.server.ts";
import { STANCES, type Stance } from "#lib/statement/stance.ts";

/** A claim as chosen: one on record or a new sentence. */
export interface PickedClaim {
  readonly claim: { readonly id: string } | { readonly sentence: string };
  readonly sentence: string;
  readonly stance: Stance;
}

interface ClaimPickerProps {
  /** Words of the passage and who speaks: what claims on record are compared with. */
  readonly words: string;
  readonly actorId: string | null;
  /** Claims it is tied to already: not offered again. */
  readonly tied: readonly string[];
  readonly onPick: (claim: PickedClaim) => void;
  /** Id of the field that takes the focus when a claim is asked for. */
  readonly id: string;
  readonly disabled: boolean;
}

const SHORTEST = 8;

/** Offers claims on record like a passage, finds others, or takes a new sentence; with a stance. */
export function ClaimPicker({ words, actorId, tied, onPick, id, disabled }: ClaimPickerProps) {
  const [stance, setStance] = useState<Stance>("asserts");
  const [typed, setTyped] = useState("");
  const [sentence, setSentence] = useState<string | null>(null);
  const name = useId();
  const found = useRef<HTMLUListElement>(null);
  const written = useRef<HTMLTextAreaElement>(null);
  const writing = sentence !== null;
  // Without the focus the sentence would be typed into the keys that decide.
  useEffect(() => {
    if (writing) written.current?.focus();
  }, [writing]);
  const query = typed.trim();
  const asked = new URLSearchParams(
    query === "" ? { words, ...(actorId === null ? {} : { actor: actorId }) } : { words: query },
  );
  const { answer, problem, reading } = useRead<readonly ClaimCandidate[]>(`/api/desk/find/claims?${asked}`);
  const offered = (answer ?? []).filter((claim) => !tied.includes(claim.id));
  const tooShort = sentence !== null && sentence.trim().length < SHORTEST;
  return (
    <div className="grid gap-3">
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        <legend className="sr-only">How the statement stands to the claim</legend>
        {STANCES.map((one) => (
          <label key={one} className="flex items-center gap-1.5 py-0.5">
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === stance}
              onChange={() => setStance(one)}
              className="accent-(--accent)"
            />
            {STANCE_VERBS[one]}
          </label>
        ))}
      </fieldset>
      <Input
        id={id}
        type="search"
        aria-label="Search claims on record"
        placeholder="Search claims on record"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          found.current?.querySelector("button")?.focus();
        }}
        className="h-8 text-small"
      />
      {problem ? <p className="text-small text-accent">! {problem}</p> : null}
      {offered.length > 0 ? (
        <ul
          ref={found}
          aria-label={query === "" ? "Claims like this passage" : "Claims found"}
          aria-busy={reading}
        >
          {offered.map((claim) => (
            <li key={claim.id} className="border-t py-2 first:border-t-0 first:pt-0">
              <p id={`${id}-${claim.id}`} className="font-serif text-base">
                {claim.sentence}
              </p>
              <p className="mt-0.5 text-micro text-muted">
                {[
                  claim.reason,
                  `likeness ${claim.score.toFixed(2).replace(/^0/, "")}`,
                  claim.outlets === 0
                    ? "no outlet yet"
                    : claim.outlets === 1
                      ? "1 outlet"
                      : `${claim.outlets} outlets`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              <Button
                size="small"
                className="mt-1.5"
                disabled={disabled}
                aria-describedby={`${id}-${claim.id}`}
                onClick={() => onPick({ claim: { id: claim.id }, sentence: claim.sentence, stance })}
              >
                It {STANCE_VERBS[stance]} this
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-small text-muted">
          {reading || answer === null
            ? "Looking for claims like it …"
            : query === ""
              ? "No claim on record is like this passage."
              : "No claim on record has these words."}
        </p>
      )}
      {sentence === null ? (
        <Button size="small" look="quiet" className="justify-self-start" onClick={() => setSentence(query)}>
          New claim …
        </Button>
      ) : (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const whole = sentence.trim();
            if (whole.length >= SHORTEST) onPick({ claim: { sentence: whole }, sentence: whole, stance });
          }}
        >
          <label htmlFor={`${id}-sentence`} className="text-small font-medium">
            New claim, as one neutral sentence
          </label>
          <Textarea
            id={`${id}-sentence`}
            value={sentence}
            maxLength={500}
            ref={written}
            aria-describedby={`${id}-sentence-hint`}
            onChange={(event) => setSentence(event.target.value)}
            className="min-h-20 font-serif"
          />
          <p id={`${id}-sentence-hint`} className="text-micro text-muted">
            What would have to be so for it to hold, without “said” and without judging it.
          </p>
          <div className="flex gap-2">
            <Button type="submit" size="small" disabled={disabled || tooShort}>
              It {STANCE_VERBS[stance]} this
            </Button>
            <Button size="small" look="quiet" onClick={() => setSentence(null)}>
              Leave it
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

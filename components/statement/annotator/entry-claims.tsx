"use client";

import { ClaimPicker } from "#components/claim/picker.tsx";
import { STANCE_VERBS } from "#components/statement/words.ts";
import { Button } from "#components/ui/button.tsx";
import { NativeSelect } from "#components/ui/input.tsx";
import { STANCES } from "#lib/statement/stance.ts";
import { useDeskContext } from "./desk-context.ts";
import type { Entry } from "./entry.ts";
import { KeyHint } from "./key-hint.tsx";
import { wordsIn } from "./passage-words.ts";

export const CLAIM_SEARCH_ID = "search-claims";

/** The claims a statement is tied to, and how it stands to each. */
export function Claims({ entry }: { readonly entry: Entry }) {
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

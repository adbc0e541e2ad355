"use client";

import { ACTOR_KIND_WORDS } from "#components/actor/words.ts";
import { Button } from "#components/ui/button.tsx";
import { actorOf, alternativesOf, mayBePlace, othersOfChain, othersToFollow } from "./chain.ts";
import { useDeskContext } from "./desk-context.ts";
import type { Entry } from "./entry.ts";
import { KeyHint } from "./key-hint.tsx";
import { LONG_BUTTON, TEXT_BUTTON } from "./long-button.ts";

/** Who speaks and why, who else it may be, and what that means for the other mentions of the same one. */
export function Who({ entry }: { readonly entry: Entry }) {
  const { suggestion } = entry;
  const actor = actorOf(entry);
  const asSuggested = suggestion?.actor?.id === actor?.id;
  return (
    <>
      {actor ? (
        actor.name
      ) : (
        <span className="border-b border-dashed border-accent">
          {suggestion?.proposedActor ? `${suggestion.proposedActor}: not on record` : "nobody on record fits"}
        </span>
      )}
      {suggestion?.actorReason && asSuggested ? (
        <span className="block text-muted">{suggestion.actorReason}</span>
      ) : null}
      {suggestion?.chosenByEditor && asSuggested ? (
        <span className="block text-muted">chosen by an editor for this chain of mentions</span>
      ) : null}
      <Proposal entry={entry} />
      <Alternatives entry={entry} />
      <Chain entry={entry} />
    </>
  );
}

/** What the text says about somebody new: what the form begins with. */
function Proposal({ entry: { suggestion, statement } }: { readonly entry: Entry }) {
  if (statement || !suggestion?.proposal) return null;
  const { kind, description } = suggestion.proposal;
  return (
    <span className="block text-muted">
      {ACTOR_KIND_WORDS[kind]}
      {description ? `, “${description}” in the text` : ""}
    </span>
  );
}

function Alternatives({ entry }: { readonly entry: Entry }) {
  const { entries, mayDecide, decisions, state } = useDeskContext();
  const others = alternativesOf(entry, entries);
  const decidable = entry.state === "open" || entry.statement !== null;
  if (others.length === 0 || !decidable) return null;
  const busy = state.queue.some((write) => write.entry === entry.key);
  return (
    <section aria-label="Or somebody else" className="mt-2">
      <p className="text-muted">{entry.statement ? "May also be" : "Or accept with"}</p>
      <ol className="mt-0.5">
        {others.map(({ actor, reason }, at) => (
          <li key={actor.id} className="border-l pl-2">
            {mayDecide ? (
              <Button
                size="small"
                look="quiet"
                className={`px-0 ${LONG_BUTTON}`}
                disabled={busy}
                aria-keyshortcuts={String(at + 1)}
                aria-describedby={`candidate-${at}`}
                onClick={() => decisions.takeActor(entry, actor)}
              >
                {actor.name}
                <span aria-hidden="true" className="text-micro font-normal opacity-70 max-md:hidden">
                  {at + 1}
                </span>
              </Button>
            ) : (
              actor.name
            )}
            <span id={`candidate-${at}`} className="block text-muted">
              {reason}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The other mentions in this article that stand for the same one; never the same words elsewhere. */
function Chain({ entry }: { readonly entry: Entry }) {
  const { entries, mayDecide, decisions, state } = useDeskContext();
  const others = othersOfChain(entry, entries);
  if (others.length === 0) return null;
  const busy = state.queue.length > 0;
  const follow = othersToFollow(entry, entries);
  const actor = actorOf(entry);
  const count = (n: number) => (n === 1 ? "1 other" : `${n} others`);
  return (
    <section aria-label="The same one in this article" className="mt-2">
      <p className="text-muted">
        {others.length === 1
          ? "1 more mention in this article stands for the same one."
          : `${others.length} more mentions in this article stand for the same one.`}
      </p>
      {mayDecide && actor && follow.length > 0 ? (
        <Button
          size="small"
          className={`mt-1 ${LONG_BUTTON}`}
          disabled={busy}
          aria-keyshortcuts="o"
          onClick={() => decisions.followChain(entry)}
        >
          {actor.name} also for the {count(follow.length)} of this chain <KeyHint command="chain" />
        </Button>
      ) : null}
      {mayDecide && mayBePlace(entry) && (entry.state === "open" || entry.statement) ? (
        <Button
          size="small"
          look="quiet"
          className={`mt-1 px-0 ${TEXT_BUTTON}`}
          disabled={busy}
          onClick={() => decisions.nobodySpeaks(entry)}
        >
          Only a place, nobody speaks: reject all {others.length + 1} of this chain
        </Button>
      ) : null}
    </section>
  );
}

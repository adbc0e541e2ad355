"use client";

import { Button } from "#components/ui/button.tsx";
import type { CurrentDistinction, CurrentMerge } from "#lib/actor/merge-read.server.ts";
import { momentWords } from "#lib/article/date-words.ts";
import type { DuplicateDecision } from "./use-duplicates.ts";

interface DecidedProps {
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: DuplicateDecision) => Promise<boolean>;
}

/** Merges that hold, each with the way to split it. */
export function MergeList({
  merges,
  mayDecide,
  busy,
  onDecide,
}: DecidedProps & { readonly merges: readonly CurrentMerge[] }) {
  return (
    <section aria-labelledby="merges" className="mt-12">
      <h2 id="merges" className="rubric mb-1">
        Merged <span className="font-normal">{merges.length}</span>
      </h2>
      {merges.length === 0 ? (
        <p className="border-t py-4 text-muted">No record is merged into another.</p>
      ) : null}
      <ul className="divide-y border-y empty:hidden">
        {merges.map((merge) => (
          <Row
            key={merge.id}
            decision={merge}
            button={
              mayDecide
                ? {
                    words: "Split",
                    about: `${merge.actor.name} from ${merge.into.name}`,
                    busy,
                    onClick: () =>
                      void onDecide({
                        request: {
                          action: "split-actors",
                          input: { mergeId: merge.id, version: merge.version },
                        },
                        done: `${merge.actor.name} stands for itself again.`,
                        wanted: `split ${merge.actor.name} from ${merge.into.name}`,
                      }),
                  }
                : null
            }
          >
            <ActorLink actor={merge.actor} own /> <span className="text-muted">into</span>{" "}
            <ActorLink actor={merge.into} />
            {merge.canonical.id === merge.into.id ? null : (
              <span className="text-muted">
                , which leads to <ActorLink actor={merge.canonical} />
              </span>
            )}
          </Row>
        ))}
      </ul>
    </section>
  );
}

/** Pairs that are told apart, each with the way to take that back. */
export function DistinctionList({
  distinctions,
  mayDecide,
  busy,
  onDecide,
}: DecidedProps & { readonly distinctions: readonly CurrentDistinction[] }) {
  if (distinctions.length === 0) return null;
  return (
    <section aria-labelledby="apart" className="mt-12">
      <h2 id="apart" className="rubric mb-1">
        Not the same <span className="font-normal">{distinctions.length}</span>
      </h2>
      <ul className="divide-y border-y">
        {distinctions.map((apart) => (
          <Row
            key={apart.id}
            decision={apart}
            button={
              mayDecide
                ? {
                    words: "Take back",
                    about: `that ${apart.one.name} and ${apart.other.name} are not the same`,
                    busy,
                    onClick: () =>
                      void onDecide({
                        request: {
                          action: "retract-distinction",
                          input: { distinctionId: apart.id, version: apart.version },
                        },
                        done: `${apart.one.name} and ${apart.other.name} may be the same again.`,
                        wanted: "take it back",
                      }),
                  }
                : null
            }
          >
            <ActorLink actor={apart.one} own /> <span className="text-muted">and</span>{" "}
            <ActorLink actor={apart.other} own />
          </Row>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly decision: {
    readonly reason: string | null;
    readonly by: string | null;
    readonly at: string | null;
  };
  readonly button: {
    readonly words: string;
    readonly about: string;
    readonly busy: boolean;
    readonly onClick: () => void;
  } | null;
  readonly children: React.ReactNode;
}

function Row({ decision: { reason, by, at }, button, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-2.5">
      <div className="min-w-0">
        <p className="break-words">{children}</p>
        <p className="text-small break-words text-muted">
          {[reason, by, at && momentWords(new Date(at))].filter(Boolean).join(" · ")}
        </p>
      </div>
      {button ? (
        <Button size="small" disabled={button.busy} focusableWhenDisabled onClick={button.onClick}>
          {button.words}
          <span className="sr-only"> {button.about}</span>
        </Button>
      ) : null}
    </li>
  );
}

/** `own`: to the record itself, also while another stands for it. */
function ActorLink({
  actor,
  own = false,
}: {
  readonly actor: { readonly id: string; readonly name: string };
  readonly own?: boolean;
}) {
  return (
    <a
      href={`/desk/actors/${actor.id}${own ? "?record=own" : ""}`}
      className="quiet-link font-serif text-read"
    >
      {actor.name}
    </a>
  );
}

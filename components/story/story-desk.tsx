"use client";

import { useRef } from "react";
import { DecisionProblem } from "#components/desk/decision-problem.tsx";
import { KeyLine } from "#components/desk/key-line.tsx";
import { useDecisions } from "#components/desk/use-decisions.ts";
import { Empty } from "#components/site/notices.tsx";
import type { Stories } from "#lib/story/read.server.ts";
import { PlaceArticle, type PlacedArticle } from "./place-article.tsx";
import { sideWords } from "./side-words.ts";
import { StoryList } from "./story-list.tsx";
import { noneDecided } from "./story-words.ts";

interface StoryDeskProps {
  readonly stories: Stories;
  /** An article an editor wants to put into a story. */
  readonly placed: PlacedArticle | null;
  /** False for readers: no control that writes is there for them. */
  readonly mayDecide: boolean;
}

/** Proposals first, then what was decided. */
export function StoryDesk({ stories, placed, mayDecide }: StoryDeskProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { busy, problem, decide, undoLast } = useDecisions(sideWords);
  const { proposed, decided, more } = stories;
  const list = {
    mayDecide,
    busy,
    onDecide: decide,
    onUndo: undoLast,
    onEmpty: () => heading.current?.focus(),
  };
  return (
    <>
      <DecisionProblem problem={problem} />
      {placed ? <PlaceArticle article={placed} mayDecide={mayDecide} busy={busy} onDecide={decide} /> : null}
      <section aria-labelledby="proposed" className="mt-8">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8">
          <h2 id="proposed" ref={heading} tabIndex={-1} className="rubric mb-1 outline-none">
            Proposed <span className="font-normal">{countWords(proposed.length, more.proposed)}</span>
          </h2>
          {mayDecide && proposed.length > 0 ? <KeyLine what="an article" keys={KEYS} /> : null}
        </div>
        <StoryList stories={proposed} {...list} />
        {proposed.length > 0 ? null : (
          <Empty title="No story waits for you.">
            Two articles about one event appear here as soon as the second comes in.
          </Empty>
        )}
      </section>
      <section aria-labelledby="decided" className="mt-12">
        <h2 id="decided" className="rubric mb-1">
          Decided <span className="font-normal">{countWords(decided.length, more.decided)}</span>
        </h2>
        <StoryList stories={decided} {...list} />
        {decided.length > 0 ? null : <p className="border-t py-4 text-muted">{noneDecided(proposed)}</p>}
      </section>
    </>
  );
}

const countWords = (shown: number, more: boolean) => (more ? `the newest ${shown}` : String(shown));

const KEYS = [
  ["j k", "next, previous"],
  ["a", "accept"],
  ["A", "accept all of the story"],
  ["x", "reject, take out"],
  ["m", "move"],
  ["u", "undo"],
] as const;

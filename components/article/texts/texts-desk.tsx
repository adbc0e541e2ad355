"use client";

import { useRef } from "react";
import { DecisionProblem } from "#components/desk/decision-problem.tsx";
import { KeyLine } from "#components/desk/key-line.tsx";
import { useDecisions } from "#components/desk/use-decisions.ts";
import type { ArticleTexts } from "#lib/desk/article-texts.ts";
import { OutletChanges } from "./outlet-changes.tsx";
import { WaitingList } from "./waiting-list.tsx";
import { theirsWords } from "./words.ts";

interface TextsDeskProps {
  readonly texts: Omit<ArticleTexts, "compared">;
  /** False for readers, and for a deleted article: no control that writes is there for them. */
  readonly mayDecide: boolean;
}

/** What waits because an article's text was changed: statements first, then the outlet's changes. */
export function TextsDesk({ texts, mayDecide }: TextsDeskProps) {
  const { articleId, waiting, changes, revisions, outlet } = texts;
  const heading = useRef<HTMLHeadingElement>(null);
  const { busy, problem, decide, undoLast } = useDecisions(theirsWords);
  const languageOf = (revision: number) =>
    revisions.find(({ number }) => number === revision)?.language ?? null;
  return (
    <>
      <DecisionProblem problem={problem} />
      <section aria-labelledby="waiting" className="mt-8">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8">
          <h2 id="waiting" ref={heading} tabIndex={-1} className="rubric mb-1 outline-none">
            Statements to look at <span className="font-normal">{waiting.length}</span>
          </h2>
          {mayDecide && waiting.length > 0 ? <KeyLine what="a statement" keys={KEYS} /> : null}
        </div>
        <WaitingList
          articleId={articleId}
          waiting={waiting}
          languageOf={languageOf}
          mayDecide={mayDecide}
          busy={busy}
          onDecide={decide}
          onUndo={undoLast}
          onEmpty={() => heading.current?.focus()}
        />
        {waiting.length > 0 ? null : (
          <p className="border-t py-4 text-muted">
            No statement waits for you: each one stands in this text or an earlier one.
          </p>
        )}
      </section>
      {changes.length === 0 ? null : (
        <section aria-labelledby="changes" className="mt-10">
          <h2 id="changes" className="rubric mb-1">
            Changed by the outlet <span className="font-normal">{changes.length}</span>
          </h2>
          <OutletChanges
            articleId={articleId}
            outlet={outlet}
            changes={changes}
            mayDecide={mayDecide}
            busy={busy}
            onDecide={decide}
          />
        </section>
      )}
    </>
  );
}

const KEYS = [
  ["j k", "next, previous"],
  ["a", "place here"],
  ["1–9", "choose a place"],
  ["l", "not in the text"],
  ["m", "mark by hand"],
  ["u", "undo"],
] as const;

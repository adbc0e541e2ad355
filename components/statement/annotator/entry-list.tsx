"use client";

import { CheckIcon, PlusIcon, RotateCcwIcon, XIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Input } from "#components/ui/input.tsx";
import { inLanguage } from "#lib/text/direction.ts";
import { useDeskContext } from "./desk-context.ts";
import { type Entry, isFound, isQuiet, progressOf, stepFrom } from "./entry.ts";
import { KeyHint } from "./key-hint.tsx";
import { wordsIn } from "./passage-words.ts";
import { lessCertainWords, sureFigure, sureWords } from "./sure-words.ts";

export const SEARCH_ID = "search-statements";

const STATE_WORDS = {
  open: "to decide",
  accepted: "accepted",
  added: "added by hand",
  rejected: "rejected",
  takenBack: "taken back",
} as const;

/** Statements and suggestions in reading order: one line each, the chosen one marked. */
export function EntryList() {
  const { state, dispatch, shown: listed, current, index } = useDeskContext();
  const list = useRef<HTMLOListElement>(null);
  const shown = state.query.trim()
    ? listed.filter((entry) => isFound(entry, wordsIn(index, entry.content), state.query))
    : listed;
  const key = current?.key ?? null;

  useEffect(() => {
    const line = key === null ? null : list.current?.querySelector(`[data-key="${key}"]`);
    const column = line?.closest<HTMLElement>("aside");
    if (line && column) bringIntoView(column, line);
  }, [key]);

  const onKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    const next = stepFrom(shown, key, by);
    dispatch({ type: "select", key: next });
    list.current?.querySelector<HTMLElement>(`[data-key="${next}"]`)?.focus();
  };

  return (
    <>
      <Input
        id={SEARCH_ID}
        type="search"
        aria-label="Search statements and suggestions"
        placeholder="Search  /"
        value={state.query}
        onChange={(event) => dispatch({ type: "query", query: event.target.value })}
        className="h-8 text-small"
      />
      {shown.length === 0 ? (
        <p className="py-4 text-small text-muted">
          {listed.length === 0
            ? "Nothing suggested, nothing marked yet."
            : "Nothing in the list holds these words."}
        </p>
      ) : null}
      <ol ref={list} onKeyDown={onKey} className="mt-2">
        {shown.map((entry) => (
          <li key={entry.key} className="border-b">
            <Line
              entry={entry}
              number={listed.indexOf(entry) + 1}
              words={wordsIn(index, entry.content)}
              language={state.article.revision.language}
              current={entry.key === key}
              // One stop for the Tab key; the arrow keys go on from there.
              reachable={
                entry.key === key || (shown.every((other) => other.key !== key) && entry === shown[0])
              }
              onChoose={() => dispatch({ type: "select", key: entry.key, sheet: "panel" })}
            />
          </li>
        ))}
      </ol>
      <LessCertain />
    </>
  );
}

/** What the list leaves out, and the button that shows it. Nothing where nothing is less certain. */
export function LessCertain() {
  const { state, entries, showLessCertain } = useDeskContext();
  const { lessCertain: count } = progressOf(entries);
  if (count === 0) return null;
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-2 py-2 pl-2 text-small text-muted">
      <span>{lessCertainWords(count, state.lessCertain)}</span>
      <Button
        size="small"
        look="quiet"
        aria-keyshortcuts="m"
        onClick={() => showLessCertain(!state.lessCertain)}
      >
        {state.lessCertain ? "hide" : "show"}
        <span className="sr-only"> the {count} less certain</span> <KeyHint command="lessCertain" />
      </Button>
    </p>
  );
}

interface LineProps {
  readonly entry: Entry;
  readonly number: number;
  readonly words: string;
  readonly language: string | null;
  readonly current: boolean;
  readonly reachable: boolean;
  readonly onChoose: () => void;
}

function Line({ entry, number, words, language, current, reachable, onChoose }: LineProps) {
  const { state, actorName, suggestion, statement } = entry;
  const gone = state === "rejected" || state === "takenBack";
  const claims = statement?.claims.length ?? 0;
  return (
    <button
      type="button"
      data-key={entry.key}
      tabIndex={reachable ? 0 : -1}
      aria-current={current ? "true" : undefined}
      onClick={onChoose}
      className={cn(
        "grid w-full cursor-pointer grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-1.5 border-l-2 border-transparent py-2 pr-1 pl-1.5 text-left hover:bg-raised",
        current && "border-accent bg-raised",
        current ? "forced-colors:border-l-[Highlight]" : "forced-colors:border-l-[Canvas]",
      )}
    >
      <span className="pt-px text-micro text-muted">{number}</span>
      <span className="min-w-0">
        <span className={cn("block text-small font-medium", gone && "text-muted line-through")}>
          {actorName ?? "Speaker not known"}
        </span>
        <span {...inLanguage(language)} className="line-clamp-2 text-start font-serif text-small text-muted">
          {words}
        </span>
        {claims > 0 ? (
          <span className="block text-micro text-muted">{claims === 1 ? "1 claim" : `${claims} claims`}</span>
        ) : null}
        {isQuiet(entry) ? <span className="block text-micro text-muted italic">less certain</span> : null}
      </span>
      <span className="flex items-start gap-1 pt-px text-micro text-muted">
        <StateMark state={state} confidence={suggestion?.confidence ?? null} />
        <span className="sr-only">{STATE_WORDS[state]}</span>
      </span>
    </button>
  );
}

function StateMark({
  state,
  confidence,
}: {
  readonly state: Entry["state"];
  readonly confidence: number | null;
}) {
  const look = { "aria-hidden": true, className: "mt-0.5 size-3.5" } as const;
  if (state === "accepted") return <CheckIcon {...look} />;
  if (state === "added") return <PlusIcon {...look} />;
  if (state === "rejected") return <XIcon {...look} />;
  if (state === "takenBack") return <RotateCcwIcon {...look} />;
  return (
    <span
      title={`The engine is ${sureWords(confidence ?? 0)}`}
      className="border-b border-dashed border-accent text-ink"
    >
      {sureFigure(confidence ?? 0)}
    </span>
  );
}

/** Scrolls a column, and nothing around it, until a line stands in it. */
function bringIntoView(column: HTMLElement, line: Element): void {
  const [frame, box] = [column.getBoundingClientRect(), line.getBoundingClientRect()];
  // What the page's foot may cover.
  const bottom = frame.bottom - (Number.parseFloat(getComputedStyle(column).scrollPaddingBottom) || 0);
  if (box.top < frame.top) column.scrollTop -= frame.top - box.top;
  else if (box.bottom > bottom) column.scrollTop += box.bottom - bottom;
}

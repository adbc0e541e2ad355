"use client";

import { XIcon } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { lookWords } from "#components/article/texts/words.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { DeskArticle, DeskPlacing } from "#lib/desk/desk-article.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { ArticleHead } from "./article-head.tsx";
import { alternativesOf } from "./chain.ts";
import { decisionsOn } from "./decisions.ts";
import { type Desk, DeskContext } from "./desk-context.ts";
import { draftOf, draftPlacing, newDraft, withRelay } from "./draft.ts";
import { DRAFT_ACTOR_ID, DraftForm } from "./draft-form.tsx";
import { type Entry, isQuiet, listed, progressOf, stepFrom } from "./entry.ts";
import { CLAIM_SEARCH_ID } from "./entry-claims.tsx";
import { EntryList, LessCertain, SEARCH_ID } from "./entry-list.tsx";
import { EntryPanel } from "./entry-panel.tsx";
import type { Command } from "./keys.ts";
import { DRAFT_ENTRY, draftMarks, marksOf } from "./marked-text.ts";
import { spansOfSelection, withPiece } from "./marking.ts";
import { Notices } from "./notices.tsx";
import { SelectionBar, type SelectionRole } from "./selection-bar.tsx";
import { entriesIn } from "./state.ts";
import { StatusBar } from "./status-bar.tsx";
import { selectedIn } from "./text-selection.ts";
import { TextView } from "./text-view.tsx";
import { useDesk } from "./use-desk.ts";
import { keepLessCertain, lessCertainHere, useKeySwitch, useKeys } from "./use-keys.ts";
import { useTextControl, useTextSelection } from "./use-text-selection.ts";
import { Windows } from "./windows.tsx";

interface AnnotatorProps {
  readonly article: DeskArticle;
  readonly viewerId: string;
  readonly mayDecide: boolean;
  /** A statement that waits in the changed text, to be marked by hand. */
  readonly placing?: DeskPlacing | null;
}

/** One article under review: its statements, its text with their marks, and the chosen one with what can be decided. */
export function Annotator({ article, viewerId, mayDecide, placing = null }: AnnotatorProps) {
  const [state, dispatch] = useDesk(article);
  const { draft, sheet } = state;
  const { text, parts } = state.article.revision;
  const index = useMemo(() => new CodePointIndex(text), [text]);
  const entries = useMemo(
    () => entriesIn({ article: state.article, queue: state.queue }),
    [state.article, state.queue],
  );
  const shown = useMemo(() => listed(entries, state.lessCertain), [entries, state.lessCertain]);
  const current = shown.find((entry) => entry.key === state.selected) ?? null;
  const counter = useRef(0);
  const decisions = decisionsOn({ state, dispatch, index, viewerId, number: () => ++counter.current });

  const root = useRef<HTMLElement>(null);
  const [wholeWords, setWholeWords] = useState(true);
  const selection = useTextSelection(root, index);
  const marks = useMemo(
    () =>
      draft
        ? [...marksOf(shown, null).filter((mark) => mark.entry !== draft.of?.key), ...draftMarks(draft)]
        : marksOf(shown, state.selected),
    [shown, state.selected, draft],
  );

  useEffect(() => {
    if (lessCertainHere()) dispatch({ type: "lessCertain", on: true });
  }, [dispatch]);
  useEffect(() => {
    if (!placing || !mayDecide) return;
    dispatch({ type: "draft", draft: draftPlacing(placing) });
    dispatch({ type: "sheet", sheet: "panel" });
  }, [dispatch, placing, mayDecide]);
  const showLessCertain = (on: boolean) => {
    keepLessCertain(on);
    const { lessCertain: count } = progressOf(entries);
    const said =
      count === 0 ? "Nothing is less certain" : `${count} less certain, ${on ? "shown" : "hidden"}`;
    dispatch({ type: "lessCertain", on, said });
  };

  const mark = (role: SelectionRole) => {
    if (!mayDecide) return;
    // Asked of the browser now: what was drawn for the bar may be a moment old.
    const selected = root.current && selectedIn(root.current, index);
    const spans = selected ? spansOfSelection(index, parts, selected, wholeWords) : [];
    const [first] = spans;
    if (!first) return dispatch({ type: "say", words: "Select words in the text first" });
    document.getSelection()?.removeAllRanges();
    if (draft === null) {
      dispatch({ type: "draft", draft: newDraft(spans) });
      dispatch({ type: "sheet", sheet: "panel" });
      dispatch({ type: "say", words: "New statement. Choose who speaks, or select its cue and speaker" });
      return;
    }
    if (role === "relay" && draft.placing) return;
    const next =
      role === "relay" ? withRelay(draft, first) : { ...draft, [role]: spans.reduce(withPiece, draft[role]) };
    dispatch({ type: "draft", draft: next });
    dispatch({ type: "say", words: `Marked as ${role === "content" ? "words" : role}` });
  };

  useTextControl(root, {
    index,
    from: index.toUtf16(current?.content[0]?.start ?? 0),
    // While words are being marked, a click in the text is a click in the text.
    onEntries: (keys) =>
      draft === null &&
      dispatch({ type: "select", key: nextOf(keys, shown, state.selected), sheet: "panel" }),
    onWords: (words) => dispatch({ type: "say", words }),
  });

  // While a form is open its own buttons decide, so that nothing half marked is left behind by a key.
  const free = mayDecide && draft === null;
  const run: Readonly<Record<Command, (key: string) => void>> = {
    next: () => dispatch({ type: "select", key: stepFrom(shown, state.selected, 1) }),
    previous: () => dispatch({ type: "select", key: stepFrom(shown, state.selected, -1) }),
    accept: () => current && free && decisions.accept(current),
    reject: () => current && free && decisions.reject(current),
    other: (key) => {
      const candidate = current && free && alternativesOf(current, entries)[Number(key) - 1];
      if (candidate) decisions.takeActor(current, candidate.actor);
    },
    chain: () => current && free && decisions.followChain(current),
    lessCertain: () => showLessCertain(!state.lessCertain),
    correct: () => {
      if (!current || !mayDecide) return;
      if (draft) return document.getElementById(DRAFT_ACTOR_ID)?.focus();
      if (current.state === "rejected" || current.state === "takenBack")
        return dispatch({ type: "say", words: "Undo that first" });
      dispatch({ type: "draft", draft: draftOf(current) });
      dispatch({ type: "sheet", sheet: "panel" });
    },
    claim: () => {
      if (!current || !mayDecide || draft) return;
      dispatch({ type: "claiming", on: true });
      setTimeout(() => document.getElementById(CLAIM_SEARCH_ID)?.focus());
    },
    undo: () => free && decisions.undoLast(),
    add: () => mark("content"),
    cue: () => draft && mark("cue"),
    speaker: () => draft && mark("speaker"),
    search: () => document.getElementById(SEARCH_ID)?.focus(),
    keys: () => dispatch({ type: "window", window: "keys" }),
    leave: () => {
      if (state.window) return;
      if (draft) dispatch({ type: "draft", draft: null });
      else if (state.claiming) dispatch({ type: "claiming", on: false });
      else if (sheet) dispatch({ type: "sheet", sheet: null });
    },
  };
  const [keysOn, switchKeys] = useKeySwitch();
  useKeys(keysOn, (command, key) => run[command](key));

  // The chosen words come into view; what the reader is reading does not jump when they are there already.
  const { selected } = state;
  useEffect(() => {
    const mark = selected && root.current?.querySelector(`[data-entry="${selected}"][data-role="content"]`);
    if (mark) mark.scrollIntoView({ block: "nearest" });
  }, [selected]);

  const unsaved = state.queue.length > 0 || draft !== null;
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  const desk: Desk = {
    state,
    dispatch,
    entries,
    shown,
    current,
    index,
    viewerId,
    mayDecide,
    decisions,
    showLessCertain,
  };
  const { open } = progressOf(entries);
  return (
    <DeskContext value={desk}>
      {/* Below a head that is in view the columns reach as far as it is high under the foot: they end, and scroll, above it. */}
      <div className="mx-auto grid max-w-[96rem] grid-cols-[minmax(0,1fr)] lg:min-h-[calc(100dvh-5.875rem)] lg:grid-cols-[15rem_minmax(0,1fr)_20rem] xl:grid-cols-[18rem_minmax(0,1fr)_24rem]">
        <aside
          aria-label="Statements and suggestions"
          className={cn(
            "px-4 pt-5 lg:sticky lg:top-0 lg:block lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:border-r lg:pb-16 lg:scroll-pb-16",
            "max-lg:fixed max-lg:inset-x-0 max-lg:bottom-12 max-lg:z-10 max-lg:max-h-[60dvh] max-lg:overflow-y-auto max-lg:border-t max-lg:bg-paper max-lg:pb-4",
            sheet !== "list" && "max-lg:hidden",
          )}
        >
          <div className="mb-2 flex items-baseline justify-between">
            <h2 className="rubric">Statements</h2>
            <span className="text-micro text-muted">{shown.length}</span>
          </div>
          <EntryList />
        </aside>

        <div className="relative mx-auto w-full max-w-[45rem] px-4 pt-6 pb-24 sm:px-8">
          <ArticleHead />
          <article
            ref={root}
            aria-label="Article text"
            data-under-review
            {...inLanguage(state.article.revision.language)}
            className="relative outline-offset-8 selection:bg-(--hit) focus-visible:outline-1"
          >
            <TextView
              index={index}
              parts={parts}
              marks={marks}
              current={draft ? DRAFT_ENTRY : state.selected}
            />
            {selection && mayDecide ? (
              <SelectionBar
                selection={selection}
                marking={draft !== null}
                relays={draft?.placing === undefined}
                wholeWords={wholeWords}
                onWholeWords={setWholeWords}
                onMark={mark}
              />
            ) : null}
          </article>
        </div>

        <aside
          aria-label="Chosen statement"
          className={cn(
            "px-4 pt-5 lg:sticky lg:top-0 lg:block lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:border-l lg:pb-20 lg:scroll-pb-16 xl:px-6",
            "max-lg:fixed max-lg:inset-x-0 max-lg:bottom-12 max-lg:z-10 max-lg:max-h-[60dvh] max-lg:overflow-y-auto max-lg:border-t max-lg:bg-paper max-lg:pb-4",
            sheet !== "panel" && "max-lg:hidden",
          )}
        >
          <Button
            look="quiet"
            size="icon"
            aria-label="Close"
            className="absolute top-3 right-3 lg:hidden"
            onClick={() => dispatch({ type: "sheet", sheet: null })}
          >
            <XIcon aria-hidden="true" className="size-4" />
          </Button>
          <Notices />
          {draft ? (
            <DraftForm draft={draft} />
          ) : current ? (
            <>
              {open === 0 && mayDecide ? <AllDecided article={state.article} /> : null}
              <EntryPanel entry={current} />
            </>
          ) : (
            <NothingYet desk={desk} />
          )}
        </aside>
      </div>
      <StatusBar />
      <p role="status" className="sr-only">
        {state.said}
      </p>
      <Windows keysOn={keysOn} onSwitchKeys={switchKeys} />
    </DeskContext>
  );
}

function AllDecided({ article }: { readonly article: DeskArticle }) {
  return (
    <p className="mb-4 border-b pb-3 text-small">
      {article.signedOff === null
        ? "Every suggestion is decided. Tie statements to claims, or sign off: only then is anything public."
        : article.changedSinceSignOff
          ? "Every suggestion is decided. The public sees the older state until you sign off again."
          : "Every suggestion is decided, and the public sees this state."}
    </p>
  );
}

/** The entry a click in the text means: the surest of those under it, and with each further click the next. */
function nextOf(keys: readonly string[], shown: readonly Entry[], selected: string | null): string | null {
  const under = keys.flatMap((key) => shown.find((entry) => entry.key === key) ?? []);
  const inOrder = [...under].sort((a, b) => Number(isQuiet(a)) - Number(isQuiet(b)));
  const at = inOrder.findIndex((entry) => entry.key === selected);
  return inOrder[(at + 1) % inOrder.length]?.key ?? selected;
}

function NothingYet({ desk: { entries, mayDecide, state, decisions } }: { readonly desk: Desk }) {
  const none = entries.length === 0;
  const { waiting, earlier } = state.article;
  if (none && waiting + earlier > 0)
    return (
      <div className="text-small text-muted">
        <h2 className="rubric">No statement in this text yet</h2>
        <p className="mt-2">
          {waiting > 0 ? `${lookWords(state.article)}.` : "What there is stands in an earlier text only."}{" "}
          <a href={`/desk/articles/${state.article.id}/texts`}>See the texts</a>
        </p>
      </div>
    );
  return (
    <div className="text-small text-muted">
      <h2 className="rubric">No statements</h2>
      <p className="mt-2">
        {none
          ? "The engine found nobody quoted in this text."
          : "The engine is sure of nobody quoted in this text."}
      </p>
      <LessCertain />
      {none && mayDecide && !state.article.readByOlderEngine ? (
        <Button
          size="small"
          className="mt-2"
          disabled={state.queue.length > 0}
          onClick={() => decisions.suggestAgain()}
        >
          Have it read again
        </Button>
      ) : null}
      {mayDecide ? (
        <p className="mt-2">
          If somebody is, select their words in the text and press <kbd>n</kbd>.
        </p>
      ) : null}
    </div>
  );
}

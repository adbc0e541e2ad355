"use client";

import { EllipsisIcon, ListIcon, PanelBottomIcon } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { surestOf } from "./decisions.ts";
import { useDeskContext } from "./desk-context.ts";
import { progressOf, progressWords, unprovedIn } from "./entry.ts";
import { KeyHint } from "./key-hint.tsx";
import { leftOutWords } from "./sure-words.ts";

const LEFT_OUT_ID = "left-out";

/** The foot of the page: how far the review is, when it was saved, and what ends it. One line on a phone too. */
export function StatusBar() {
  const { state, dispatch, entries, mayDecide, decisions } = useDeskContext();
  const { article, queue } = state;
  const progress = progressOf(entries);
  const surest = surestOf(entries);
  const sure = surest.together;
  // Beside "(1)" stand others above 90 % in the list: why they are not counted.
  const leftOut = leftOutWords(surest);
  // Also those in an earlier text, and those that wait: the window says what has to be looked at first.
  const signable = article.statements.length + article.earlier + article.waiting;
  const unproved = unprovedIn(article).length;
  const waits = article.waiting + unproved;
  const toLook = `${waits} to look at`;
  const progressed = [progressWords(progress), ...(unproved > 0 ? [toLook] : [])].join(" · ");
  // Asked for in colour when all is decided and the public does not see it yet.
  const ready =
    progress.open === 0 &&
    waits === 0 &&
    signable > 0 &&
    (article.signedOff === null || article.changedSinceSignOff);
  const history = () => dispatch({ type: "window", window: "history" });
  const showsSure = mayDecide && queue.length === 0 && sure.length > 0;
  return (
    <footer className="no-print sticky bottom-0 z-20 flex min-h-12 items-center max-lg:fixed max-lg:inset-x-0 gap-x-3 border-t bg-paper px-2 py-1.5 text-small sm:px-6">
      <SheetButtons />
      <p className="min-w-0 grow leading-tight lg:grow-0">
        <span className="max-lg:hidden">
          {entries.length > 0 ? progressed : waits > 0 ? toLook : "Nothing marked yet"}
        </span>
        <span className="lg:hidden">
          {progress.open > 0 ? `${progress.open} to go` : waits > 0 ? toLook : "all decided"}
        </span>
        <SavedWords />
      </p>
      {mayDecide && queue.length > 1 && state.stopped === null ? (
        <Button size="small" onClick={() => dispatch({ type: "stopAfterThis" })}>
          Stop
        </Button>
      ) : null}
      {showsSure ? (
        <div className="flex min-w-0 items-center max-lg:hidden">
          <Button
            size="small"
            look="quiet"
            className="shrink-0"
            {...(leftOut ? { title: leftOut, "aria-describedby": LEFT_OUT_ID } : {})}
            onClick={() => decisions.acceptAll(sure)}
          >
            Accept all above 90 % ({sure.length})
          </Button>
          {leftOut ? (
            // Where it has no room the button says it, when pointed at or read out.
            <span id={LEFT_OUT_ID} className="max-w-56 text-micro leading-tight text-muted max-xl:hidden">
              {leftOut}
            </span>
          ) : null}
        </div>
      ) : null}
      <div className="ml-auto flex items-center gap-1 max-lg:hidden">
        <Button size="small" look="quiet" onClick={history}>
          History ({article.history.length})
        </Button>
        {mayDecide ? (
          <Button
            size="small"
            look="quiet"
            disabled={queue.length > 0}
            aria-keyshortcuts="u"
            onClick={() => decisions.undoLast()}
          >
            Undo <KeyHint command="undo" />
          </Button>
        ) : null}
        <Button
          size="small"
          look="quiet"
          aria-keyshortcuts="?"
          onClick={() => dispatch({ type: "window", window: "keys" })}
        >
          Keys <KeyHint command="keys" />
        </Button>
      </div>
      <Menu>
        <MenuTrigger
          aria-label="More"
          className={buttonLook({ look: "quiet", size: "icon", className: "lg:hidden" })}
        >
          <EllipsisIcon aria-hidden="true" className="size-4" />
        </MenuTrigger>
        <MenuContent>
          {showsSure ? (
            <MenuItem onClick={() => decisions.acceptAll(sure)}>
              <span>
                Accept all above 90 % ({sure.length})
                {leftOut ? <span className="block max-w-60 text-micro text-muted">{leftOut}</span> : null}
              </span>
            </MenuItem>
          ) : null}
          {mayDecide ? <MenuItem onClick={() => decisions.undoLast()}>Undo my last decision</MenuItem> : null}
          <MenuItem onClick={history}>History ({article.history.length})</MenuItem>
        </MenuContent>
      </Menu>
      {mayDecide ? (
        <Button
          size="small"
          look={ready ? "primary" : "plain"}
          disabled={signable === 0 || queue.length > 0}
          onClick={() => dispatch({ type: "window", window: "signOff" })}
        >
          Sign off …
        </Button>
      ) : null}
    </footer>
  );
}

/** On a narrow screen list and panel come up from the foot, one at a time. */
function SheetButtons() {
  const { state, dispatch } = useDeskContext();
  const { sheet } = state;
  return (
    <div className="flex lg:hidden">
      <Button
        look="quiet"
        size="icon"
        aria-label="List of statements"
        aria-pressed={sheet === "list"}
        className="aria-pressed:bg-raised"
        onClick={() => dispatch({ type: "sheet", sheet: sheet === "list" ? null : "list" })}
      >
        <ListIcon aria-hidden="true" className="size-5" />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label="Chosen statement"
        aria-pressed={sheet === "panel"}
        className="aria-pressed:bg-raised"
        onClick={() => dispatch({ type: "sheet", sheet: sheet === "panel" ? null : "panel" })}
      >
        <PanelBottomIcon aria-hidden="true" className="size-5" />
      </Button>
    </div>
  );
}

function SavedWords() {
  const { queue, stopped, savedAt } = useDeskContext().state;
  const words =
    queue.length > 0
      ? stopped === null
        ? `saving ${queue.length} …`
        : `${queue.length} not saved`
      : savedAt === null
        ? null
        : `saved ${clockTime(savedAt)}`;
  if (words === null) return null;
  return (
    <span className="text-muted max-lg:block max-lg:text-micro">
      <span className="max-lg:hidden"> · </span>
      {words}
    </span>
  );
}

/** 10:42:07, by the reader's clock. */
function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB");
}

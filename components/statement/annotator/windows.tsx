"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "#components/ui/dialog.tsx";
import { ArticleWindow } from "./article-window.tsx";
import { useDeskContext } from "./desk-context.ts";
import { HistoryWindow } from "./history-window.tsx";
import { KeysWindow } from "./keys-window.tsx";
import { SignOffWindow } from "./sign-off-window.tsx";

interface WindowsProps {
  readonly keysOn: boolean;
  readonly onSwitchKeys: (on: boolean) => void;
}

/** The one window that is open over the page, if any. */
export function Windows({ keysOn, onSwitchKeys }: WindowsProps) {
  const { state, dispatch } = useDeskContext();
  return (
    <Dialog
      open={state.window !== null}
      onOpenChange={(open) => {
        if (!open) dispatch({ type: "window", window: null });
      }}
    >
      {state.window === "keys" ? <KeysWindow on={keysOn} onSwitch={onSwitchKeys} /> : null}
      {state.window === "history" ? <HistoryWindow /> : null}
      {state.window === "signOff" ? <SignOffWindow /> : null}
      {state.window === "article" ? <ArticleWindow /> : null}
      {state.window === "retract" ? <RetractWindow /> : null}
    </Dialog>
  );
}

function RetractWindow() {
  const { state, dispatch, decisions } = useDeskContext();
  return (
    <DialogContent
      title="Take out of the public pages"
      description="The article, and claims and actors nothing else leads to, leave the public pages at once. What was signed off stays in the history, and can be signed off again."
    >
      <div className="flex gap-2">
        <Button
          look="danger"
          disabled={state.queue.length > 0}
          onClick={() => {
            decisions.retract();
            dispatch({ type: "window", window: null });
          }}
        >
          Take out of public
        </Button>
        <DialogClose render={<Button look="quiet">Leave it public</Button>} />
      </div>
    </DialogContent>
  );
}

"use client";

import { DialogContent } from "#components/ui/dialog.tsx";
import { Checkbox } from "#components/ui/input.tsx";
import { KEY_LINES } from "./keys.ts";

interface KeysWindowProps {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Shows the keys, and switches those of one letter off for people whom they get in the way of. */
export function KeysWindow({ on, onSwitch }: KeysWindowProps) {
  return (
    <DialogContent title="Keys">
      <dl className="grid grid-cols-[4rem_1fr] gap-y-1.5">
        {KEY_LINES.map(({ keys, shown, words }) => (
          <div key={words} className="contents">
            <dt>
              {(shown ? [shown] : keys).map((key) => (
                <kbd key={key} className="rounded border border-edge px-1.5 font-sans text-small">
                  {key === "Escape" ? "Esc" : key}
                </kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        <dt>
          <kbd className="rounded border border-edge px-1.5 font-sans text-small">← →</kbd>
        </dt>
        <dd>In the text: select the word before or after; with Shift take more or fewer</dd>
        <dt>
          <kbd className="rounded border border-edge px-1.5 font-sans text-small">↑ ↓</kbd>
        </dt>
        <dd>In the list: the one before or after</dd>
      </dl>
      <label htmlFor="keys-on" className="mt-4 flex items-center gap-2 border-t pt-3">
        <Checkbox id="keys-on" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        Keys of one letter are on
      </label>
    </DialogContent>
  );
}

"use client";

import { useEffect, useState } from "react";
import { type Command, commandOf } from "./keys.ts";

const STORED = "on-record-keys";
const LESS_CERTAIN = "on-record-less-certain";

/** Whether keys of one letter are on: kept in the browser, on until someone switches them off. */
export function useKeySwitch(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(STORED) !== "off"), []);
  return [
    on,
    (next) => {
      localStorage.setItem(STORED, next ? "on" : "off");
      setOn(next);
    },
  ];
}

/** Whether this device shows less certain suggestions, as it was left. */
export function lessCertainHere(): boolean {
  return localStorage.getItem(LESS_CERTAIN) === "shown";
}

export function keepLessCertain(shown: boolean): void {
  localStorage.setItem(LESS_CERTAIN, shown ? "shown" : "hidden");
}

const TYPED_IN =
  "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=dialog], [role=listbox]";

/** Calls `run` for each key that is a command. */
export function useKeys(on: boolean, run: (command: Command, key: string) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const typing = event.target instanceof Element && event.target.closest(TYPED_IN) !== null;
      const command = commandOf(event, { typing, on });
      if (command === null) return;
      // Escape keeps its own meaning too: closing what the browser or a window has open.
      if (command !== "leave") event.preventDefault();
      run(command, event.key);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on, run]);
}

"use client";

import { createContext, type Dispatch, useContext } from "react";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import type { Decisions } from "./decisions.ts";
import type { Entry } from "./entry.ts";
import type { DeskEvent, DeskState } from "./state.ts";

/** What every part of the annotator knows. */
export interface Desk {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskEvent>;
  /** All there are, listed or not. */
  readonly entries: readonly Entry[];
  /** What the list, the text and the keys go through: without less certain suggestions, unless asked for. */
  readonly shown: readonly Entry[];
  readonly current: Entry | null;
  readonly index: CodePointIndex;
  readonly viewerId: string;
  /** False for readers: no control that writes is there for them. */
  readonly mayDecide: boolean;
  readonly decisions: Decisions;
  /** Shows or hides the less certain suggestions, and keeps that on this device. */
  readonly showLessCertain: (on: boolean) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDeskContext(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("A part of the annotator stands outside of it.");
  return desk;
}

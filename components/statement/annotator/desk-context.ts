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
  readonly entries: readonly Entry[];
  readonly current: Entry | null;
  readonly index: CodePointIndex;
  readonly viewerId: string;
  /** False for readers: no control that writes is there for them. */
  readonly mayDecide: boolean;
  readonly decisions: Decisions;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDeskContext(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("A part of the annotator stands outside of it.");
  return desk;
}

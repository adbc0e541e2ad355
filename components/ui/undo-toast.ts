"use client";

import { useCallback, useRef } from "react";
import { useToast } from "./toast.tsx";

export interface UndoOffer {
  /** Number of the decision that can be taken back. */
  readonly seq: string;
  readonly title: string;
  readonly undo: () => void;
}

const OFFER_MS = 12_000;
const idOf = (seq: string) => `undo-${seq}`;

/** Toasts that say what was decided and offer the way back. One is known by its decision: it goes once that is taken back. */
export function useUndoToasts() {
  const { add, close } = useToast();
  const offer = useCallback(
    ({ seq, title, undo }: UndoOffer) =>
      add({
        id: idOf(seq),
        title,
        timeout: OFFER_MS,
        actionProps: { children: "Undo", onClick: undo },
      }),
    [add],
  );
  const undoing = useRef(new Set<string>());
  /** Takes a decision back, once however often it is asked for, by whatever way; its toast goes. */
  const takeBack = useCallback(
    async (seq: string, work: () => Promise<boolean>): Promise<boolean> => {
      if (undoing.current.has(seq)) return false;
      undoing.current.add(seq);
      close(idOf(seq));
      return work().finally(() => undoing.current.delete(seq));
    },
    [close],
  );
  return { offer, takeBack };
}

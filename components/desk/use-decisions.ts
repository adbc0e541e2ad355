"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { useUndoToasts } from "#components/ui/undo-toast.ts";
import { DeskRefusal, type DeskRequest, deskWrite, sendDeskRequest } from "./request.ts";

/** One decision: what is sent, what is said when it is done, and how a conflict names it. Its door answers with `seq`. */
export interface PageDecision {
  readonly request: DeskRequest;
  readonly done: string;
  readonly wanted: string;
  /** What else the door's answer says, in words; null: nothing. */
  readonly also?: (answer: unknown) => string | null;
  /** Called when it is stored, and when it is taken back. */
  readonly onDone?: () => void;
  readonly onUndone?: () => void;
}

export interface DecisionProblem {
  readonly message: string;
  readonly wanted: string;
  /** The other side of a conflict, in words. */
  readonly theirs: string | null;
  readonly later: readonly { readonly seq: string; readonly by: string; readonly summary: string }[];
}

interface Done {
  readonly seq: string;
  readonly onUndone?: () => void;
}

/**
 * Sends a page's decisions one at a time, and reads the page again after each. Each can be taken back from its toast, the
 * last one with a key.
 * @param theirsWords says the other side of a conflict, as the page's doors tell it; null: there is nothing to set beside
 */
export function useDecisions<Theirs>(theirsWords: (theirs: Theirs) => string | null) {
  const router = useRouter();
  const { add } = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DecisionProblem | null>(null);
  const done = useRef<Done[]>([]);
  const { offer, takeBack } = useUndoToasts();
  /** Toasts outlive their page: then a refusal has no place on it. */
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  async function send(wanted: string, work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(problemIn(error, wanted, theirsWords));
      return false;
    } finally {
      setBusy(false);
      router.refresh();
    }
  }

  /** Where no answer came it is offered again. */
  function undo(seq: string, onUndone?: () => void): Promise<boolean> {
    return takeBack(seq, () => {
      done.current = done.current.filter((one) => one.seq !== seq);
      return send("undo it", async () => {
        try {
          await deskWrite("undo", { seq });
        } catch (error) {
          if (!isShown.current) add({ title: problemIn(error, "undo it", theirsWords).message });
          if (mayBeAskedAgain(error))
            offerUndo("It is not undone.", { seq, ...(onUndone ? { onUndone } : {}) });
          throw error;
        }
        onUndone?.();
        add({ title: "Undone." });
      });
    });
  }

  function offerUndo(title: string, decision: Done): void {
    const { seq, onUndone } = decision;
    done.current.push(decision);
    offer({ seq, title, undo: () => void undo(seq, onUndone) });
  }

  function decide({ request, done: said, wanted, also, onDone, onUndone }: PageDecision): Promise<boolean> {
    return send(wanted, async () => {
      const answer = (await sendDeskRequest(request)) as { seq: string };
      const { seq } = answer;
      onDone?.();
      offerUndo([said, also?.(answer)].filter(Boolean).join(" "), { seq, ...(onUndone ? { onUndone } : {}) });
    });
  }

  function undoLast(): void {
    const last = done.current.at(-1);
    if (last !== undefined && !busy) void undo(last.seq, last.onUndone);
  }

  return { busy, problem, decide, undo, undoLast };
}

/** No door has refused it. */
const mayBeAskedAgain = (error: unknown): boolean =>
  !(error instanceof DeskRefusal) || ["unreachable", "failed", "signedOut"].includes(error.code);

function problemIn<Theirs>(
  error: unknown,
  wanted: string,
  theirsWords: (theirs: Theirs) => string | null,
): DecisionProblem {
  if (!(error instanceof DeskRefusal))
    return { message: "It did not work. Try again.", wanted, theirs: null, later: [] };
  const { theirs, later = [] } = error.detail as {
    readonly theirs?: Theirs;
    readonly later?: DecisionProblem["later"];
  };
  const message =
    error.code === "signedOut"
      ? "You are signed out. Sign in in another tab, then try again."
      : error.message;
  return { message, wanted, theirs: theirs ? theirsWords(theirs) : null, later };
}

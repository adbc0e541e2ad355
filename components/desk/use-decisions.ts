"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
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

const TOAST_MS = 12_000;

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
  const done = useRef<{ readonly seq: string; readonly onUndone?: () => void }[]>([]);

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

  function undo(seq: string, onUndone?: () => void): Promise<boolean> {
    done.current = done.current.filter((one) => one.seq !== seq);
    return send("undo it", async () => {
      await deskWrite("undo", { seq });
      onUndone?.();
      add({ title: "Undone." });
    });
  }

  function decide({ request, done: said, wanted, also, onDone, onUndone }: PageDecision): Promise<boolean> {
    return send(wanted, async () => {
      const answer = (await sendDeskRequest(request)) as { seq: string };
      const { seq } = answer;
      onDone?.();
      done.current.push({ seq, ...(onUndone ? { onUndone } : {}) });
      add({
        title: [said, also?.(answer)].filter(Boolean).join(" "),
        timeout: TOAST_MS,
        actionProps: { children: "Undo", onClick: () => void undo(seq, onUndone) },
      });
    });
  }

  function undoLast(): void {
    const last = done.current.at(-1);
    if (last !== undefined && !busy) void undo(last.seq, last.onUndone);
  }

  return { busy, problem, decide, undo, undoLast };
}

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

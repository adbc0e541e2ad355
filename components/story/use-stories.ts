"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DeskRefusal, type DeskRequest, deskWrite, sendDeskRequest } from "#components/desk/request.ts";
import { useToast } from "#components/ui/toast.tsx";

/** One decision on a story: what is sent, what is said when it is done, and how a conflict names it. */
export interface StoryDecision {
  readonly request: DeskRequest;
  readonly done: string;
  readonly wanted: string;
}

export interface StoryProblem {
  readonly message: string;
  readonly wanted: string;
  /** The other side of a conflict, in words. */
  readonly theirs: string | null;
  readonly later: readonly { readonly seq: string; readonly by: string; readonly summary: string }[];
}

const TOAST_MS = 12_000;

/** Sends decisions one at a time; each can be taken back from its toast, the last one with a key. */
export function useStories() {
  const router = useRouter();
  const { add } = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<StoryProblem | null>(null);
  const done = useRef<string[]>([]);

  async function send(wanted: string, work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(problemIn(error, wanted));
      return false;
    } finally {
      setBusy(false);
      router.refresh();
    }
  }

  function undo(seq: string): Promise<boolean> {
    done.current = done.current.filter((one) => one !== seq);
    return send("undo it", async () => {
      await deskWrite("undo", { seq });
      add({ title: "Undone." });
    });
  }

  function decide({ request, done: said, wanted }: StoryDecision): Promise<boolean> {
    return send(wanted, async () => {
      const { seq } = (await sendDeskRequest(request)) as { seq: string };
      done.current.push(seq);
      add({
        title: said,
        timeout: TOAST_MS,
        actionProps: { children: "Undo", onClick: () => void undo(seq) },
      });
    });
  }

  function undoLast(): void {
    const last = done.current.at(-1);
    if (last !== undefined && !busy) void undo(last);
  }

  return { busy, problem, decide, undoLast };
}

function problemIn(error: unknown, wanted: string): StoryProblem {
  if (!(error instanceof DeskRefusal))
    return { message: "It did not work. Try again.", wanted, theirs: null, later: [] };
  const { theirs, later = [] } = error.detail as {
    readonly theirs?: { readonly article?: string; readonly story?: string; readonly state?: string };
    readonly later?: StoryProblem["later"];
  };
  const message =
    error.code === "signedOut"
      ? "You are signed out. Sign in in another tab, then try again."
      : error.message;
  return { message, wanted, theirs: theirs?.story ? sideWords(theirs) : null, later };
}

const STATES: Readonly<Record<string, string>> = {
  suggested: "proposed for",
  accepted: "in",
  rejected: "not in",
  removed: "no longer in",
};

/** "“Bridge closed” is in the story “The crack”". */
function sideWords({ article, story, state }: { article?: string; story?: string; state?: string }): string {
  return article && state ? `“${article}” is ${STATES[state] ?? "in"} the story “${story}”` : `“${story}”`;
}

"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DeskRefusal, type DeskRequest, deskWrite, sendDeskRequest } from "#components/desk/request.ts";
import { useToast } from "#components/ui/toast.tsx";
import { useUndoToasts } from "#components/ui/undo-toast.ts";

/** Sends a write about a feed, says what was done with a way back where there is one, and shows the list anew. */
export function useFeedWrite() {
  const router = useRouter();
  const { add } = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      router.refresh();
      return true;
    } catch (error) {
      setProblem(wordsOf(error));
      // What is on the page may be what stood in the way.
      router.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  }

  const { offer, withdraw } = useUndoToasts();
  const undoing = useRef(new Set<string>());

  /** A refusal is said in a toast: the feed has gone to another part of its list by what is taken back, or off it. */
  async function undo(seq: string): Promise<void> {
    if (undoing.current.has(seq)) return;
    undoing.current.add(seq);
    withdraw(seq);
    try {
      await deskWrite("undo", { seq });
      add({ title: "Undone" });
    } catch (error) {
      add({ title: wordsOf(error) });
    }
    undoing.current.delete(seq);
    router.refresh();
  }

  /** @param onDone told which feed it was */
  const write = (request: DeskRequest, said: string, onDone?: (feedId: string) => void) =>
    attempt(async () => {
      const done = (await sendDeskRequest(request)) as { readonly seq?: string; readonly feedId?: string };
      const { seq, feedId } = done;
      if (seq === undefined) add({ title: said });
      else offer({ seq, title: said, undo: () => void undo(seq) });
      if (feedId !== undefined) onDone?.(feedId);
    });

  return { busy, problem, write };
}

const wordsOf = (error: unknown): string =>
  error instanceof DeskRefusal ? error.message : "It did not work. Try again.";

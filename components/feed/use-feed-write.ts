"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DeskRefusal, type DeskRequest, deskWrite, sendDeskRequest } from "#components/desk/request.ts";
import { useToast } from "#components/ui/toast.tsx";

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
      setProblem(error instanceof DeskRefusal ? error.message : "It did not work. Try again.");
      // What is on the page may be what stood in the way.
      router.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  }

  const undo = (seq: string) =>
    attempt(async () => {
      await deskWrite("undo", { seq });
      add({ title: "Undone" });
    });

  /** @param onDone told which feed it was */
  const write = (request: DeskRequest, said: string, onDone?: (feedId: string) => void) =>
    attempt(async () => {
      const done = (await sendDeskRequest(request)) as { readonly seq?: string; readonly feedId?: string };
      const { seq, feedId } = done;
      add(
        seq === undefined
          ? { title: said }
          : { title: said, actionProps: { children: "Undo", onClick: () => void undo(seq) } },
      );
      if (feedId !== undefined) onDone?.(feedId);
    });

  return { busy, problem, write };
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  DeskRefusal,
  type DeskRequest,
  deskWrite,
  sendDeskRequest,
  wordsOf,
} from "#components/desk/request.ts";
import { useToast } from "#components/ui/toast.tsx";
import { useUndoToasts } from "#components/ui/undo-toast.ts";
import type { FeedListed } from "#lib/feed/list.server.ts";

/** A feed as somebody else has left it, told with the refusal of what was decided without knowing. */
export type Theirs = Pick<FeedListed, "title" | "outletId" | "state" | "version">;

/** A toast's usual time is short for a sentence that asks for something. */
const REFUSAL_MS = 12_000;

/**
 * Sends a write about a feed, says what was done with a way back where there is one, and shows the list anew.
 * @param toastAbout says a refusal in a toast about this, for one whose place may go with what stood in the way
 */
export function useFeedWrite(toastAbout?: string) {
  const router = useRouter();
  const { add } = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [theirs, setTheirs] = useState<Theirs>();

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      router.refresh();
      return true;
    } catch (error) {
      if (toastAbout === undefined) setProblem(wordsOf(error));
      else add({ title: wordsOf(error), description: toastAbout, timeout: REFUSAL_MS });
      const known = theirsIn(error);
      if (known) setTheirs(known);
      // What is on the page may be what stood in the way.
      router.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  }

  const { offer, takeBack } = useUndoToasts();

  /** A refusal is said in a toast: the feed has gone to another part of its list by what is taken back, or off it. */
  const undo = (seq: string): Promise<boolean> =>
    takeBack(seq, async () => {
      const refused = await deskWrite("undo", { seq }).then(() => null, wordsOf);
      add({ title: refused ?? "Undone" });
      router.refresh();
      return refused === null;
    });

  /** @param onDone told which feed it was */
  const write = (request: DeskRequest, said: string, onDone?: (feedId: string) => void) =>
    attempt(async () => {
      const done = (await sendDeskRequest(request)) as { readonly seq?: string; readonly feedId?: string };
      const { seq, feedId } = done;
      if (seq === undefined) add({ title: said });
      else offer({ seq, title: said, undo: () => void undo(seq) });
      if (feedId !== undefined) onDone?.(feedId);
    });

  return { busy, problem, theirs, write };
}

function theirsIn(error: unknown): Theirs | null {
  if (!(error instanceof DeskRefusal)) return null;
  const { theirs, version } = error.detail as { readonly theirs?: Theirs; readonly version?: number };
  return theirs && version !== undefined ? { ...theirs, version } : null;
}

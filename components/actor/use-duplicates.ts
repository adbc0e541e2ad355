"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { DeskRefusal, type DeskRequest, deskWrite, sendDeskRequest } from "#components/desk/request.ts";
import { useToast } from "#components/ui/toast.tsx";

/** One decision on two records: what is sent, and what is said when it is done. */
export interface DuplicateDecision {
  readonly request: DeskRequest;
  readonly done: string;
  /** The pair it decides: it leaves the list at once. */
  readonly pair?: string;
  /** What the editor wanted, for the notice of a conflict. */
  readonly wanted: string;
}

export interface DuplicateProblem {
  readonly message: string;
  readonly wanted: string;
  /** The other side of a conflict, where it is a merge. */
  readonly theirs: {
    readonly actor: { readonly name: string };
    readonly into: { readonly name: string };
    readonly by: string | null;
    readonly at: string | null;
  } | null;
  readonly later: readonly { readonly seq: string; readonly by: string; readonly summary: string }[];
}

const TOAST_MS = 12_000;

/** Pairs decided since `read` came from the server: the next reading knows them itself. */
interface DecidedSince {
  readonly read: unknown;
  readonly pairs: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Sends decisions on pairs one at a time; each can be taken back from its toast, the last one with a key.
 * @param read what the server gave last: another one with each reading
 */
export function useDuplicates(read: unknown) {
  const router = useRouter();
  const { add } = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DuplicateProblem | null>(null);
  const [since, setSince] = useState<DecidedSince>({ read, pairs: NONE });
  const decided = since.read === read ? since.pairs : NONE;
  const done = useRef<{ readonly seq: string; readonly pair?: string }[]>([]);

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

  const setPairs = (change: (pairs: readonly string[]) => readonly string[]) =>
    setSince((last) => ({ read, pairs: new Set(change(last.read === read ? [...last.pairs] : [])) }));

  function undo(seq: string, pair: string | undefined): Promise<boolean> {
    done.current = done.current.filter((one) => one.seq !== seq);
    return send("undo it", async () => {
      await deskWrite("undo", { seq });
      setPairs((pairs) => pairs.filter((one) => one !== pair));
      add({ title: "Undone." });
    });
  }

  function decide({ request, done: said, pair, wanted }: DuplicateDecision): Promise<boolean> {
    return send(wanted, async () => {
      const { seq } = (await sendDeskRequest(request)) as { seq: string };
      if (pair !== undefined) setPairs((pairs) => [...pairs, pair]);
      done.current.push({ seq, ...(pair === undefined ? {} : { pair }) });
      add({
        title: said,
        timeout: TOAST_MS,
        actionProps: { children: "Undo", onClick: () => void undo(seq, pair) },
      });
    });
  }

  function undoLast(): void {
    const last = done.current.at(-1);
    if (last) void undo(last.seq, last.pair);
  }

  return { busy, problem, decided, decide, undoLast };
}

function problemIn(error: unknown, wanted: string): DuplicateProblem {
  if (!(error instanceof DeskRefusal))
    return { message: "It did not work. Try again.", wanted, theirs: null, later: [] };
  const { theirs, later = [] } = error.detail as Partial<DuplicateProblem>;
  const message =
    error.code === "signedOut"
      ? "You are signed out. Sign in in another tab, then try again."
      : error.message;
  return { message, wanted, theirs: theirs && "into" in theirs ? theirs : null, later };
}

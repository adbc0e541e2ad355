"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DeskRefusal, type DeskRequest, sendDeskRequest } from "#components/desk/request.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { State } from "#lib/decision/subject.ts";

/** Someone else changed the same record: both sides, and the version to save mine on top of. */
export interface RecordConflict {
  readonly message: string;
  readonly yours: State;
  readonly theirs: State;
  readonly version: number;
  readonly names: Readonly<Record<string, string>>;
}

export interface Problem {
  readonly message: string;
  /** Where it is wrong, by the input's path: "aliases.2.from". */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  /** The places of two tenures that share a day. */
  readonly clash: readonly number[];
  /** Decisions that stand in the way of an undo. */
  readonly later: readonly { readonly seq: string; readonly by: string; readonly summary: string }[];
}

/** Sends one write of a record and keeps what came of it: said in a toast, or a problem, or a conflict. */
export function useSave() {
  const router = useRouter();
  const { add } = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<RecordConflict | null>(null);

  async function save(request: DeskRequest, said: string): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    setConflict(null);
    try {
      await sendDeskRequest(request);
      add({ title: said });
      router.refresh();
      return true;
    } catch (error) {
      const refusal =
        error instanceof DeskRefusal ? error : new DeskRefusal("failed", "It did not work. Try again.");
      const met = conflictIn(refusal);
      setConflict(met);
      setProblem(met ? null : problemIn(refusal));
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** Leaves what is on record as it is, and shows it. */
  function settle() {
    setConflict(null);
    setProblem(null);
    router.refresh();
  }

  return { busy, problem, conflict, save, settle };
}

export type Save = ReturnType<typeof useSave>;

function conflictIn({ code, message, detail }: DeskRefusal): RecordConflict | null {
  const { yours, theirs, version, names } = detail as Partial<RecordConflict>;
  if (code !== "conflict" || !yours || !theirs || version === undefined) return null;
  return { message, yours, theirs, version, names: names ?? {} };
}

function problemIn({ code, message, detail }: DeskRefusal): Problem {
  const { fields = [], clash = [], later = [] } = detail as Partial<Problem>;
  const words =
    code === "signedOut" ? "You are signed out. Sign in in another tab, then save again." : message;
  return { message: words, fields, clash, later };
}

/** What is wrong with one input, by its path. */
export const wrong = (problem: Problem | null, field: string): string | undefined =>
  problem?.fields.find((one) => one.field === field)?.message;

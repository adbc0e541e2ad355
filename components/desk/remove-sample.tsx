"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { buttonLook } from "../ui/button-look.ts";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { deskWrite } from "./request.ts";

/** Takes the sample newsroom away, after saying what that does. For administrators. */
export function RemoveSample() {
  const router = useRouter();
  const { add } = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function remove() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { articles } = await deskWrite("remove-sample", undefined);
      setOpen(false);
      add({ title: "The sample newsroom is gone.", description: `${articles} articles were removed.` });
      router.refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It could not be removed. Try again.");
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger className={buttonLook({ size: "small" })}>Remove the sample newsroom…</DialogTrigger>
      <DialogContent
        title="Remove the sample newsroom?"
        description="Its articles, statements, claims, actors and outlets go for good, from the desk and from the public pages. What your own articles use of it stays, as real records. The packaged states, bodies and offices stay."
      >
        {problem ? (
          <p role="alert" className="mb-4 border-l-2 border-accent pl-3">
            {problem}
          </p>
        ) : null}
        <div className="flex justify-end gap-3">
          <DialogClose className={buttonLook()}>Keep it</DialogClose>
          <Button look="danger" disabled={busy} onClick={remove}>
            {busy ? "Removing …" : "Remove it"}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}

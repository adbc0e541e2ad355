"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { deskPost } from "./request.ts";

/** Ends all sessions of one's own account and leads to signing in. */
export function SignOutEverywhere() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function leave() {
    setBusy(true);
    try {
      await deskPost("/api/desk/account/sign-out-everywhere", {});
      window.location.assign("/sign-in?signed-out");
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work. Try again.");
      setBusy(false);
    }
  }
  return (
    <>
      <Button disabled={busy} onClick={leave}>
        Sign out everywhere
      </Button>
      <span role="status" className="text-small text-accent">
        {problem}
      </span>
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field, fieldControl } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { deskPost } from "./request.ts";
import { useHydrated } from "./use-hydrated.ts";

interface PasswordFormProps {
  readonly hasPassword: boolean;
  readonly asksCurrent: boolean;
}

/** Sets or changes one's own password. */
export function PasswordForm({ hasPassword, asksCurrent }: PasswordFormProps) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const hydrated = useHydrated();
  const [problem, setProblem] = useState<string>();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const password = String(given.get("password"));
    if (password !== given.get("again")) return setProblem("The two are not the same. Type them again.");
    setState("busy");
    setProblem(undefined);
    try {
      const current = asksCurrent ? { current: String(given.get("current")) } : {};
      await deskPost("/api/desk/account/password", { password, ...current });
      form.reset();
      setState("done");
      // The page around it lists the sessions and says how one signs in.
      router.refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message.replace(/^password: /, "") : "It was not saved.");
      setState("idle");
    }
  }

  const hint = "At least 12 characters. A few unrelated words are easier to remember than signs.";
  return (
    <form method="post" onSubmit={save} className="grid max-w-[26rem] gap-4">
      {asksCurrent ? (
        <Field id="current" label="Current password" hint="Forgotten? Sign in with a one-time link first.">
          <Input
            name="current"
            type="password"
            autoComplete="current-password"
            required
            {...fieldControl("current", undefined, true)}
          />
        </Field>
      ) : null}
      <Field id="password" label="New password" hint={hint} problem={problem}>
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={128}
          {...fieldControl("password", problem, hint)}
        />
      </Field>
      <Field id="again" label="The same again">
        <Input id="again" name="again" type="password" autoComplete="new-password" required />
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" disabled={state === "busy" || !hydrated}>
          {state === "busy" ? "Saving …" : hasPassword ? "Change the password" : "Set a password"}
        </Button>
        <span role="status" className="text-small">
          {state === "done" ? "Saved. All other sessions have ended." : ""}
        </span>
      </div>
    </form>
  );
}

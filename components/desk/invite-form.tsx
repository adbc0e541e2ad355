"use client";

import { type FormEvent, useState } from "react";
import { ROLES } from "#lib/auth/viewer.ts";
import type { LinkFor } from "#lib/desk/people.server.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input, NativeSelect } from "../ui/input.tsx";
import { deskPost } from "./request.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { useHydrated } from "./use-hydrated.ts";

/** Adds an account; its first link is handed to `onInvited`. */
export function InviteForm({ onInvited }: { readonly onInvited: (link: LinkFor) => void }) {
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const [problem, setProblem] = useState<string>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setProblem(undefined);
    try {
      onInvited(await deskPost<LinkFor>("/api/desk/people/invite", Object.fromEntries(new FormData(form))));
      form.reset();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work. Try again.");
    } finally {
      setBusy(false);
    }
  }

  return (
    <form method="post" onSubmit={send} aria-labelledby="invite" className="mt-12 border-t pt-3">
      <h2 id="invite" className="rubric mb-5">
        Invite somebody
      </h2>
      {problem ? (
        <p role="alert" className="mb-4 border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="invite-name" label="Name" hint="Signs their decisions.">
          <Input id="invite-name" name="name" required maxLength={120} autoComplete="off" />
        </Field>
        <Field id="invite-email" label="E-mail">
          <Input id="invite-email" name="email" type="email" required maxLength={320} autoComplete="off" />
        </Field>
        <Field id="invite-role" label="Role">
          <NativeSelect id="invite-role" name="role" defaultValue="editor">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {role}: {ROLE_WORDS[role]}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <Button type="submit" look="primary" className="mt-5" disabled={busy || !hydrated}>
        {busy ? "Inviting …" : "Invite and make a link"}
      </Button>
    </form>
  );
}

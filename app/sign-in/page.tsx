import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ownPath } from "#lib/auth/own-path.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import { env } from "#lib/env.ts";
import { NewLinkHelp } from "./new-link-help.tsx";
import { problemWords } from "./problem.ts";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Signing in with a password, and how to come by a one-time link. Works without JavaScript. */
export default async function SignInPage({ searchParams }: Props) {
  const given = await searchParams;
  const next = ownPath(given.next, "/desk");
  if (await viewerOf(await headers())) redirect(next);
  const problem = problemWords(given.problem, env().url);
  return (
    <>
      <h1 className="font-serif text-hero-wide font-medium">Sign in to the desk</h1>
      {problem ? (
        <p role="alert" className="mt-5 border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      {given["signed-out"] === undefined ? null : (
        <p role="status" className="mt-5 border-l-2 border-edge pl-3">
          You are signed out.
        </p>
      )}
      <form action="/sign-in/password" method="post" className="mt-7 grid gap-4">
        <input type="hidden" name="next" value={next} />
        <Field id="email" label="E-mail">
          <Input id="email" name="email" type="email" autoComplete="username" required maxLength={320} />
        </Field>
        <Field id="password" label="Password">
          <Input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={256}
          />
        </Field>
        <Button type="submit" look="primary" className="justify-self-start">
          Sign in
        </Button>
      </form>
      <section className="mt-10 border-t pt-4">
        <h2 className="rubric">No password, or forgotten</h2>
        <div className="mt-2 grid gap-2 text-muted">
          <p>
            Accounts are by invitation and begin with a one-time link. It opens the desk once, within 24
            hours; you can set a password there, or keep using links.
          </p>
          <NewLinkHelp />
        </div>
      </section>
    </>
  );
}

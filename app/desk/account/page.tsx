import type { Metadata } from "next";
import { headers } from "next/headers";
import { deviceWords } from "#components/desk/device-words.ts";
import { Moment } from "#components/desk/moment.tsx";
import { PasswordForm } from "#components/desk/password-form.tsx";
import { SignOutEverywhere } from "#components/desk/sign-out-everywhere.tsx";
import { Section } from "#components/site/section.tsx";
import { readTheme } from "#components/site/theme.server.ts";
import { ThemeSwitch } from "#components/site/theme-switch.tsx";
import { Button } from "#components/ui/button.tsx";
import { readAccount } from "#lib/auth/account.server.ts";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Account" };

/** One's own account: password, sessions, colours. */
export default async function AccountPage() {
  await deskViewer();
  const [{ viewer, hasPassword, asksCurrent, sessions }, theme] = await Promise.all([
    readAccount(await headers()),
    readTheme(),
  ]);
  const now = new Date();
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">{viewer.name}</h1>
      <p className="text-muted">
        {viewer.email} · {viewer.role}
      </p>
      <Section title="Password" className="mt-9">
        <p className="mb-5 max-w-measure text-muted">
          {hasPassword
            ? "You can sign in with your e-mail address and a password. Changing it ends all other sessions."
            : "You sign in with one-time links. With a password you need no new link each time."}
        </p>
        <PasswordForm hasPassword={hasPassword} asksCurrent={asksCurrent} />
      </Section>
      <Section
        title="Signed in"
        note={`${sessions.length} ${sessions.length === 1 ? "session" : "sessions"}`}
      >
        <ul className="mb-5 max-w-measure divide-y">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap justify-between gap-x-6 py-2 text-small">
              <span>
                {deviceWords(session.userAgent)}
                {session.current ? <strong className="font-medium">, this one</strong> : null}
              </span>
              <span className="text-muted">
                signed in <Moment at={session.startedAt} now={now} />
              </span>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          <form action="/sign-in/out" method="post">
            <Button type="submit">Sign out</Button>
          </form>
          <SignOutEverywhere />
        </div>
      </Section>
      <Section title="Colours">
        <ThemeSwitch theme={theme} />
      </Section>
    </div>
  );
}

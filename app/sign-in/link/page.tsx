import type { Metadata } from "next";
import { Button } from "#components/ui/button.tsx";
import { NewLinkHelp } from "../new-link-help.tsx";

export const metadata: Metadata = { title: "One-time link" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * Where a one-time link leads. It is not used up by being looked at: mail programs and chats open links to preview
 * them, so that only the button does it.
 */
export default async function LinkPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return typeof token === "string" && token !== "" ? <Open token={token} /> : <UsedUp />;
}

function Open({ token }: { readonly token: string }) {
  return (
    <>
      <h1 className="font-serif text-hero-wide font-medium">Sign in with this link</h1>
      <p className="mt-3 text-muted">The link works once. It signs you in on this device for two weeks.</p>
      <form action="/sign-in/link/open" method="post" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <Button type="submit" look="primary">
          Sign in
        </Button>
      </form>
    </>
  );
}

function UsedUp() {
  return (
    <>
      <h1 className="font-serif text-hero-wide font-medium">This link doesn’t work any more</h1>
      <div className="mt-3 grid gap-3 text-muted">
        <p>
          One-time links open the desk once, within 24 hours. This one was used, has expired, is incomplete,
          or belongs to a closed account.
        </p>
        <NewLinkHelp />
        <p>
          If you have set a password, <a href="/sign-in">sign in with it</a>.
        </p>
      </div>
    </>
  );
}

import { env } from "../lib/env.ts";
import type { Progress } from "./progress.ts";

// These rooms need the generated Prisma client and the database's address, and the start command has neither when
// it begins: they are loaded when it comes to them.

/**
 * Brings the packaged authority (states, capitals, institutions) up to date and loads the sample newsroom into a new
 * database, unless `empty` says not to. A database that has an account isn't new: its editors may have removed the sample.
 */
export async function loadFirstRows(empty: boolean, progress: Progress): Promise<void> {
  const { loadPackagedAuthority } = await import("../prisma/seed/authority.ts");
  await progress.step(
    "Authority",
    () => loadPackagedAuthority(),
    ({ actorsAdded, actorsUpdated }) =>
      actorsAdded + actorsUpdated > 0
        ? `${actorsAdded} actors added, ${actorsUpdated} updated`
        : "up to date",
  );
  if (empty || (await hasAccounts())) return;
  const { seedSampleNewsroom } = await import("../prisma/seed/newsroom.ts");
  await progress.step(
    "Sample",
    () => seedSampleNewsroom(),
    ({ articles }) => `${articles} articles of the sample newsroom`,
  );
}

/** Lines that tell how to sign in: a one-time link for the first editor, who is made now if there is nobody yet. */
export async function firstEditorLink(): Promise<string> {
  const { addUser, listUsers } = await import("../lib/auth/user.server.ts");
  const [first] = await listUsers();
  if (first) {
    const again = `npm run on-record -- user link ${first.email}`;
    return `  Sign in at ${env().url}/sign-in (or make a new link: ${again})\n`;
  }
  const { issueSignInLink } = await import("../lib/auth/link.server.ts");
  // ".invalid" is reserved: mail to this address can never reach a stranger.
  const editor = await addUser({ email: "editor@on-record.invalid", name: "First editor", role: "admin" });
  const { url, expiresAt } = await issueSignInLink(editor.id);
  const until = expiresAt.toISOString().slice(0, 16).replace("T", " ");
  return `  Sign in as the first editor (works once, until ${until} UTC):\n  ${url}\n`;
}

async function hasAccounts(): Promise<boolean> {
  const { listUsers } = await import("../lib/auth/user.server.ts");
  return (await listUsers()).length > 0;
}

import { AsyncLocalStorage } from "node:async_hooks";

interface Outbox {
  token?: string;
}

// One for the process, like auth() itself: a bundler may load this file more than once.
const held = globalThis as { onRecordOutbox?: AsyncLocalStorage<Outbox> };
held.onRecordOutbox ??= new AsyncLocalStorage();
const outboxes = held.onRecordOutbox;

/**
 * One-time links are printed or shown to an administrator, never mailed: better-auth hands each token to its "send"
 * callback, which puts it here, and the one who asked for it takes it. Two who ask at once get one each.
 */
export function keepLink(token: string): void {
  const outbox = outboxes.getStore();
  if (outbox) outbox.token = token;
}

/** The token that `work` makes, if it makes one. */
export async function linkMadeBy(work: () => Promise<unknown>): Promise<string | undefined> {
  const outbox: Outbox = {};
  await outboxes.run(outbox, work);
  return outbox.token;
}

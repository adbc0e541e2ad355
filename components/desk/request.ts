import type { DeskInput, DeskOutput, DeskWrite } from "#lib/desk/actions.server.ts";
import type { ErrorCode } from "#lib/errors.ts";

/** One write of the desk with what its door expects. */
export type DeskRequest = {
  [Write in DeskWrite]: { readonly action: Write; readonly input: DeskInput<Write> };
}[DeskWrite];

/**
 * Why a request did not go through. "unreachable": no answer came, and nobody knows whether it arrived; "failed":
 * the server's own fault. All others are the closed set of errors, with words for the person.
 */
export class DeskRefusal extends Error {
  readonly code: ErrorCode | "failed" | "unreachable";
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: DeskRefusal["code"], message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "DeskRefusal";
    this.code = code;
    this.detail = detail;
  }
}

/** What is said of a request that did not go through, whatever was thrown. */
export const wordsOf = (error: unknown): string =>
  error instanceof DeskRefusal ? error.message : "It did not work. Try again.";

/** Sends one write of the desk. @throws DeskRefusal */
export async function deskWrite<Write extends DeskWrite>(
  action: Write,
  input: DeskInput<Write>,
): Promise<DeskOutput<Write>> {
  return deskPost<DeskOutput<Write>>(`/api/desk/${action}`, input);
}

/** Sends to another of the desk's doors: what it answers with is the caller's to name. @throws DeskRefusal */
export async function deskPost<Answer>(path: string, input: unknown, signal?: AbortSignal): Promise<Answer> {
  return (await ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input ?? {}),
    ...(signal ? { signal } : {}),
  })) as Answer;
}

/** Sends a write whose kind is known only as it runs. @throws DeskRefusal */
export function sendDeskRequest({ action, input }: DeskRequest): Promise<unknown> {
  return deskWrite(action, input as DeskInput<typeof action>);
}

/** Reads from one of the desk's doors: what it answers with is the caller's to name. @throws DeskRefusal */
export async function deskRead<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return (await ask(path, signal ? { signal } : {})) as Answer;
}

async function ask(path: string, options: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { ...options, cache: "no-store" });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new DeskRefusal("unreachable", "No answer from the server. Your work is kept here.");
  }
  const answer: unknown = await response.json().catch(() => null);
  // An answer that was broken off is none.
  options.signal?.throwIfAborted();
  if (response.ok) return answer;
  throw refusalIn(answer) ?? new DeskRefusal("failed", `The server answered ${response.status}.`);
}

function refusalIn(answer: unknown): DeskRefusal | null {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return null;
  const { code, message, detail } = answer.error as Pick<DeskRefusal, "code" | "message" | "detail">;
  return new DeskRefusal(code, message, detail ?? {});
}

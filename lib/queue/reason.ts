/** What pg-boss says by itself, as it stands in its output, and what it means. */
const ITS_OWN: Readonly<Record<string, string>> = {
  "job heartbeat timeout":
    "The worker ended in the middle of it: killed, out of memory, or the machine went off.",
  "job timed out": "It took longer than it may.",
  "pg-boss shut down while active": "The worker was stopped in the middle of it.",
  "pg-boss shut down before the handler started": "The worker was stopped before it began.",
};

/** Why a try failed, in words, from what is kept with the job. Pure. */
export function reasonWords(output: unknown): string {
  const kept = find(output, ["reason"]) ?? find(output, ["value", "message"]) ?? find(output, ["message"]);
  if (kept === undefined) return "No reason was kept.";
  if (/^handler execution exceeded/.test(kept)) return "It took longer than it may.";
  return ITS_OWN[kept] ?? kept;
}

function find(output: unknown, path: readonly string[]): string | undefined {
  let value = output;
  for (const key of path)
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

import { CodePointIndex } from "../../text/code-points.ts";
import { detect } from "../detect.ts";
import type { DetectInput } from "../statement.ts";
import { NORLAND } from "./norland.ts";

/** What the rules find in a text about the invented world of Norland, with words instead of offsets. */
export function found(text: string, more: Partial<DetectInput> = {}) {
  const index = new CodePointIndex(text);
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map((span) => index.slice(span.start, span.end));
  return detect({ text, ...more }, NORLAND, null).map((statement) => ({
    ...statement,
    speaker: words(statement.speaker).join(" | "),
    cue: words(statement.cue).join(" | "),
    content: words(statement.content),
    actor: statement.actor?.name ?? null,
    why: statement.actor?.reason ?? "",
    via: statement.via.map((relay) => `${relay.name}: ${words([relay.proof])}`),
  }));
}

import type { Stretch } from "../text/stretch.ts";
import { accordingIn } from "./according.ts";
import type { Authority } from "./authority.ts";
import { continued } from "./continued.ts";
import type { Draft } from "./draft.ts";
import { kindOf } from "./kind.ts";
import { reportedIn } from "./reported.ts";
import { segment } from "./segment.ts";
import type { DetectedStatement, DetectInput } from "./statement.ts";

/** Names the engine in stored suggestions. */
export const ENGINE_VERSION = "rules-1";

export function detect(input: DetectInput, authority: Authority): readonly DetectedStatement[] {
  const article = segment(input);
  const drafts: Draft[] = [];
  for (const sentence of article.sentences) {
    const reported = reportedIn(article.text, article.tokens, sentence);
    const according = accordingIn(article.text, article.tokens, sentence, reported);
    drafts.push(...reported, ...according.drafts);
  }
  const span = (s: Stretch) => ({
    start: article.index.fromUtf16(s.start),
    end: article.index.fromUtf16(s.end),
  });
  return continued(article, drafts).map((d) => ({
    speaker: d.speaker ? [span(d.speaker)] : [],
    cue: [span(d.cue)],
    content: d.content.map(span),
    kind: kindOf(article.text, d.content, article.marks),
    mode: d.mode,
    actor: null,
    via: [],
    confidence: Math.max(0.05, 0.9 - d.doubt),
    reason: d.rule,
  }));
}

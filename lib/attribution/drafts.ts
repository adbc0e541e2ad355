import { accordingIn } from "./according.ts";
import type { Authority } from "./authority.ts";
import { colonIn } from "./colon.ts";
import { continued } from "./continued.ts";
import type { Draft } from "./draft.ts";
import { headlineIn } from "./headline.ts";
import type { NamesInText } from "./names.ts";
import { relaysIn } from "./relay.ts";
import { type RelaySentence, relaySentence } from "./relay-run.ts";
import { reportedIn } from "./reported.ts";
import { nounsIn } from "./reporting-noun.ts";
import type { Segmented } from "./segment.ts";
import { signedIn } from "./signed.ts";
import { talkersOf, talkIn } from "./transcript.ts";

/** What the rules find, in no certain order, and the sentences that only name a relay. */
export function draftsOf(
  article: Segmented,
  authority: Authority,
  on: string | undefined,
  names: NamesInText,
): { drafts: Draft[]; relaySentences: RelaySentence[] } {
  const { parts, sentences, text, tokens } = article;
  const drafts: Draft[] = [];
  const relaySentences: RelaySentence[] = [];
  const talkers = talkersOf(article);
  let talked = -1;
  for (const sentence of sentences) {
    if (sentence.part === talked) continue;
    const talk = talkers.size > 0 ? talkIn(article, sentence, talkers) : undefined;
    if (talk) {
      drafts.push(talk);
      talked = sentence.part;
      continue;
    }
    const alone = signedIn(article, sentence);
    if (alone) {
      drafts.push(alone);
      continue;
    }
    const reported = reportedIn(text, tokens, sentence, sentences[sentence.index - 1]);
    const according = accordingIn(text, tokens, sentence, reported);
    const found = [...reported, ...according.drafts, ...nounsIn(text, tokens, sentence)];
    if (found.length === 0 && parts[sentence.part]?.kind === "headline") {
      const headline = headlineIn(text, tokens, sentence, authority, on, names);
      if (headline) found.push(headline);
    }
    const colon = found.length === 0 ? colonIn(text, tokens, sentence) : undefined;
    if (colon) found.push(colon);
    const relays = [...relaysIn(tokens, sentence), ...according.relays];
    for (const draft of found)
      drafts.push(relays.length > 0 ? { ...draft, via: [...draft.via, ...relays] } : draft);
    const silent = found.length === 0 ? relaySentence(article, sentence, relays) : undefined;
    if (silent) relaySentences.push(silent);
  }
  const kept = continued(
    article,
    drafts.filter((draft) => !speaksForTheOutlet(article, draft)),
  );
  return { drafts: kept, relaySentences };
}

/** "I" and "we" outside quotation marks are the outlet's own voice: never somebody it reports. */
export function speaksForTheOutlet(article: Segmented, { speaker }: Draft): boolean {
  return (
    speaker !== undefined &&
    speaker !== null &&
    /^(?:I|we)$/i.test(article.text.slice(speaker.start, speaker.end))
  );
}

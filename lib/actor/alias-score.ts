import type { Authority } from "../attribution/authority.ts";
import { namesInText } from "../attribution/names.ts";
import { Resolver } from "../attribution/resolve.ts";
import { segment } from "../attribution/segment.ts";
import { clusterMentions, type EventMention } from "./cluster.ts";

/** Texts of one event with every mention marked and labelled: "[[Ms Lee|ann-lee]] said". */
export interface AliasCase {
  readonly id: string;
  readonly about: string;
  /** Kept unread while the engine was worked on. */
  readonly held?: boolean;
  readonly articles: readonly { readonly id: string; readonly date: string; readonly text: string }[];
}

/** How well mentions were put together: of the pairs put together those that belong, and the other way round. */
export interface Score {
  readonly mentions: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Labelled extends EventMention {
  readonly label: string;
  /** False where the engine takes the words for no actor at all: a place. */
  readonly speaks: boolean;
}

/** The mentions of a case as the engine resolves them in their texts, each with its label. */
export function resolvedMentions(one: AliasCase, authority: Authority): readonly Labelled[] {
  return one.articles.flatMap((article) => {
    const { marks, text } = unmarked(article.text);
    const segmented = segment({ text, date: article.date });
    const resolver = new Resolver(authority, namesInText(segmented), article.date);
    return marks.map(({ label, start, surface }, at) => {
      const part = segmented.parts.findLast((other) => other.start <= start)?.start ?? 0;
      const actor = resolver.resolve(surface, { start, part });
      return {
        id: `${article.id}.${at}`,
        article: article.id,
        date: article.date,
        surface,
        label,
        speaks: actor !== null,
        ...(actor?.chain !== undefined && { chain: actor.chain }),
        ...(actor?.actorId !== undefined && { actorId: actor.actorId }),
        ...(actor && { name: actor.name }),
        ...(actor?.proposal && { kind: actor.proposal.kind }),
        ...(actor?.proposal?.description !== undefined && { description: actor.proposal.description }),
      };
    });
  });
}

function unmarked(marked: string) {
  const marks: { label: string; start: number; surface: string }[] = [];
  let text = "";
  let from = 0;
  for (const match of marked.matchAll(/\[\[(.+?)\|(.+?)\]\]/gu)) {
    const [whole, surface = "", label = ""] = match;
    text += marked.slice(from, match.index);
    marks.push({ label, start: text.length, surface });
    text += surface;
    from = match.index + whole.length;
  }
  return { marks, text: text + marked.slice(from) };
}

/** Pairwise precision, recall and F1 over all cases, and each wrong pair in words. */
export function aliasScores(
  cases: readonly AliasCase[],
  authority: Authority,
): { readonly score: Score; readonly errors: readonly string[] } {
  const errors: string[] = [];
  let mentions = 0;
  let right = 0;
  let together = 0;
  let belonging = 0;
  for (const one of cases) {
    const labelled = resolvedMentions(one, authority);
    const clusterOf = new Map(
      clusterMentions(
        labelled.filter(({ speaks }) => speaks),
        authority,
      ).flatMap((cluster, at) => cluster.mentions.map((id) => [id, at])),
    );
    mentions += labelled.length;
    labelled.forEach((a, at) => {
      for (const b of labelled.slice(at + 1)) {
        const put = clusterOf.has(a.id) && clusterOf.get(a.id) === clusterOf.get(b.id);
        const belong = a.label === b.label;
        if (put) together++;
        if (belong) belonging++;
        if (put && belong) right++;
        if (put !== belong)
          errors.push(
            `${one.id}: ${put ? "together" : "apart"}: ${a.id} “${a.surface}” ${a.actorId ?? a.name} / ${b.id} “${b.surface}” ${b.actorId ?? b.name}`,
          );
      }
    });
  }
  const precision = together === 0 ? 1 : right / together;
  const recall = belonging === 0 ? 1 : right / belonging;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { score: { mentions, precision, recall, f1 }, errors };
}

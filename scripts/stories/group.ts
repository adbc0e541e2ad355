import { createHash } from "node:crypto";
import { proposeStory, type StoryCandidate } from "../../lib/matching/story/propose.ts";
import { WINDOW_DAYS } from "../../lib/matching/story/score.ts";
import { storyTerms } from "../../lib/matching/story/terms.ts";
import {
  type ConsideredTerm,
  consideredTerms,
  FOUND_BY,
  storyVector,
} from "../../lib/matching/story/vector.ts";

export interface BenchArticle {
  readonly id: string;
  readonly event: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

const DAY_MS = 86_400_000;
const dayOf = (date: string) => Math.floor(Date.parse(date) / DAY_MS);

/** A number of a text that is the same on every machine. */
export const hashNumber = (text: string): number => createHash("sha256").update(text).digest().readUInt32BE();

/** The same articles, each on some day of one week, in the order of its days. */
export function inOneWeek(articles: readonly BenchArticle[], week: string): readonly BenchArticle[] {
  return articles
    .map((article) => {
      const number = hashNumber(`${week} ${article.id}`);
      const date = new Date(Date.UTC(2024, 0, 1 + (number % 7))).toISOString().slice(0, 10);
      return { number, article: { ...article, date } };
    })
    .sort((a, b) => a.article.date.localeCompare(b.article.date) || a.number - b.number)
    .map(({ article }) => article);
}

const read = new Map<string, readonly ConsideredTerm[]>();
function termsOf({ id, title, text }: BenchArticle): readonly ConsideredTerm[] {
  const there = read.get(id) ?? consideredTerms(storyTerms({ headline: title, text, language: "en" }), "en");
  read.set(id, there);
  return there;
}

/** Groups as they are proposed when the articles come in one after another: id to group. */
export function grouped(articles: readonly BenchArticle[], from: number): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  const shelf: (StoryCandidate & { readonly foundBy: ReadonlySet<number> })[] = [];
  for (const article of [...articles].sort((a, b) => a.date.localeCompare(b.date))) {
    const day = dayOf(article.date);
    const near = shelf.filter((other) => Math.abs(other.day - day) <= WINDOW_DAYS);
    const counts = {
      articles: near.length,
      about: (hash: number) => near.filter(({ foundBy }) => foundBy.has(hash)).length,
    };
    const vector = storyVector(termsOf(article), counts);
    const foundBy = new Set(vector.hashes.slice(0, FOUND_BY));
    const met = new Set(
      near.filter((other) => [...foundBy].some((hash) => other.foundBy.has(hash))).map(groupOf),
    );
    const candidates = near.filter((other) => met.has(groupOf(other)));
    const mine = { vector, day, language: "en" };
    const proposal = proposeStory(mine, candidates, near.length, from);
    const group = proposal ? groupOf(proposal.like) : article.id;
    groups.set(article.id, group);
    shelf.push({ ...mine, articleId: article.id, storyId: group, foundBy });
  }
  return groups;
}

const groupOf = ({ storyId, articleId }: StoryCandidate) => storyId ?? articleId;

const plainWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .match(/[a-z0-9]+/g) ?? [];

/** The baseline: cosine of tf-idf of title and first 150 words, seven days, single link. */
export function tfIdfGroups(articles: readonly BenchArticle[], cut: number): ReadonlyMap<string, string> {
  const bags = articles.map(({ title, text }) => {
    const bag = new Map<string, number>();
    for (const word of [...plainWords(title), ...plainWords(text).slice(0, 150)])
      bag.set(word, (bag.get(word) ?? 0) + 1);
    return bag;
  });
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vectors = bags.map((bag) => {
    const raw = [...bag].map(
      ([word, n]) => [word, (1 + Math.log(n)) * Math.log(articles.length / (counts.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...raw.map(([, weight]) => weight));
    return new Map(raw.map(([word, weight]) => [word, weight / length]));
  });
  const groups = articles.map(({ id }) => id);
  for (const [at, a] of articles.entries())
    for (const [to, b] of articles.slice(0, at).entries()) {
      if (Math.abs(dayOf(a.date) - dayOf(b.date)) > WINDOW_DAYS) continue;
      let dot = 0;
      for (const [word, weight] of vectors[at] ?? []) dot += weight * (vectors[to]?.get(word) ?? 0);
      if (dot < cut) continue;
      const [old, next] = [groups[at], groups[to] ?? ""];
      for (const [k, group] of groups.entries()) if (group === old) groups[k] = next;
    }
  return new Map(articles.map(({ id }, at) => [id, groups[at] ?? id]));
}

import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type AliasCase, aliasScores, type Score } from "#lib/actor/alias-score.ts";
import { buildAuthority } from "#lib/actor/authority.ts";
import { packagedAuthority, packagedRows } from "#lib/actor/packaged/authority.ts";
import type { ActorRow } from "#lib/actor/rows.ts";
import type { Authority } from "#lib/attribution/authority.ts";
import { detect } from "#lib/attribution/detect.ts";
import type { DetectedStatement, Part } from "#lib/attribution/statement.ts";
import type { Span } from "#lib/text/span.ts";
import { isReal, REAL_ACTORS, SAMPLE_ACTORS } from "#prisma/seed/newsroom/actors.ts";
import { SAMPLE_ARTICLES } from "#prisma/seed/newsroom/articles.ts";
import { locateArticle } from "#prisma/seed/newsroom/locate.ts";
import { matchPassages } from "#prisma/seed/newsroom/match.ts";

/** How often mentions lead to the right actor: the sample newsroom, the gold article, labelled aliases, and counts. */

const SHARED = process.argv[2] ?? "../shared";
const ALIASES = path.join(import.meta.dirname, "../lib/actor/testdata/aliases");

const percent = (part: number, whole: number) =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;

/** The packaged actors and those that the sample newsroom adds at its desk. */
function withSampleActors(): Authority {
  const rows = packagedRows();
  const made = Object.entries(SAMPLE_ACTORS).map(
    ([id, actor]): ActorRow => ({
      id,
      name: actor.name,
      kind: actor.kind,
      partOfId: null,
      stateCode: null,
      wikidata: null,
      aliases: actor.aliases.map((alias) => ({ ...alias, language: null, from: null, to: null })),
    }),
  );
  return buildAuthority({ ...rows, actors: [...rows.actors, ...made] });
}

function newsroom(authority: Authority): { right: number; found: number; planned: number; wrong: string[] } {
  const wrong: string[] = [];
  let found = 0;
  let planned = 0;
  for (const article of SAMPLE_ARTICLES.map(locateArticle)) {
    const date = article.article.publishedAt.slice(0, 10);
    const suggested = detect({ text: article.text, parts: article.parts, date }, authority);
    const matches = matchPassages(
      article.text,
      article.statements.map(({ content }) => content),
      suggested.map(({ content }) => content),
    );
    article.statements.forEach(({ planned: { actor } }, at) => {
      planned++;
      const match = suggested[matches[at] ?? -1];
      if (!match) return;
      found++;
      const id = isReal(actor) ? REAL_ACTORS[actor] : actor;
      const name = isReal(actor) ? undefined : SAMPLE_ACTORS[actor].name;
      if (match.actor?.actorId === id || (name !== undefined && match.actor?.name === name)) return;
      wrong.push(`${article.article.key}: ${actor}, found ${match.actor?.name} (${match.actor?.reason})`);
    });
  }
  return { right: found - wrong.length, found, planned, wrong };
}

interface GoldArticle {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly publishedAt: string;
  readonly statements: readonly {
    readonly acceptActors: readonly string[];
    readonly content: readonly Span[];
  }[];
}

function goldArticle(file: string, authority: Authority): string {
  if (!existsSync(file)) return `not measured: there is no ${file}`;
  const gold: GoldArticle = JSON.parse(readFileSync(file, "utf8"));
  const found = detect({ text: gold.text, parts: gold.parts, date: gold.publishedAt }, authority);
  const matches = matchPassages(
    gold.text,
    gold.statements.map(({ content }) => content),
    found.map(({ content }) => content),
  );
  const right = gold.statements.filter(({ acceptActors }, at) =>
    acceptActors.includes(found[matches[at] ?? -1]?.actor?.name ?? ""),
  );
  return percent(right.length, gold.statements.length);
}

function goldDev(file: string, authority: Authority): string {
  if (!existsSync(file)) return `not counted: there is no ${file}`;
  const documents: { text: string; date?: string }[] = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  const statements = documents.flatMap(({ text, date }) =>
    detect({ text, ...(date && { date }) }, authority),
  );
  const count = (fits: (statement: DetectedStatement) => unknown) => {
    const many = statements.filter(fits).length;
    return percent(many, statements.length);
  };
  return [
    `${statements.length} statements in ${documents.length} texts`,
    `an actor: ${count(({ actor }) => actor)}`,
    `one on record: ${count(({ actor }) => actor?.actorId)}`,
    `a proposal for a new record: ${count(({ actor }) => actor?.proposal)}`,
    `further candidates: ${count(({ actor }) => actor?.others)}`,
  ].join("\n  ");
}

function aliasCases(): readonly AliasCase[] {
  return globSync("*.json", { cwd: ALIASES })
    .sort()
    .flatMap((file): AliasCase[] => JSON.parse(readFileSync(path.join(ALIASES, file), "utf8")));
}

const scoreLine = ({ mentions, precision, recall, f1 }: Score) =>
  `P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${(100 * f1).toFixed(1)}  (${mentions} mentions)`;

function main(): void {
  const authority = packagedAuthority();
  const known = newsroom(withSampleActors());
  const bare = newsroom(authority);
  console.log("Right actor, of the statements found");
  console.log(
    `  sample newsroom, its actors on record: ${percent(known.right, known.found)}; planned ${known.planned}`,
  );
  console.log(`  sample newsroom, packaged actors only, right name: ${percent(bare.right, bare.found)}`);
  const verbose = process.argv.includes("--wrong");
  if (verbose) for (const line of new Set([...known.wrong, ...bare.wrong])) console.log(`    ${line}`);
  console.log(
    `  gold article: ${goldArticle(path.join(SHARED, "articles/rt-2024-06-30-asian-nato.gold.json"), authority)}`,
  );
  const cases = aliasCases();
  console.log("\nAlias clustering within an event, pairwise");
  for (const [part, fits] of [
    ["cases worked on", (one: AliasCase) => !one.held],
    ["cases kept unread", (one: AliasCase) => one.held === true],
    ["all", () => true],
  ] as const) {
    const { score, errors } = aliasScores(cases.filter(fits), authority);
    console.log(`  ${part.padEnd(18)} ${scoreLine(score)}`);
    if (verbose && part === "cases worked on") for (const error of errors) console.log(`    ${error}`);
  }
  console.log(
    `\nGold texts, counts only (no truth there)\n  ${goldDev(path.join(SHARED, "gold/attribution/dev.jsonl"), authority)}`,
  );
}

main();

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CodePointIndex } from "../text/code-points.ts";
import type { Span } from "../text/span.ts";
import type { Authority } from "./authority.ts";
import { SHOWN_FROM } from "./cut.ts";
import { detect } from "./detect.ts";
import type { DetectInput } from "./statement.ts";

interface GoldStatement {
  readonly acceptActors: readonly string[];
  readonly content: readonly Span[];
  readonly kind: string;
  readonly via?: readonly { readonly actor: string }[];
}
interface Gold extends Required<Pick<DetectInput, "text" | "parts">> {
  readonly publishedAt: string;
  readonly statements: readonly GoldStatement[];
  readonly notStatements: readonly Span[];
}

const PATH = join(process.env.ON_RECORD_GOLD ?? "../shared", "articles/rt-2024-06-30-asian-nato.gold.json");
const HERE = existsSync(PATH);
if (!HERE) console.log(`The gold article was not measured: there is no ${PATH}.`);

/** Just what the article needs; the packaged actors are measured by their own room. */
const AUTHORITY: Authority = {
  longestAlias: 4,
  find: (surface) => {
    const name = surface.replace(/^the /i, "");
    const one = (
      actorId: string,
      shown: string,
      kind: "state" | "governmentBody" | "organisation",
      by: "name" | "metonym",
    ) => [{ actorId, name: shown, kind, by, reason: `${by} of ${shown}` }];
    if (name === "Pyongyang") return one("kp", "North Korea", "state", "metonym");
    if (name === "North Korea") return one("kp", "North Korea", "state", "name");
    if (name === "North Korean Foreign Ministry") return one("mfa", name, "governmentBody", "name");
    if (name === "Korean Central News Agency") return one("kcna", name, "organisation", "name");
    return [];
  },
  holder: () => undefined,
  body: (state, noun) =>
    state === "kp" && /^foreign ministry$/i.test(noun)
      ? AUTHORITY.find("North Korean Foreign Ministry")[0]
      : undefined,
};

const wordsOf = (text: string, spans: readonly Span[]): Set<number> => {
  const index = new CodePointIndex(text);
  const starts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => index.fromUtf16(match.index));
  return new Set(starts.filter((start) => spans.some((span) => span.start <= start && start < span.end)));
};
const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
  [...a].filter((word) => b.has(word)).length;
const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
  shared(a, b) / (a.size + b.size - shared(a, b));

describe.skipIf(!HERE)("the gold article", () => {
  it.each([true, false])("parts given: %s", (given) => {
    const gold: Gold = JSON.parse(readFileSync(PATH, "utf8"));
    const { parts, publishedAt, text } = gold;
    const found = detect({ text, date: publishedAt, ...(given && { parts }) }, AUTHORITY);
    const matched = gold.statements.flatMap((statement) => {
      const words = wordsOf(text, statement.content);
      const match = found.find((other) => jaccard(words, wordsOf(text, other.content)) >= 0.5);
      return match ? [{ statement, match }] : [];
    });
    const rightActor = matched.filter(({ match, statement }) =>
      statement.acceptActors.includes(match.actor?.name ?? ""),
    );
    const rightKind = matched.filter(({ match, statement }) => match.kind === statement.kind);
    // Less certain ones are only offered on demand.
    const shown = found.filter(({ confidence }) => confidence >= SHOWN_FROM);
    const further = shown.filter((other) => !matched.some(({ match }) => match === other));
    expect(matched.every(({ match }) => shown.includes(match))).toBe(true);
    expect(matched.length).toBeGreaterThanOrEqual(given ? 14 : 13);
    expect(rightActor.length).toBeGreaterThanOrEqual(given ? 14 : 13);
    expect(rightKind.length).toBeGreaterThanOrEqual(given ? 14 : 13);
    expect(further.length).toBe(0);
    for (const { match, statement } of matched)
      expect(match.via.length, JSON.stringify(match)).toBe(statement.via?.length ?? 0);
    for (const outletsVoice of gold.notStatements) {
      const words = wordsOf(text, [outletsVoice]);
      for (const other of shown) {
        const covered = shared(wordsOf(text, other.content), words) / words.size;
        expect(covered).toBeLessThan(0.5);
      }
    }
  });
});

import type { Page } from "@playwright/test";
import { addActor } from "#lib/actor/write.server.ts";
import type { DetectedStatement } from "#lib/attribution/statement.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db, inTransaction, type Prisma } from "#lib/db.server.ts";
import { type MadeArticle, makeArticle } from "#prisma/seed/factories.ts";
import { rareName } from "./rare-name.ts";
import { signIn } from "./session.ts";

export interface Kelm extends MadeArticle {
  readonly viewer: Viewer;
  readonly town: string;
  readonly council: string;
  readonly guest: string;
}

/**
 * An article whose suggestions say everything an engine can say: a chain of three for the town, one of them by a
 * description, with the council as another candidate; one less certain that lies over the first; somebody new.
 */
export async function kelm(page: Page): Promise<Kelm> {
  const viewer = await signIn(page, "editor", rareName("Editor"));
  const [town, council, guest] = [rareName("Kelm"), rareName("Council"), rareName("Dana")];
  const ids = new Map<string, string>();
  for (const [name, kind] of [
    [town, "state"],
    [council, "governmentBody"],
  ] as const)
    ids.set(name, (await inTransaction(db(), (tx) => addActor(tx, viewer, { name, kind }))).id);
  const article = await makeArticle(db(), viewer, {
    headline: "Pier of Kelm stays open",
    paragraphs: [
      "“The pier stays open all winter,” the town said on Sunday.",
      "Kelm reportedly did not say the pier would be mended.",
      "Kelm said the bill had not been paid, according to Harbour Wire.",
      `“Nobody asked the pilots,” said ${guest}, a pilot of the strait.`,
      "Rain is expected on the coast.",
    ],
  });
  await db().suggestion.deleteMany({ where: { articleId: article.articleId } });
  const span = article.span;
  const ofTown = {
    name: town,
    actorId: ids.get(town) ?? "",
    reason: `the town -> ${town}`,
    chain: 0,
    others: [{ actorId: ids.get(council) ?? "", name: council, reason: "body: council of Kelm" }],
  };
  const common = {
    kind: "direct",
    mode: "said",
    negatedCue: false,
    hedgedCue: false,
    dateSaid: null,
    via: [],
  } as const;
  const indirect = { ...common, kind: "indirect" } as const;
  const detected: readonly DetectedStatement[] = [
    {
      ...common,
      speaker: [span("the town")],
      cue: [span("said")],
      content: [span("“The pier stays open all winter,”")],
      mention: "description",
      dateSaid: { date: "2024-06-30", words: span("on Sunday") },
      actor: ofTown,
      confidence: 0.92,
      reason: "reporting verb “said” after the content",
    },
    {
      ...indirect,
      speaker: [],
      cue: [],
      content: [span("pier stays open all winter,” the town")],
      mention: "none",
      actor: null,
      confidence: 0.21,
      reason: "words that may be reported",
    },
    {
      ...indirect,
      speaker: [span("Kelm reportedly")],
      cue: [span("did not say")],
      content: [span("the pier would be mended")],
      mention: "name",
      negatedCue: true,
      hedgedCue: true,
      actor: ofTown,
      confidence: 0.95,
      reason: "reporting verb “say” before the content",
    },
    {
      ...indirect,
      speaker: [span("Kelm")],
      cue: [span("said")],
      content: [span("the bill had not been paid")],
      mention: "name",
      actor: ofTown,
      via: [{ name: "Harbour Wire", reason: "names the source", proof: span("according to Harbour Wire") }],
      confidence: 0.81,
      reason: "reporting verb “said” before the content",
    },
    {
      ...common,
      speaker: [span(guest)],
      cue: [span("said")],
      content: [span("“Nobody asked the pilots,”")],
      mention: "name",
      actor: {
        name: guest,
        reason: "named in the text",
        chain: 1,
        proposal: { kind: "person", description: "a pilot of the strait" },
      },
      confidence: 0.88,
      reason: "reporting verb “said” after the content",
    },
    {
      ...indirect,
      speaker: [],
      cue: [],
      content: [span("Rain is expected on the coast")],
      mention: "none",
      actor: null,
      confidence: 0.12,
      reason: "words that may be reported",
    },
  ];
  await db().suggestion.createMany({
    data: detected.map((one, position) => ({
      articleId: article.articleId,
      revisionId: article.revisionId,
      position,
      engine: "told-1",
      detected: one as unknown as Prisma.InputJsonValue,
      actorId: one.actor?.actorId ?? null,
      confidence: one.confidence,
      reason: one.reason,
    })),
  });
  return { ...article, viewer, town, council, guest };
}

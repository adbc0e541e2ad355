import { randomUUID } from "node:crypto";
import { addActor } from "#lib/actor/write.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { type Db, db, type Tx } from "#lib/db.server.ts";
import { ingest } from "#lib/desk/ingest.server.ts";
import { hasSample } from "#lib/desk/sample.server.ts";
import {
  type ActorKey,
  REAL_ACTORS,
  type RealActorKey,
  SAMPLE_ACTORS,
  type SampleActor,
  type SampleActorKey,
} from "./newsroom/actors.ts";
import { SAMPLE_ARTICLES } from "./newsroom/articles.ts";
import { decideArticle, type SampleDesk } from "./newsroom/decide.ts";
import { locateArticle } from "./newsroom/locate.ts";
import { SAMPLE_OUTLETS } from "./newsroom/outlets.ts";
import type { PlannedArticle } from "./newsroom/plan.ts";

/** Long enough for a database far away: everything is one transaction. */
const LIMIT_MS = 300_000;

/** Signs the sample decisions. ".invalid" is reserved, so that no mail to it reaches anybody. */
const SIGNATURE = { name: "Sample desk", email: "sample-desk@on-record.invalid", role: "editor" } as const;

export interface SeededNewsroom {
  /** False: sample rows were there already, and nothing was done. */
  readonly seeded: boolean;
  readonly articles: number;
}

/**
 * Loads the sample newsroom through the desk's own write functions, signed by "Sample desk", in one transaction: all of
 * it or nothing. Needs the packaged authority.
 */
export async function seedSampleNewsroom(client: Db = db()): Promise<SeededNewsroom> {
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('on-record sample newsroom'))`;
      if (await hasSample(tx)) return { seeded: false, articles: 0 };
      const viewer = await signature(tx);
      const actors = new Map<ActorKey, string>([...(await realActors(tx)), ...(await addActors(tx, viewer))]);
      const sample: SampleDesk = { viewer, actors, claims: new Map() };
      for (const article of SAMPLE_ARTICLES) {
        const { articleId } = await ingest(tx, viewer, newArticle(article));
        if (!article.inbox) await decideArticle(tx, sample, articleId, locateArticle(article));
      }
      return { seeded: true, articles: SAMPLE_ARTICLES.length };
    },
    { timeout: LIMIT_MS },
  );
}

/** The user who signs. It has no session, no link can be made for it, and it is disabled besides. */
async function signature(tx: Tx): Promise<Viewer> {
  const { email, name, role } = SIGNATURE;
  const user = await tx.user.upsert({
    where: { email },
    create: { ...SIGNATURE, id: randomUUID(), disabledAt: new Date(), sample: true },
    update: {},
  });
  return { userId: user.id, name, email, role, sample: true };
}

async function realActors(tx: Tx): Promise<Map<RealActorKey, string>> {
  const found = new Map<RealActorKey, string>();
  for (const [name, key] of Object.entries(REAL_ACTORS)) {
    const { id } = await tx.actor.findUniqueOrThrow({ where: { key }, select: { id: true } });
    found.set(name as RealActorKey, id);
  }
  return found;
}

async function addActors(tx: Tx, viewer: Viewer): Promise<Map<SampleActorKey, string>> {
  const added = new Map<SampleActorKey, string>();
  for (const [key, actor] of Object.entries<SampleActor>(SAMPLE_ACTORS)) {
    const { name, kind, description, aliases } = actor;
    const { id } = await addActor(tx, viewer, { name, kind, description, aliases: [...aliases] });
    added.set(key as SampleActorKey, id);
  }
  return added;
}

/** What the ingest form would send for a paste of the article. */
function newArticle(article: PlannedArticle) {
  const { headline, standfirst, byline, publishedAt, zone, url } = article;
  const lines = [headline, standfirst, byline, publishedAt, ...article.paragraphs];
  return {
    outlet: SAMPLE_OUTLETS[article.outlet],
    headline,
    standfirst,
    byline,
    publishedAt,
    zone,
    url,
    paragraphs: [...article.paragraphs],
    raw: lines.filter((line) => line !== null).join("\n\n"),
    publishedSource: "text" as const,
  };
}

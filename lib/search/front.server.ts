import { type CountedActor, mostQuotedActors } from "../actor/published.server.ts";
import { type LedClaim, mostReportedClaims, withLeads } from "../claim/published.server.ts";
import { keptWhileUnchanged } from "../decision/publication.server.ts";
import { type PublicStatement, publishedStatements } from "../statement/published.server.ts";

/** What the front page shows. */
export interface Front {
  readonly claims: readonly LedClaim[];
  readonly statements: readonly PublicStatement[];
  readonly actors: readonly CountedActor[];
}

async function loadFront(): Promise<Front> {
  const [claims, statements, actors] = await Promise.all([
    mostReportedClaims(4).then(withLeads),
    publishedStatements("newest", { number: 1, size: 8 }),
    mostQuotedActors(8),
  ]);
  return { claims, statements, actors };
}

/** Whether something of the sample newsroom stands on the front page, and so in the lists. */
export function showsSample({ claims, statements }: Front): boolean {
  return claims.some(({ claim }) => claim.sample) || statements.some((statement) => statement.sample);
}

/** The front page's data, read again only when something public changed. See docs/decisions/0003. */
export const front = keptWhileUnchanged(loadFront);

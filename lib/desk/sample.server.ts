import { lockMerges } from "../actor/merge-state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";

/** Whether any row of the sample newsroom is there. */
export async function hasSample(tx: Pick<Tx, "outlet" | "article">): Promise<boolean> {
  const outlet = await tx.outlet.findFirst({ where: { sample: true }, select: { id: true } });
  return (
    outlet !== null ||
    (await tx.article.findFirst({ where: { sample: true }, select: { id: true } })) !== null
  );
}

/**
 * Takes the sample newsroom away: its articles with all that hangs on them, its claims, actors, outlets and its
 * signature. What an editor's own work leads to stays and is sample no more. Returns the number of articles removed.
 */
export async function removeSample(tx: Tx, viewer: Viewer | null): Promise<{ articles: number }> {
  allow(viewer, "removeSample");
  await lockMerges(tx);
  // Records of the sample newsroom that real work uses are kept as real ones.
  await tx.$executeRaw`
    WITH used AS (
      SELECT c.id FROM claim c WHERE c.sample AND EXISTS (
        SELECT 1 FROM stance x JOIN statement s ON s.id = x.statement_id WHERE x.claim_id = c.id AND NOT s.sample
        UNION ALL SELECT 1 FROM signed_stance y WHERE y.claim_id = c.id AND NOT y.sample)
    ), freed AS (UPDATE address SET sample = false WHERE claim_id IN (SELECT id FROM used))
    UPDATE claim SET sample = false WHERE id IN (SELECT id FROM used)`;
  // What a record that is kept is part of, or is or was merged into, is kept too.
  await tx.$executeRaw`
    WITH RECURSIVE kept AS (
      SELECT a.id FROM actor a WHERE NOT a.sample OR EXISTS (
        SELECT 1 FROM statement s WHERE s.attributed_to_id = a.id AND NOT s.sample
        UNION ALL SELECT 1 FROM relay r JOIN statement s ON s.id = r.statement_id WHERE r.actor_id = a.id AND NOT s.sample
        UNION ALL SELECT 1 FROM signed_statement ss WHERE ss.attributed_to_id = a.id AND NOT ss.sample
        UNION ALL SELECT 1 FROM signed_relay sr WHERE sr.actor_id = a.id AND NOT sr.sample
        UNION ALL SELECT 1 FROM suggestion g WHERE a.id IN (g.actor_id, g.chosen_actor_id) AND NOT g.sample
        UNION ALL SELECT 1 FROM office o LEFT JOIN tenure t ON t.office_id = o.id
          WHERE a.id IN (o.body_id, t.holder_id) AND NOT o.sample
        UNION ALL SELECT 1 FROM identification i WHERE i.actor_id = a.id AND NOT i.sample)
      UNION
      SELECT next.id FROM kept CROSS JOIN LATERAL (
        SELECT part_of_id AS id FROM actor WHERE id = kept.id AND part_of_id IS NOT NULL
        UNION ALL SELECT into_id FROM actor_merge WHERE actor_id = kept.id
      ) next
    ), used AS (SELECT a.id FROM kept JOIN actor a ON a.id = kept.id WHERE a.sample),
    freed AS (UPDATE address SET sample = false WHERE actor_id IN (SELECT id FROM used)),
    named AS (UPDATE alias SET sample = false WHERE actor_id IN (SELECT id FROM used)),
    merged AS (UPDATE actor_merge SET sample = false WHERE actor_id IN (SELECT id FROM used)),
    apart AS (UPDATE actor_distinction SET sample = false
              WHERE sample AND one_id IN (SELECT id FROM kept) AND other_id IN (SELECT id FROM kept))
    UPDATE actor SET sample = false WHERE id IN (SELECT id FROM used)`;
  await tx.$executeRaw`
    WITH used AS (
      SELECT o.id FROM outlet o WHERE o.sample AND EXISTS (
        SELECT 1 FROM article a WHERE a.outlet_id = o.id AND NOT a.sample
        UNION ALL SELECT 1 FROM sign_off s WHERE s.outlet_id = o.id AND NOT s.sample
        UNION ALL SELECT 1 FROM feed f WHERE f.outlet_id = o.id AND NOT f.sample)
    ), freed AS (UPDATE address SET sample = false WHERE outlet_id IN (SELECT id FROM used))
    UPDATE outlet SET sample = false WHERE id IN (SELECT id FROM used)`;
  // A story that a real article is in is a real one; places of sample articles in it go with them.
  await tx.$executeRaw`
    UPDATE story s SET sample = false WHERE s.sample AND EXISTS (
      SELECT 1 FROM story_member m WHERE m.story_id = s.id AND NOT m.sample AND m.state <> 'removed')`;
  await tx.storyMember.deleteMany({ where: { OR: [{ sample: true }, { story: { sample: true } }] } });
  await tx.story.deleteMany({ where: { sample: true } });
  await tx.article.updateMany({ where: { sample: true }, data: { signOffId: null } });
  await tx.signedStance.deleteMany({ where: { sample: true } });
  await tx.signedRelay.deleteMany({ where: { sample: true } });
  await tx.signedStatement.deleteMany({ where: { sample: true } });
  await tx.signOff.deleteMany({ where: { sample: true } });
  await tx.suggestion.deleteMany({ where: { sample: true } });
  await tx.stance.deleteMany({ where: { statement: { sample: true } } });
  await tx.relay.deleteMany({ where: { statement: { sample: true } } });
  await tx.reanchoring.deleteMany({ where: { sample: true } });
  await tx.outletChange.deleteMany({ where: { sample: true } });
  await tx.span.deleteMany({ where: { sample: true } });
  // Statement and anchor point at each other: both go in one statement of SQL, looked at when it ends.
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM anchor WHERE sample) DELETE FROM statement WHERE sample`;
  await tx.decision.deleteMany({ where: { sample: true } });
  // The pairs go with their texts.
  await tx.copyText.deleteMany({ where: { sample: true } });
  await tx.copyGroup.deleteMany({ where: { sample: true } });
  await tx.sighting.deleteMany({ where: { sample: true } });
  await tx.revision.deleteMany({ where: { sample: true } });
  await tx.address.deleteMany({ where: { sample: true } });
  const { count } = await tx.article.deleteMany({ where: { sample: true } });
  await tx.claim.deleteMany({ where: { sample: true } });
  await tx.identification.deleteMany({ where: { sample: true } });
  await tx.office.deleteMany({ where: { sample: true } });
  await tx.actorMerge.deleteMany({ where: { sample: true } });
  await tx.actorDistinction.deleteMany({ where: { sample: true } });
  await tx.alias.deleteMany({ where: { sample: true } });
  await tx.actor.deleteMany({ where: { sample: true } });
  await tx.feed.deleteMany({ where: { sample: true } });
  await tx.outlet.deleteMany({ where: { sample: true } });
  await tx.user.deleteMany({ where: { sample: true, decisions: { none: {} } } });
  return { articles: count };
}

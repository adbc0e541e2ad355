import { localDateText, type Precision } from "../article/publication-date.ts";
import { SHOWN_FROM } from "../attribution/cut.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";

export interface InboxRow {
  readonly id: string;
  readonly headline: string;
  readonly outlet: string;
  readonly publishedAt: string | null;
  readonly broughtInAt: string;
  readonly sample: boolean;
  /** Suggestions that wait for an editor. */
  readonly open: number;
  /** Undecided ones that the desk shows only when asked: they wait for nobody. */
  readonly lessCertain: number;
  readonly statements: number;
  /** Because the text was changed: statements to place or whose relays are to be proved again, and changes by the outlet to judge. */
  readonly toLook: number;
  /**
   * new: nothing decided; begun: decided in part; changed: since the sign-off something was decided that the public
   * would see, or suggested, or the text was changed; signedOff: nothing to do.
   */
  readonly state: "new" | "begun" | "changed" | "signedOff";
}

interface Row {
  id: string;
  headline: string;
  outlet: string;
  published_local: Date | null;
  published_precision: Precision | null;
  created_at: Date;
  sample: boolean;
  open: number;
  less_certain: number;
  statements: number;
  to_look: number;
  decided: number;
  since: number | null;
}

/** Articles on the desk, those with work first, then the newest. At most 200. */
export async function readInbox(reader: Reader, viewer: Viewer | null): Promise<readonly InboxRow[]> {
  allow(viewer, "readDesk");
  const rows = await reader.$queryRaw<Row[]>`
    SELECT a.id, a.headline, o.name AS outlet, a.published_local, a.published_precision::text AS published_precision,
           a.created_at, a.sample,
           g.open, g.less_certain,
           (SELECT count(*)::int FROM statement s WHERE s.article_id = a.id AND NOT s.withdrawn) AS statements,
           (SELECT count(*)::int FROM reanchoring r JOIN statement s ON s.id = r.statement_id
            WHERE r.article_id = a.id AND r.state = 'open' AND NOT s.withdrawn)
           + (SELECT count(DISTINCT s.id)::int FROM statement s JOIN relay r ON r.statement_id = s.id
              WHERE s.article_id = a.id AND NOT s.withdrawn AND NOT EXISTS (
                SELECT FROM span p WHERE p.anchor_id = s.anchor_id AND p.role = 'relay' AND p.position = r.position))
           + (SELECT count(*)::int FROM outlet_change c WHERE c.article_id = a.id AND c.state = 'open') AS to_look,
           (SELECT count(*)::int FROM decision d WHERE d.article_id = a.id AND d.action <> 'add') AS decided,
           CASE WHEN so.id IS NOT NULL THEN
             (SELECT count(*)::int FROM decision d WHERE d.article_id = a.id AND d.seq > so.decision_seq
              AND EXISTS (SELECT 1 FROM jsonb_array_elements(d.after) s
                          -- A change by the outlet is public by its own decision, without another sign-off.
                          WHERE s->>'noun' <> 'outletChange'
                            AND (s->>'noun' <> 'suggestion' OR s->'state'->>'state' = 'open')))
           END AS since
    FROM (SELECT * FROM article WHERE deleted_reason IS NULL
          ORDER BY (sign_off_id IS NOT NULL), created_at DESC, id LIMIT 200) a
    JOIN outlet o ON o.id = a.outlet_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE confidence >= ${SHOWN_FROM})::int AS open,
             count(*) FILTER (WHERE confidence < ${SHOWN_FROM})::int AS less_certain
      FROM suggestion WHERE article_id = a.id AND state = 'open') g
    LEFT JOIN sign_off so ON so.id = a.sign_off_id
    ORDER BY (so.id IS NOT NULL), a.created_at DESC, a.id`;
  return rows.map((row) => ({
    id: row.id,
    headline: row.headline,
    outlet: row.outlet,
    publishedAt:
      row.published_local && row.published_precision
        ? localDateText(row.published_local, row.published_precision)
        : null,
    broughtInAt: row.created_at.toISOString(),
    sample: row.sample,
    open: row.open,
    lessCertain: row.less_certain,
    statements: row.statements,
    toLook: row.to_look,
    state: stateOf(row),
  }));
}

function stateOf(row: Row): InboxRow["state"] {
  if (row.since !== null) return row.since > 0 || row.to_look > 0 ? "changed" : "signedOff";
  return row.decided > 0 || row.statements > 0 ? "begun" : "new";
}

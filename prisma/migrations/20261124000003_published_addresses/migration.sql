-- More of what the public may see.

-- Every address that leads to something public, with where it stands now: an old one redirects there.
CREATE VIEW published_address AS
SELECT ad.slug, n.noun, n.slug AS current_slug, n.sample
FROM address ad
JOIN (
  SELECT 'article' AS noun, id, slug, sample FROM published_article
  UNION ALL SELECT 'claim', id, slug, sample FROM published_claim
  -- A real actor who speaks in the sample only is known from nowhere else.
  UNION ALL SELECT 'actor', a.id, a.slug, a.sample OR NOT EXISTS (
    SELECT 1 FROM published_statement st WHERE NOT st.sample AND (st.attributed_to_id = a.id OR EXISTS (
      SELECT 1 FROM published_relay r WHERE r.statement_id = st.id AND r.actor_id = a.id))
  ) FROM published_actor a
  UNION ALL SELECT 'outlet', id, slug, sample FROM published_outlet
) n ON n.id = coalesce(ad.article_id, ad.claim_id, ad.actor_id, ad.outlet_id);

-- A link to the source names the words on both sides where the words alone may stand there twice.
CREATE OR REPLACE VIEW published_span AS
SELECT st.id AS statement_id, sp.role, sp.position, sp.start, sp."end", sp.exact, sp.prefix, sp.suffix
FROM published_statement st
JOIN span sp ON sp.anchor_id = st.anchor_id;

-- A number that differs whenever something public may differ: what was read under the same number is still so.
-- Every change is a decision. Numbers are given when a decision is written and seen when it commits, so a lower one
-- may appear after a higher one: the sum of the latest 200 changes then, the highest doesn't. The sample newsroom
-- leaves without a decision.
CREATE VIEW publication AS
SELECT (SELECT coalesce(sum(seq), 0) FROM (SELECT seq FROM decision ORDER BY seq DESC LIMIT 200) latest)::text
       || CASE WHEN EXISTS (SELECT 1 FROM article WHERE sample) THEN '+sample' ELSE '' END AS number;

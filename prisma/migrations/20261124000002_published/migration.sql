-- What the public may see, and nothing else: public rooms, exports and the API read only these views.
-- Everything hangs on article.sign_off_id, the sign-off that is public now.

CREATE VIEW published_article AS
SELECT a.id, ad.slug, s.id AS sign_off_id, s.outlet_id, s.headline, s.byline, s.canonical_url, s.published_local,
       s.published_precision, s.published_zone, s.published_source, s.revision_id, r.number AS revision_number,
       r.sha256, s.created_at AS signed_off_at, s.decision_seq, a.sample
FROM article a
JOIN sign_off s ON s.id = a.sign_off_id
JOIN revision r ON r.id = s.revision_id
JOIN address ad ON ad.article_id = a.id AND ad.current;

CREATE VIEW published_statement AS
SELECT ss.statement_id AS id, p.id AS article_id, ss.anchor_id, ss.kind, ss.mode, ss.attributed_to_id, ss.words, ss.search,
       p.outlet_id, p.published_local, p.published_precision, p.signed_off_at, ss.sign_off_id, p.sample
FROM signed_statement ss
JOIN published_article p ON p.sign_off_id = ss.sign_off_id;

CREATE VIEW published_span AS
SELECT st.id AS statement_id, sp.role, sp.position, sp.start, sp."end", sp.exact
FROM published_statement st
JOIN span sp ON sp.anchor_id = st.anchor_id;

CREATE VIEW published_relay AS
SELECT st.id AS statement_id, sr.position, sr.actor_id
FROM published_statement st
JOIN signed_relay sr ON sr.sign_off_id = st.sign_off_id AND sr.statement_id = st.id;

CREATE VIEW published_stance AS
SELECT st.id AS statement_id, st.article_id, x.claim_id, x.kind
FROM published_statement st
JOIN signed_stance x ON x.sign_off_id = st.sign_off_id AND x.statement_id = st.id;

CREATE VIEW published_claim AS
SELECT c.id, ad.slug, c.sentence, c.sample, lead.statements, lead.articles, lead.outlets, lead.latest_signed_off_at
FROM claim c
JOIN address ad ON ad.claim_id = c.id AND ad.current
JOIN (
  SELECT x.claim_id, count(*)::int AS statements, count(DISTINCT st.article_id)::int AS articles,
         count(DISTINCT st.outlet_id)::int AS outlets, max(st.signed_off_at) AS latest_signed_off_at
  FROM published_stance x JOIN published_statement st ON st.id = x.statement_id
  GROUP BY x.claim_id
) lead ON lead.claim_id = c.id;

CREATE VIEW published_actor AS
WITH speaking AS (
  SELECT attributed_to_id AS id FROM published_statement
  UNION
  SELECT actor_id FROM published_relay
)
SELECT a.id, ad.slug, a.name, a.kind, a.description, a.wikidata, a.sample,
       p.name AS part_of_name, pad.slug AS part_of_slug
FROM speaking
JOIN actor a ON a.id = speaking.id
JOIN address ad ON ad.actor_id = a.id AND ad.current
-- The whole is named where it is public itself; it has an address to link to only then.
LEFT JOIN (actor p JOIN speaking sp ON sp.id = p.id JOIN address pad ON pad.actor_id = p.id AND pad.current)
  ON p.id = a.part_of_id;

CREATE VIEW published_alias AS
SELECT al.actor_id, al.name, al.folded, al.kind, al.language, al.valid_from, al.valid_to
FROM alias al JOIN published_actor pa ON pa.id = al.actor_id;

CREATE VIEW published_tenure AS
SELECT t.holder_id, t."from", t."to", o.title, b.name AS body_name, pb.slug AS body_slug
FROM tenure t
JOIN published_actor h ON h.id = t.holder_id
JOIN office o ON o.id = t.office_id
JOIN actor b ON b.id = o.body_id
LEFT JOIN published_actor pb ON pb.id = b.id;

CREATE VIEW published_outlet AS
SELECT o.id, ad.slug, o.name, o.kind, o.homepage, o.sample, n.articles, n.latest_signed_off_at
FROM outlet o
JOIN address ad ON ad.outlet_id = o.id AND ad.current
JOIN (SELECT outlet_id, count(*)::int AS articles, max(signed_off_at) AS latest_signed_off_at
      FROM published_article GROUP BY outlet_id) n ON n.outlet_id = o.id;

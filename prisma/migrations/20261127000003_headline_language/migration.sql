-- A headline is shown in the language of the text that was signed off.
CREATE OR REPLACE VIEW published_article AS
SELECT a.id, ad.slug, s.id AS sign_off_id, s.outlet_id, s.headline, s.byline, s.canonical_url, s.published_local,
       s.published_precision, s.published_zone, s.published_source, s.revision_id, r.number AS revision_number,
       r.sha256, s.created_at AS signed_off_at, s.decision_seq, a.sample, r.language
FROM article a
JOIN sign_off s ON s.id = a.sign_off_id
JOIN revision r ON r.id = s.revision_id
JOIN address ad ON ad.article_id = a.id AND ad.current;

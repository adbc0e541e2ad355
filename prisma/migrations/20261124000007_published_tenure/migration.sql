-- The body of an office is named as in published_actor: where it is public itself, and where it is a packaged record that
-- no editor has touched. What an editor calls a body that nothing public leads to is a draft.
CREATE OR REPLACE VIEW published_tenure AS
SELECT t.holder_id, t."from", t."to", o.title,
       CASE WHEN pb.id IS NOT NULL OR (b.key IS NOT NULL AND b.version = 1) THEN b.name END AS body_name,
       pb.slug AS body_slug
FROM tenure t
JOIN published_actor h ON h.id = t.holder_id
JOIN office o ON o.id = t.office_id
JOIN actor b ON b.id = o.body_id
LEFT JOIN published_actor pb ON pb.id = b.id;

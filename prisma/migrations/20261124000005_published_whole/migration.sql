-- What an actor is part of is named where it is public itself, with its address; a packaged record that no editor has
-- touched is named too, without one: it is a known fact and nobody's draft.
CREATE OR REPLACE VIEW published_actor AS
SELECT a.id, ad.slug, a.name, a.kind, a.description, a.wikidata, a.sample, p.name AS part_of_name, p.slug AS part_of_slug
FROM actor a
JOIN address ad ON ad.actor_id = a.id AND ad.current
LEFT JOIN LATERAL (
  SELECT w.name, CASE WHEN speaks.yes THEN wad.slug END AS slug
  FROM actor w
  JOIN address wad ON wad.actor_id = w.id AND wad.current
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM signed_statement s JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE s.attributed_to_id = w.id)
        OR EXISTS (SELECT 1 FROM signed_relay s JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE s.actor_id = w.id) AS yes
  ) speaks
  WHERE w.id = a.part_of_id AND (speaks.yes OR (w.key IS NOT NULL AND w.version = 1))
) p ON true
WHERE EXISTS (SELECT 1 FROM signed_statement s JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE s.attributed_to_id = a.id)
   OR EXISTS (SELECT 1 FROM signed_relay s JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE s.actor_id = a.id);

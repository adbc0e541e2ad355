-- Actor records at the desk: an unnamed source belongs to the article that quotes it, offices are made and taken off by
-- decisions, and a published source may tell later who an unnamed source was.

ALTER TABLE "actor" ADD COLUMN "article_id" UUID, ADD COLUMN "wording" TEXT;
ALTER TABLE "actor" ADD CONSTRAINT "actor_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- One record for each article and wording.
CREATE UNIQUE INDEX "actor_article_id_wording_key" ON "actor"("article_id", "wording");
ALTER TABLE "actor" ADD CONSTRAINT actor_unnamed CHECK (
  article_id IS NULL OR (kind = 'unnamedSource' AND wording IS NOT NULL AND btrim(wording) <> ''));

-- Unnamed sources of before belong to the article of their statements, where that is one.
UPDATE actor a SET article_id = s.article_id, wording = s.wording
FROM (
  SELECT DISTINCT ON (article_id, wording) id, article_id, wording FROM (
    SELECT u.id, min(st.article_id::text)::uuid AS article_id, regexp_replace(lower(btrim(u.name)), '^(a|an|the)\s+', '') AS wording
    FROM actor u JOIN statement st ON st.attributed_to_id = u.id
    WHERE u.kind = 'unnamedSource'
    GROUP BY u.id HAVING count(DISTINCT st.article_id) = 1
  ) found
  ORDER BY article_id, wording, id
) s WHERE s.id = a.id AND s.wording <> '';
-- Nobody finds an unnamed source by name.
DELETE FROM alias al USING actor a WHERE a.id = al.actor_id AND a.kind = 'unnamedSource';

ALTER TABLE "office" ALTER COLUMN "key" DROP NOT NULL,
  ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "sample" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "office" ADD CONSTRAINT office_title CHECK (btrim(title) <> '');

CREATE TABLE "identification" (
    "id" UUID NOT NULL,
    "unnamed_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date" TEXT,
    "note" TEXT,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identification_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "identification_unnamed_id_idx" ON "identification"("unnamed_id");
CREATE INDEX "identification_actor_id_idx" ON "identification"("actor_id");
ALTER TABLE "identification" ADD CONSTRAINT "identification_unnamed_id_fkey" FOREIGN KEY ("unnamed_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "identification" ADD CONSTRAINT "identification_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "identification"
  ADD CONSTRAINT identification_other CHECK (unnamed_id <> actor_id),
  ADD CONSTRAINT identification_url CHECK (url ~ '^https?://'),
  ADD CONSTRAINT identification_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT identification_date CHECK (date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$');
-- One source says it once.
CREATE UNIQUE INDEX identification_once ON identification (unnamed_id, actor_id, url) WHERE NOT withdrawn;

-- The history of one record: decisions by what they touched, or no longer touch.
CREATE INDEX decision_subjects ON decision USING gin ((before || after) jsonb_path_ops);

-- Said in public where the unnamed source is public. Whom the source names has an address to lead to where it is public itself.
CREATE VIEW published_identification AS
SELECT i.id, i.unnamed_id, a.id AS actor_id, a.name AS actor_name, pa.slug AS actor_slug, i.url, i.title, i.date
FROM identification i
JOIN published_actor u ON u.id = i.unnamed_id
JOIN actor_canonical c ON c.actor_id = i.actor_id
JOIN actor a ON a.id = c.canonical_id
LEFT JOIN published_actor pa ON pa.id = a.id
WHERE NOT i.withdrawn;

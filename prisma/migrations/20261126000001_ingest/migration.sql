-- Articles arrive by hand, by address, by feed and in bulk: what read a text, from which bytes, in which language; a text
-- that is no longer the one the outlet shows; statements that wait for an editor in a new text.
CREATE TYPE "raw_coding" AS ENUM ('none', 'gzip');
CREATE TYPE "outlet_change_state" AS ENUM ('open', 'confirmed', 'dismissed');
CREATE TYPE "reanchoring_state" AS ENUM ('open', 'placed', 'left', 'superseded');
ALTER TYPE "date_source" ADD VALUE 'jsonLd';
ALTER TYPE "date_source" ADD VALUE 'meta';
ALTER TYPE "date_source" ADD VALUE 'time';
ALTER TYPE "date_source" ADD VALUE 'feed';
ALTER TYPE "date_source" ADD VALUE 'list';
ALTER TYPE "sighting_source" ADD VALUE 'url';
ALTER TYPE "sighting_source" ADD VALUE 'feed';
ALTER TYPE "sighting_source" ADD VALUE 'bulk';
ALTER TABLE "article" ADD COLUMN     "current_revision_id" UUID,
ADD COLUMN     "deleted_reason" TEXT;
ALTER TABLE "revision" ADD COLUMN     "language" TEXT,
ADD COLUMN     "raw_coding" "raw_coding" NOT NULL DEFAULT 'none',
ADD COLUMN     "raw_sha256" TEXT,
ADD COLUMN     "raw_type" TEXT NOT NULL DEFAULT 'text/plain; charset=utf-8';
ALTER TABLE "sighting" ADD COLUMN     "extractor" TEXT,
ADD COLUMN     "raw_sha256" TEXT;
CREATE TABLE "outlet_change" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "before_id" UUID NOT NULL,
    "after_id" UUID NOT NULL,
    "seen_before" TIMESTAMPTZ(3) NOT NULL,
    "seen_after" TIMESTAMPTZ(3) NOT NULL,
    "state" "outlet_change_state" NOT NULL DEFAULT 'open',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "outlet_change_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "reanchoring" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "from_anchor_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "found" "anchor_state" NOT NULL,
    "carried" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "reanchoring_state" NOT NULL DEFAULT 'open',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reanchoring_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "outlet_change_article_id_idx" ON "outlet_change"("article_id");
CREATE INDEX "reanchoring_article_id_idx" ON "reanchoring"("article_id");
CREATE INDEX "reanchoring_statement_id_idx" ON "reanchoring"("statement_id");
CREATE INDEX "reanchoring_from_anchor_id_idx" ON "reanchoring"("from_anchor_id");
CREATE INDEX "reanchoring_revision_id_idx" ON "reanchoring"("revision_id");
CREATE INDEX "article_current_revision_id_idx" ON "article"("current_revision_id");
ALTER TABLE "article" ADD CONSTRAINT "article_current_revision_id_id_fkey" FOREIGN KEY ("current_revision_id", "id") REFERENCES "revision"("id", "article_id") ON DELETE NO ACTION ON UPDATE RESTRICT;
ALTER TABLE "outlet_change" ADD CONSTRAINT "outlet_change_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outlet_change" ADD CONSTRAINT "outlet_change_before_id_article_id_fkey" FOREIGN KEY ("before_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "outlet_change" ADD CONSTRAINT "outlet_change_after_id_article_id_fkey" FOREIGN KEY ("after_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "reanchoring" ADD CONSTRAINT "reanchoring_statement_id_article_id_fkey" FOREIGN KEY ("statement_id", "article_id") REFERENCES "statement"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "reanchoring" ADD CONSTRAINT "reanchoring_from_anchor_id_statement_id_fkey" FOREIGN KEY ("from_anchor_id", "statement_id") REFERENCES "anchor"("id", "statement_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "reanchoring" ADD CONSTRAINT "reanchoring_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TYPE "decision_action" ADD VALUE 'revise';
ALTER TYPE "decision_action" ADD VALUE 'delete';

-- An article and its current revision point at each other: looked at when the transaction ends.
ALTER TABLE article ALTER CONSTRAINT article_current_revision_id_id_fkey DEFERRABLE INITIALLY DEFERRED;
UPDATE article a SET current_revision_id = (SELECT r.id FROM revision r WHERE r.article_id = a.id ORDER BY r.number DESC LIMIT 1);

-- What is deleted is not public, and somebody said why.
ALTER TABLE article
  ADD CONSTRAINT article_deleted CHECK (deleted_reason IS NULL OR (btrim(deleted_reason) <> '' AND sign_off_id IS NULL));
ALTER TABLE revision
  ADD CONSTRAINT revision_raw_hash CHECK (raw_sha256 ~ '^[0-9a-f]{64}$'
    AND (raw_coding <> 'none' OR raw_sha256 = encode(sha256(raw), 'hex'))),
  ADD CONSTRAINT revision_language CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
ALTER TABLE sighting ADD CONSTRAINT sighting_raw_hash CHECK (raw_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE outlet_change
  ADD CONSTRAINT outlet_change_two CHECK (before_id <> after_id),
  ADD CONSTRAINT outlet_change_interval CHECK (seen_before <= seen_after);
CREATE TRIGGER outlet_change_sample BEFORE INSERT ON outlet_change FOR EACH ROW EXECUTE FUNCTION sample_as_article();

-- A statement waits in one place at a time, and only where its words do not simply stand.
ALTER TABLE reanchoring ADD CONSTRAINT reanchoring_found CHECK (found IN ('changed', 'ambiguous', 'orphan'));
CREATE UNIQUE INDEX reanchoring_open_once ON reanchoring (statement_id) WHERE state = 'open';
CREATE TRIGGER reanchoring_sample BEFORE INSERT ON reanchoring FOR EACH ROW EXECUTE FUNCTION sample_as_article();

-- A sign-off holds statements of its own article, each where it stands: what a later text no longer has stays anchored in
-- the revision that had it.
CREATE OR REPLACE FUNCTION check_signed_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM sign_off s JOIN anchor a ON a.article_id = s.article_id
    WHERE s.id = NEW.sign_off_id AND s.sample = NEW.sample AND a.id = NEW.anchor_id AND a.statement_id = NEW.statement_id
  ) THEN
    RAISE EXCEPTION 'statement % does not stand in the article that is signed off', NEW.statement_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_statement_place';
  END IF;
  RETURN NEW;
END $$;

-- Public: what an editor confirmed that the outlet changed, of public articles.
CREATE VIEW published_change AS
SELECT c.id, p.id AS article_id, b.number AS before_number, a.number AS after_number, c.seen_before, c.seen_after
FROM outlet_change c
JOIN published_article p ON p.id = c.article_id
JOIN revision b ON b.id = c.before_id
JOIN revision a ON a.id = c.after_id
WHERE c.state = 'confirmed';

-- In which of its article's revisions a public statement stands.
CREATE VIEW published_place AS
SELECT st.id AS statement_id, st.article_id, r.number AS revision_number, r.id = p.revision_id AS in_signed_revision, r.language
FROM published_statement st
JOIN published_article p ON p.id = st.article_id
JOIN anchor an ON an.id = st.anchor_id
JOIN revision r ON r.id = an.revision_id;

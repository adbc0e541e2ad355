-- Stories: articles about the same event. What a machine proposes and what an editor decided are rows of one table, told
-- apart by their state; what an article is found by is computed from its features.
CREATE TYPE "story_member_state" AS ENUM ('suggested', 'accepted', 'rejected', 'removed');
CREATE TABLE "story" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "story_member" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "state" "story_member_state" NOT NULL,
    "score" REAL,
    "reason" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "story_member_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "story_feature" (
    "article_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "terms" INTEGER[],
    "weights" SMALLINT[],
    "engine" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "story_feature_pkey" PRIMARY KEY ("article_id")
);
CREATE TABLE "story_term" (
    "term" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "article_id" UUID NOT NULL,
    CONSTRAINT "story_term_pkey" PRIMARY KEY ("term","day","article_id")
);
CREATE INDEX "story_member_article_id_idx" ON "story_member"("article_id");
CREATE UNIQUE INDEX "story_member_story_id_article_id_key" ON "story_member"("story_id", "article_id");
CREATE INDEX "story_feature_language_sample_day_idx" ON "story_feature"("language", "sample", "day");
ALTER TABLE "story_member" ADD CONSTRAINT "story_member_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "story_member" ADD CONSTRAINT "story_member_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "story_feature" ADD CONSTRAINT "story_feature_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE story ADD CONSTRAINT story_title CHECK (btrim(title) <> '');
ALTER TABLE story_member ADD CONSTRAINT story_member_score CHECK (score BETWEEN 0 AND 1);
ALTER TABLE story_feature ADD CONSTRAINT story_feature_weights CHECK (cardinality(terms) = cardinality(weights) AND cardinality(terms) <= 64);

-- 1. An article is accepted in one story. Looked at when the transaction ends: a move undone puts it back before it takes
-- it away, or the other way round.
ALTER TABLE story_member ADD CONSTRAINT story_member_accepted_once
  EXCLUDE USING btree (article_id WITH =) WHERE (state = 'accepted') DEFERRABLE INITIALLY DEFERRED;

-- 2. What waits for an editor, the newest first.
CREATE INDEX story_member_waiting ON story_member (created_at DESC, story_id) WHERE state = 'suggested';
CREATE INDEX story_newest ON story (created_at DESC, id) WHERE NOT withdrawn;

-- 3. The strongest terms of an article are rows of their own, by term and day. Computed: a backup leaves them out.
COMMENT ON TABLE story_term IS 'computed';
CREATE FUNCTION keep_story_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM story_term WHERE term = ANY (OLD.terms[1:24]) AND day = OLD.day AND article_id = OLD.article_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO story_term (term, day, article_id)
    SELECT DISTINCT term, NEW.day, NEW.article_id FROM unnest(NEW.terms[1:24]) AS term;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER story_terms_kept AFTER INSERT OR UPDATE OR DELETE ON story_feature
  FOR EACH ROW EXECUTE FUNCTION keep_story_terms();

-- Copies: texts as their copies are looked for, pairs that share enough, and the groups these pairs make. All of it is
-- computed when a text comes in; no decision makes or ends a copy.
CREATE TABLE "copy_group" (
    "id" UUID NOT NULL,
    "earliest_id" UUID,
    "earliest_reason" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "copy_group_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "copy_text" (
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "runs" INTEGER NOT NULL,
    "keys" INTEGER[],
    "credits" UUID[],
    "group_id" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "copy_text_pkey" PRIMARY KEY ("article_id")
);
CREATE TABLE "copy_key" (
    "key" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    CONSTRAINT "copy_key_pkey" PRIMARY KEY ("key","number")
);
CREATE TABLE "copy_pair" (
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "of_one" DOUBLE PRECISION NOT NULL,
    "of_other" DOUBLE PRECISION NOT NULL,
    "one_text" BOOLEAN NOT NULL,
    CONSTRAINT "copy_pair_pkey" PRIMARY KEY ("one_id","other_id")
);
CREATE UNIQUE INDEX "copy_text_number_key" ON "copy_text"("number");
CREATE INDEX "copy_text_group_id_idx" ON "copy_text"("group_id");
CREATE INDEX "copy_text_revision_id_idx" ON "copy_text"("revision_id");
CREATE INDEX "copy_pair_other_id_idx" ON "copy_pair"("other_id");
ALTER TABLE "copy_text" ADD CONSTRAINT "copy_text_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "copy_text" ADD CONSTRAINT "copy_text_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "copy_text" ADD CONSTRAINT "copy_text_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "copy_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "copy_pair" ADD CONSTRAINT "copy_pair_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "copy_text"("article_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "copy_pair" ADD CONSTRAINT "copy_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "copy_text"("article_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE copy_text
  ADD CONSTRAINT copy_text_runs CHECK (runs > 0),
  ADD CONSTRAINT copy_text_keys CHECK (keys IS NOT NULL AND cardinality(keys) BETWEEN 1 AND 256),
  ADD CONSTRAINT copy_text_credits CHECK (credits IS NOT NULL);
-- A pair is written once: the smaller id first.
ALTER TABLE copy_pair
  ADD CONSTRAINT copy_pair_once CHECK (one_id < other_id),
  ADD CONSTRAINT copy_pair_shares CHECK (of_one BETWEEN 0 AND 1 AND of_other BETWEEN 0 AND 1);
CREATE TRIGGER copy_text_sample BEFORE INSERT ON copy_text FOR EACH ROW EXECUTE FUNCTION sample_as_article();

-- Which texts hold a key, spread from copy_text: a backup leaves it out, and a restored text makes it anew.
COMMENT ON TABLE copy_key IS 'computed';
CREATE FUNCTION spread_copy_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM copy_key c USING unnest(OLD.keys) AS k(key) WHERE c.key = k.key AND c.number = OLD.number;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO copy_key (key, number) SELECT DISTINCT k.key, NEW.number FROM unnest(NEW.keys) AS k(key);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER copy_text_keys AFTER INSERT OR DELETE OR UPDATE OF keys, number ON copy_text
  FOR EACH ROW EXECUTE FUNCTION spread_copy_keys();

-- Public: articles whose signed text is one text with that of another public article. What is computed over texts that
-- are not signed off says nothing here.
CREATE VIEW published_copy AS
WITH compared AS (
  SELECT p.id AS article_id, t.group_id
  FROM copy_text t
  JOIN published_article p ON p.id = t.article_id AND p.revision_id = t.revision_id
  WHERE t.group_id IS NOT NULL
)
SELECT c.article_id, c.group_id, g.earliest_id IS NOT DISTINCT FROM c.article_id AS earliest
FROM compared c
JOIN copy_group g ON g.id = c.group_id
WHERE EXISTS (SELECT FROM compared o WHERE o.group_id = c.group_id AND o.article_id <> c.article_id);

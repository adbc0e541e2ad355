-- The inbox of a record of any size: what is left to do about each article, kept beside it. Computed: a backup leaves it
-- out, and restored rows make it anew.
CREATE TYPE "work_state" AS ENUM ('new', 'begun', 'changed', 'signedOff');
CREATE TABLE "article_work" (
    "article_id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "brought_in_at" TIMESTAMPTZ(3) NOT NULL,
    "source" "sighting_source",
    "words" TEXT NOT NULL,
    "open" INTEGER NOT NULL,
    "less_certain" INTEGER NOT NULL,
    "statements" INTEGER NOT NULL,
    "to_look" INTEGER NOT NULL,
    "state" "work_state" NOT NULL,
    "waits" BOOLEAN NOT NULL,
    CONSTRAINT "article_work_pkey" PRIMARY KEY ("article_id")
);
CREATE INDEX "article_work_waits_brought_in_at_article_id_idx" ON "article_work"("waits", "brought_in_at", "article_id");
CREATE INDEX "article_work_outlet_id_waits_brought_in_at_article_id_idx" ON "article_work"("outlet_id", "waits", "brought_in_at", "article_id");
CREATE INDEX "article_work_source_waits_brought_in_at_article_id_idx" ON "article_work"("source", "waits", "brought_in_at", "article_id");
CREATE INDEX "article_work_words_idx" ON "article_work" USING GIN ("words" gin_trgm_ops);
ALTER TABLE "article_work" ADD CONSTRAINT "article_work_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMENT ON TABLE article_work IS 'computed';
ALTER TABLE article_work ADD CONSTRAINT article_work_waits CHECK (waits = (state <> 'signedOff'));
-- One kind of work each, in the order of the whole list.
CREATE INDEX article_work_suggestions ON article_work (waits, brought_in_at, article_id) WHERE waits AND open > 0;
CREATE INDEX article_work_to_look ON article_work (waits, brought_in_at, article_id) WHERE to_look > 0;
CREATE INDEX article_work_changed ON article_work (waits, brought_in_at, article_id) WHERE state = 'changed';
DROP INDEX article_inbox;

-- The cut of lib/attribution/cut.ts: a test holds that they are the same. Another one asks for a migration that
-- refreshes all articles.
CREATE FUNCTION shown_from() RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 0.6::double precision $$;

-- Words as the desk's lists are searched by them: without capitals and accents.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT lower(unaccent(words))
$$;

-- One plan for all calls, since planning takes longer than the work; by the indexes of the asked articles alone, since a
-- plan that was made while the tables were empty serves while a backup fills them.
CREATE FUNCTION refresh_article_work(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  -- Whoever comes second at an article counts when the first has ended, and sees what it did.
  PERFORM FROM article_work WHERE article_id = ANY (ids) ORDER BY article_id FOR UPDATE;
  INSERT INTO article_work AS w
    (article_id, outlet_id, brought_in_at, source, words, open, less_certain, statements, to_look, state, waits)
  SELECT a.id, a.outlet_id, a.created_at, c.source, plain_words(a.headline || ' ' || c.outlet), c.open, c.less_certain,
    c.statements, c.to_look, s.state, s.state <> 'signedOff'
  FROM article a
  CROSS JOIN LATERAL (
    SELECT
      (SELECT o.name FROM outlet o WHERE o.id = a.outlet_id) AS outlet,
      (SELECT x.source FROM revision r JOIN sighting x ON x.revision_id = r.id
       WHERE r.article_id = a.id ORDER BY r.number, x.id LIMIT 1) AS source,
      (SELECT count(*) FROM suggestion g
       WHERE g.article_id = a.id AND g.state = 'open' AND g.confidence >= shown_from())::int AS open,
      (SELECT count(*) FROM suggestion g
       WHERE g.article_id = a.id AND g.state = 'open' AND g.confidence < shown_from())::int AS less_certain,
      (SELECT count(*) FROM statement t WHERE t.article_id = a.id AND NOT t.withdrawn)::int AS statements,
      ((SELECT count(*) FROM reanchoring r JOIN statement t ON t.id = r.statement_id
        WHERE r.article_id = a.id AND r.state = 'open' AND NOT t.withdrawn)
       + (SELECT count(DISTINCT t.id) FROM statement t JOIN relay r ON r.statement_id = t.id
          WHERE t.article_id = a.id AND NOT t.withdrawn AND NOT EXISTS (
            SELECT FROM span p WHERE p.anchor_id = t.anchor_id AND p.role = 'relay' AND p.position = r.position))
       + (SELECT count(*) FROM outlet_change h WHERE h.article_id = a.id AND h.state = 'open'))::int AS to_look,
      EXISTS (SELECT FROM decision d WHERE d.article_id = a.id AND d.action <> 'add') AS decided,
      -- A change by the outlet is public by its own decision, without another sign-off.
      EXISTS (SELECT FROM sign_off f JOIN decision d ON d.article_id = a.id AND d.seq > f.decision_seq
              CROSS JOIN LATERAL jsonb_array_elements(d.after) AS n
              WHERE f.id = a.sign_off_id AND n->>'noun' <> 'outletChange'
                AND (n->>'noun' <> 'suggestion' OR n->'state'->>'state' = 'open')) AS since
  ) c
  CROSS JOIN LATERAL (
    SELECT (CASE
      WHEN a.sign_off_id IS NOT NULL THEN CASE WHEN c.since OR c.to_look > 0 THEN 'changed' ELSE 'signedOff' END
      WHEN c.decided OR c.statements > 0 THEN 'begun'
      ELSE 'new'
    END)::work_state AS state
  ) s
  WHERE a.id = ANY (ids) AND a.deleted_reason IS NULL
  ON CONFLICT (article_id) DO UPDATE
  SET outlet_id = excluded.outlet_id, source = excluded.source, words = excluded.words, open = excluded.open,
    less_certain = excluded.less_certain, statements = excluded.statements, to_look = excluded.to_look,
    state = excluded.state, waits = excluded.waits
  WHERE w IS DISTINCT FROM excluded;
  -- What is off the record waits for nobody.
  DELETE FROM article_work w USING article a
  WHERE w.article_id = ANY (ids) AND a.id = w.article_id AND a.deleted_reason IS NOT NULL;
END $$;

CREATE FUNCTION keep_work_of_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_article_work(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER article_work_kept AFTER INSERT OR UPDATE OF outlet_id, headline, sign_off_id, deleted_reason ON article
  FOR EACH ROW EXECUTE FUNCTION keep_work_of_article();

-- Once for all rows of a statement: an article's suggestions come together.
CREATE FUNCTION keep_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_article_work(array_agg(DISTINCT article_id)) FROM touched WHERE article_id IS NOT NULL
    HAVING count(article_id) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_work_of_sighting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A later sighting does not say how an article came.
  PERFORM refresh_article_work(array_agg(DISTINCT r.article_id))
  FROM touched t JOIN revision r ON r.id = t.revision_id JOIN article_work w ON w.article_id = r.article_id
  WHERE w.source IS NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_work_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What was added is told by its own row, until somebody has signed off.
  PERFORM refresh_article_work(array_agg(DISTINCT a.id))
  FROM touched t JOIN article a ON a.id = t.article_id
  WHERE t.action <> 'add' OR a.sign_off_id IS NOT NULL HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_work_of_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_article_work(array_agg(DISTINCT s.article_id))
  FROM touched t JOIN statement s ON s.id = t.statement_id HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_work_of_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Words that prove a relay.
  PERFORM refresh_article_work(array_agg(DISTINCT n.article_id))
  FROM touched t JOIN anchor n ON n.id = t.anchor_id WHERE t.role = 'relay' HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER sighting_work_inserted AFTER INSERT ON sighting REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_sighting();
CREATE TRIGGER decision_work_inserted AFTER INSERT ON decision REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_decision();
CREATE TRIGGER sign_off_work_inserted AFTER INSERT ON sign_off REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER suggestion_work_inserted AFTER INSERT ON suggestion REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER suggestion_work_updated AFTER UPDATE ON suggestion REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER suggestion_work_deleted AFTER DELETE ON suggestion REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER statement_work_inserted AFTER INSERT ON statement REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER statement_work_updated AFTER UPDATE ON statement REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER statement_work_deleted AFTER DELETE ON statement REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER reanchoring_work_inserted AFTER INSERT ON reanchoring REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER reanchoring_work_updated AFTER UPDATE ON reanchoring REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER reanchoring_work_deleted AFTER DELETE ON reanchoring REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER outlet_change_work_inserted AFTER INSERT ON outlet_change REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER outlet_change_work_updated AFTER UPDATE ON outlet_change REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER outlet_change_work_deleted AFTER DELETE ON outlet_change REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work();
CREATE TRIGGER relay_work_inserted AFTER INSERT ON relay REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_relay();
CREATE TRIGGER relay_work_updated AFTER UPDATE ON relay REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_relay();
CREATE TRIGGER relay_work_deleted AFTER DELETE ON relay REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_relay();
CREATE TRIGGER span_work_inserted AFTER INSERT ON span REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_span();

-- An outlet that is renamed changes the words of its articles, and nothing else.
CREATE FUNCTION keep_work_of_outlet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article_work w SET words = plain_words(a.headline || ' ' || NEW.name)
  FROM article a WHERE w.outlet_id = NEW.id AND a.id = w.article_id;
  RETURN NULL;
END $$;
CREATE TRIGGER outlet_work_kept AFTER UPDATE OF name ON outlet
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION keep_work_of_outlet();

SELECT refresh_article_work(array_agg(id)) FROM article;

-- Entries that are done and have long left their feed are forgotten: lib/feed/forget.server.ts. When those on record left
-- it nobody knows; they count from now.
ALTER TABLE "feed_item" ADD COLUMN "listed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX feed_item_listed ON feed_item (feed_id, listed_at) WHERE state = 'done';

-- Two records of one actor. A merge moves no row: statements, names, tenures and addresses keep the record they were
-- decided on. Which record stands for another is computed from the merges that are active; see docs/decisions/0010.

ALTER TYPE "decision_action" ADD VALUE 'merge';
ALTER TYPE "decision_action" ADD VALUE 'split';
ALTER TYPE "decision_action" ADD VALUE 'distinguish';

CREATE TABLE "actor_merge" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "reason" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "actor_merge_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "actor_distinction" (
    "id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "reason" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "actor_distinction_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "actor_canonical" (
    "actor_id" UUID NOT NULL,
    "canonical_id" UUID NOT NULL,
    CONSTRAINT "actor_canonical_pkey" PRIMARY KEY ("actor_id")
);
CREATE TABLE "alias_likeness" (
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" REAL NOT NULL,
    CONSTRAINT "alias_likeness_pkey" PRIMARY KEY ("one_id","other_id")
);
CREATE INDEX "actor_merge_actor_id_idx" ON "actor_merge"("actor_id");
CREATE INDEX "actor_merge_into_id_idx" ON "actor_merge"("into_id");
CREATE INDEX "actor_distinction_one_id_idx" ON "actor_distinction"("one_id");
CREATE INDEX "actor_distinction_other_id_idx" ON "actor_distinction"("other_id");
CREATE INDEX "actor_canonical_canonical_id_idx" ON "actor_canonical"("canonical_id");
CREATE INDEX "alias_likeness_other_id_idx" ON "alias_likeness"("other_id");
CREATE INDEX "actor_wikidata_idx" ON "actor"("wikidata");
ALTER TABLE "actor_merge" ADD CONSTRAINT "actor_merge_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "actor_merge" ADD CONSTRAINT "actor_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "actor_distinction" ADD CONSTRAINT "actor_distinction_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "actor_distinction" ADD CONSTRAINT "actor_distinction_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "actor_canonical" ADD CONSTRAINT "actor_canonical_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "actor_canonical" ADD CONSTRAINT "actor_canonical_canonical_id_fkey" FOREIGN KEY ("canonical_id") REFERENCES "actor"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "alias_likeness" ADD CONSTRAINT "alias_likeness_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "alias"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alias_likeness" ADD CONSTRAINT "alias_likeness_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "alias"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is computed from other rows is no content: a backup leaves it out, and the triggers below make it anew.
COMMENT ON TABLE actor_canonical IS 'computed';
COMMENT ON TABLE alias_likeness IS 'computed';

-- 1. One record stands for each.
CREATE UNIQUE INDEX actor_merge_once ON actor_merge (actor_id) WHERE active;
CREATE UNIQUE INDEX actor_distinction_once ON actor_distinction (one_id, other_id) WHERE active;
ALTER TABLE actor_merge ADD CONSTRAINT actor_merge_two CHECK (actor_id <> into_id);
ALTER TABLE actor_distinction ADD CONSTRAINT actor_distinction_two CHECK (one_id < other_id);

-- The record at the end of the merges that begin at `asked`.
CREATE FUNCTION canonical_actor(asked uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  at uuid := asked;
  next_id uuid;
BEGIN
  FOR step IN 0..50 LOOP
    SELECT into_id INTO next_id FROM actor_merge WHERE actor_id = at AND active;
    IF NOT FOUND THEN RETURN at; END IF;
    at := next_id;
  END LOOP;
  RAISE EXCEPTION 'more than 50 merges lead on from actor %', asked
    USING ERRCODE = 'check_violation', CONSTRAINT = 'actor_merge_depth';
END $$;

-- Merges are made one at a time, so that two of them can't close a circle together.
CREATE FUNCTION check_actor_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sample THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a merge is undone, not deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.actor_id, NEW.into_id) IS DISTINCT FROM (OLD.id, OLD.actor_id, OLD.into_id) OR NEW.sample AND NOT OLD.sample THEN
      RAISE EXCEPTION 'a merge joins the same two records for ever' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.sample AND NOT EXISTS (SELECT 1 FROM actor WHERE id = NEW.actor_id AND sample) THEN
    RAISE EXCEPTION 'actor_merge: the merged record is not of the sample newsroom' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT NEW.active THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('on-record actor merge'));
  IF EXISTS (SELECT 1 FROM actor WHERE id IN (NEW.actor_id, NEW.into_id) AND kind = 'unnamedSource') THEN
    RAISE EXCEPTION 'an unnamed source is never merged' USING ERRCODE = 'check_violation', CONSTRAINT = 'actor_merge_named';
  END IF;
  IF canonical_actor(NEW.into_id) = NEW.actor_id THEN
    RAISE EXCEPTION 'the merge would close a circle' USING ERRCODE = 'check_violation', CONSTRAINT = 'actor_merge_circle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER actor_merge_checked BEFORE INSERT OR UPDATE OR DELETE ON actor_merge FOR EACH ROW EXECUTE FUNCTION check_actor_merge();
CREATE TRIGGER actor_merge_kept BEFORE TRUNCATE ON actor_merge EXECUTE FUNCTION refuse_truncate();

CREATE FUNCTION check_actor_distinction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sample THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a distinction is taken back, not deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.one_id, NEW.other_id) IS DISTINCT FROM (OLD.id, OLD.one_id, OLD.other_id) OR NEW.sample AND NOT OLD.sample THEN
      RAISE EXCEPTION 'a distinction is of the same two records for ever' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.sample AND NOT EXISTS (SELECT 1 FROM actor WHERE id IN (NEW.one_id, NEW.other_id) AND sample) THEN
    RAISE EXCEPTION 'actor_distinction: neither record is of the sample newsroom' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER actor_distinction_checked BEFORE INSERT OR UPDATE OR DELETE ON actor_distinction FOR EACH ROW EXECUTE FUNCTION check_actor_distinction();
CREATE TRIGGER actor_distinction_kept BEFORE TRUNCATE ON actor_distinction EXECUTE FUNCTION refuse_truncate();

-- 2. actor_canonical says for every actor what canonical_actor() says: kept, so that it can be looked up from both sides.
CREATE FUNCTION add_actor_canonical() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO actor_canonical (actor_id, canonical_id) VALUES (NEW.id, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER actor_canonical_added AFTER INSERT ON actor FOR EACH ROW EXECUTE FUNCTION add_actor_canonical();
INSERT INTO actor_canonical (actor_id, canonical_id) SELECT id, id FROM actor;

CREATE FUNCTION keep_actor_canonical() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE led(id, depth) AS (
    SELECT CASE WHEN TG_OP = 'DELETE' THEN OLD.actor_id ELSE NEW.actor_id END, 0
    UNION ALL
    SELECT m.actor_id, led.depth + 1 FROM led JOIN actor_merge m ON m.into_id = led.id AND m.active WHERE led.depth < 50
  )
  UPDATE actor_canonical c SET canonical_id = canonical_actor(c.actor_id) FROM led WHERE c.actor_id = led.id;
  RETURN NULL;
END $$;
CREATE TRIGGER actor_canonical_follows AFTER INSERT OR UPDATE OF active OR DELETE ON actor_merge
  FOR EACH ROW EXECUTE FUNCTION keep_actor_canonical();

-- 3. Nothing is part of itself, by however many steps. Looked at when the transaction ends, one transaction at a time.
CREATE FUNCTION check_actor_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole uuid;
  steps int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('on-record actor parts'));
  SELECT part_of_id INTO whole FROM actor WHERE id = NEW.id;
  WHILE whole IS NOT NULL LOOP
    steps := steps + 1;
    IF whole = NEW.id OR steps > 100 THEN
      RAISE EXCEPTION 'actor % would be part of itself', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'actor_part_circle';
    END IF;
    SELECT part_of_id INTO whole FROM actor WHERE id = whole;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER actor_part_added AFTER INSERT ON actor DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.part_of_id IS NOT NULL) EXECUTE FUNCTION check_actor_part();
CREATE CONSTRAINT TRIGGER actor_part_changed AFTER UPDATE OF part_of_id ON actor DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.part_of_id IS NOT NULL AND NEW.part_of_id IS DISTINCT FROM OLD.part_of_id) EXECUTE FUNCTION check_actor_part();

-- What comes with the package and no editor has touched. A record of a list has a key too; being made at the desk it
-- counts its version from 2.
CREATE FUNCTION is_packaged(key text, version int) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT key IS NOT NULL AND version = 1
$$;

-- 4. Names that are like each other without being the same: candidates, which lib/actor/duplicates judges. Found once,
-- by index, when a name comes in, so that the page of likely duplicates need not compare all names with all.
-- Keys of a folded name: "w:" its words in any order; "o:" without one of three or more; "k:" without vowels, for
-- transliterations; "i:" and "f:" the last word with the first one's initial, written so or written out; "d:" all words
-- but one, and how that one begins.
CREATE FUNCTION name_keys(folded text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words text[];
  given text;
  keys text[];
  bare text;
  rest text;
BEGIN
  SELECT array_agg(word ORDER BY word COLLATE "C"), (array_agg(word ORDER BY at))[1], (array_agg(word ORDER BY at DESC))[1]
  INTO words, given, rest
  FROM (SELECT word, at FROM unnest(string_to_array(folded, ' ')) WITH ORDINALITY AS w(word, at)
        WHERE word NOT IN ('', 'of', 'the', 'and', 'for') ORDER BY at LIMIT 8) w;
  IF words IS NULL THEN RETURN '{}'; END IF;
  keys := ARRAY['w:' || array_to_string(words, ' ')];
  IF cardinality(words) >= 2 THEN
    -- "J.K." is folded to "jk".
    IF length(given) <= 2 THEN keys := keys || ('i:' || left(given, 1) || ' ' || rest); END IF;
    IF length(given) >= 2 THEN keys := keys || ('f:' || left(given, 1) || ' ' || rest); END IF;
    FOR n IN 1..cardinality(words) LOOP
      rest := array_to_string(words[:n - 1] || words[n + 1:], ' ');
      keys := keys || ('d:' || rest || '|' || left(words[n], 1));
      IF cardinality(words) >= 3 THEN keys := keys || ('o:' || rest); END IF;
    END LOOP;
  END IF;
  SELECT string_agg(b, ' ' ORDER BY b COLLATE "C") INTO bare FROM (
    SELECT regexp_replace(regexp_replace(translate(word, 'qcwz', 'kkvs'), '(?<=.)[aeiouyj]', '', 'g'), '(.)\1+', '\1', 'g') AS b
    FROM unnest(words) AS word) s;
  IF length(bare) >= 4 THEN keys := keys || ('k:' || bare); END IF;
  RETURN keys;
END $$;
CREATE INDEX alias_name_keys ON alias USING gin (name_keys(folded)) WITH (fastupdate = off);

-- Names of two packaged records are known to be of two actors; a place that stands for an actor and an acronym that
-- others share say little. A plan made while the table was small must not read all of it later: a list comes in within
-- one session.
CREATE FUNCTION find_alike_names(new_id uuid) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  own record;
  alike text[];
  nearly text[];
BEGIN
  SELECT l.folded, l.kind, l.actor_id, is_packaged(a.key, a.version) AS packaged, a.kind AS actor_kind INTO own
  FROM alias l JOIN actor a ON a.id = l.actor_id WHERE l.id = new_id;
  IF own.kind IN ('metonym', 'acronym') OR own.actor_kind = 'unnamedSource' OR length(own.folded) < 4 THEN RETURN; END IF;
  IF own.packaged AND NOT EXISTS (SELECT 1 FROM actor WHERE NOT is_packaged(key, version)) THEN RETURN; END IF;
  -- Initials meet names written out, and a name meets those with one word more or less.
  SELECT array_agg(translate(left(k, 1), 'ifo', 'fiw') || substr(k, 2)) FILTER (WHERE left(k, 1) <> 'd')
           || array_agg('o' || substr(k, 2)) FILTER (WHERE left(k, 1) = 'w'),
         coalesce(array_agg(k) FILTER (WHERE left(k, 1) = 'd'), '{}')
  INTO alike, nearly FROM unnest(name_keys(own.folded)) AS k;
  INSERT INTO alias_likeness (one_id, other_id, score)
  SELECT least(new_id, found.id), greatest(new_id, found.id), max(found.score) FROM (
    SELECT o.id, 1 + similarity(o.folded, own.folded) AS score
    FROM alias o WHERE name_keys(o.folded) && alike AND o.folded <> own.folded AND o.actor_id <> own.actor_id
    UNION ALL
    SELECT o.id, similarity(o.folded, own.folded)
    FROM alias o WHERE name_keys(o.folded) && nearly AND similarity(o.folded, own.folded) >= 0.5
      AND o.folded <> own.folded AND o.actor_id <> own.actor_id
  ) found JOIN alias o ON o.id = found.id JOIN actor a ON a.id = o.actor_id
  WHERE o.kind NOT IN ('metonym', 'acronym') AND a.kind <> 'unnamedSource' AND NOT (own.packaged AND is_packaged(a.key, a.version))
  GROUP BY found.id ORDER BY 3 DESC, found.id LIMIT 10
  ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION keep_alike_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM alias_likeness WHERE one_id = NEW.id OR other_id = NEW.id; END IF;
  PERFORM find_alike_names(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER alias_likeness_added AFTER INSERT ON alias FOR EACH ROW EXECUTE FUNCTION keep_alike_names();
CREATE TRIGGER alias_likeness_changed AFTER UPDATE OF folded ON alias FOR EACH ROW WHEN (NEW.folded <> OLD.folded)
  EXECUTE FUNCTION keep_alike_names();
SELECT find_alike_names(l.id) FROM alias l JOIN actor a ON a.id = l.actor_id WHERE NOT is_packaged(a.key, a.version);

-- 5. What the public sees of an actor is of the record that stands for it. Sign-offs keep the record they froze.
CREATE OR REPLACE VIEW published_statement AS
SELECT ss.statement_id AS id, p.id AS article_id, ss.anchor_id, ss.kind, ss.mode, c.canonical_id AS attributed_to_id, ss.words, ss.search,
       p.outlet_id, p.published_local, p.published_precision, p.signed_off_at, ss.sign_off_id, p.sample
FROM signed_statement ss
JOIN published_article p ON p.sign_off_id = ss.sign_off_id
-- Every actor has its row. LEFT, so that whoever asks for no actor does not pay for it.
LEFT JOIN actor_canonical c ON c.actor_id = ss.attributed_to_id;

CREATE OR REPLACE VIEW published_relay AS
SELECT st.id AS statement_id, sr.position, c.canonical_id AS actor_id
FROM published_statement st
JOIN signed_relay sr ON sr.sign_off_id = st.sign_off_id AND sr.statement_id = st.id
JOIN actor_canonical c ON c.actor_id = sr.actor_id;

-- A record that was merged into another has no member, itself included: it is not public by itself.
CREATE OR REPLACE VIEW published_actor AS
SELECT a.id, ad.slug, a.name, a.kind, a.description, a.wikidata, a.sample, p.name AS part_of_name, p.slug AS part_of_slug
FROM actor a
JOIN address ad ON ad.actor_id = a.id AND ad.current
LEFT JOIN LATERAL (
  SELECT w.name, CASE WHEN speaks.yes THEN wad.slug END AS slug
  FROM actor_canonical wc
  JOIN actor w ON w.id = wc.canonical_id
  JOIN address wad ON wad.actor_id = w.id AND wad.current
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM actor_canonical m JOIN signed_statement s ON s.attributed_to_id = m.actor_id
                   JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE m.canonical_id = w.id)
        OR EXISTS (SELECT 1 FROM actor_canonical m JOIN signed_relay s ON s.actor_id = m.actor_id
                   JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE m.canonical_id = w.id) AS yes
  ) speaks
  -- Its own whole, else that of a record merged into it.
  WHERE wc.actor_id = coalesce(a.part_of_id, (
      SELECT o.part_of_id FROM actor_canonical m JOIN actor o ON o.id = m.actor_id
      WHERE m.canonical_id = a.id AND o.part_of_id IS NOT NULL ORDER BY o.id LIMIT 1))
    AND w.id <> a.id AND (speaks.yes OR (w.key IS NOT NULL AND w.version = 1))
) p ON true
WHERE EXISTS (SELECT 1 FROM actor_canonical m JOIN signed_statement s ON s.attributed_to_id = m.actor_id
              JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE m.canonical_id = a.id)
   OR EXISTS (SELECT 1 FROM actor_canonical m JOIN signed_relay s ON s.actor_id = m.actor_id
              JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE m.canonical_id = a.id);

-- `merged`: it is a name of a record that was merged into the actor.
CREATE OR REPLACE VIEW published_alias AS
SELECT pa.id AS actor_id, al.name, al.folded, al.kind, al.language, al.valid_from, al.valid_to, al.actor_id <> pa.id AS merged
FROM alias al
JOIN actor_canonical c ON c.actor_id = al.actor_id
JOIN published_actor pa ON pa.id = c.canonical_id;

CREATE OR REPLACE VIEW published_tenure AS
SELECT h.id AS holder_id, t."from", t."to", o.title,
       CASE WHEN pb.id IS NOT NULL OR (b.key IS NOT NULL AND b.version = 1) THEN b.name END AS body_name,
       pb.slug AS body_slug
FROM tenure t
JOIN actor_canonical hc ON hc.actor_id = t.holder_id
JOIN published_actor h ON h.id = hc.canonical_id
JOIN office o ON o.id = t.office_id
JOIN actor_canonical bc ON bc.actor_id = o.body_id
JOIN actor b ON b.id = bc.canonical_id
LEFT JOIN published_actor pb ON pb.id = b.id;

CREATE OR REPLACE VIEW published_address AS
SELECT ad.slug, 'article' AS noun, n.slug AS current_slug, n.sample
FROM address ad JOIN published_article n ON n.id = ad.article_id
UNION ALL
SELECT ad.slug, 'claim', n.slug, n.sample FROM address ad JOIN published_claim n ON n.id = ad.claim_id
UNION ALL
SELECT ad.slug, 'outlet', n.slug, n.sample FROM address ad JOIN published_outlet n ON n.id = ad.outlet_id
UNION ALL
-- An address of a merged record leads on. A real actor who speaks in the sample only is known from nowhere else. Written
-- without published_actor: every request for a page asks this, and planning it costs more than running it.
SELECT ad.slug, 'actor', here.slug, a.sample OR lead.sample
FROM address ad
JOIN actor_canonical c ON c.actor_id = ad.actor_id
JOIN actor a ON a.id = c.canonical_id
JOIN address here ON here.actor_id = a.id AND here.current
JOIN LATERAL (
  SELECT bool_and(led.sample) AS sample FROM actor_canonical m CROSS JOIN LATERAL (
    SELECT s.sample FROM signed_statement s JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE s.attributed_to_id = m.actor_id
    UNION ALL
    SELECT s.sample FROM signed_relay s JOIN article ar ON ar.sign_off_id = s.sign_off_id WHERE s.actor_id = m.actor_id
  ) led
  WHERE m.canonical_id = a.id
) lead ON lead.sample IS NOT NULL;

-- What is part of what, one step: ids only. What lies between two public actors need not be public itself.
CREATE VIEW published_part AS
SELECT pc.canonical_id AS part_id, wc.canonical_id AS whole_id
FROM actor a
JOIN actor_canonical pc ON pc.actor_id = a.id
JOIN actor_canonical wc ON wc.actor_id = a.part_of_id
WHERE pc.canonical_id <> wc.canonical_id;

-- Names of packaged wholes that no editor has touched: known facts, that lead to their public parts also where nothing
-- public is attributed to the whole itself.
CREATE VIEW published_whole AS
SELECT a.id AS actor_id, a.name, al.folded
FROM actor a
JOIN actor_canonical c ON c.actor_id = a.id AND c.canonical_id = a.id
JOIN alias al ON al.actor_id = a.id
WHERE is_packaged(a.key, a.version) AND EXISTS (SELECT 1 FROM published_part p WHERE p.whole_id = a.id);

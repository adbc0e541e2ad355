-- Rules the schema language cannot say. Each has a test that sees it refuse (lib/database/rules.db.test.ts).

-- 1. References that go round in a circle, or within one table, are looked at when the transaction ends.
ALTER TABLE article ALTER CONSTRAINT article_sign_off_id_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE statement ALTER CONSTRAINT statement_anchor_id_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE actor ALTER CONSTRAINT actor_part_of_id_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision ALTER CONSTRAINT decision_undoes_fkey DEFERRABLE INITIALLY DEFERRED;

-- 2. What is frozen stays: no UPDATE, no TRUNCATE, and DELETE only of the sample newsroom's rows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sample THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% of % is refused: its rows never change', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'TRUNCATE of % is refused: its rows never change', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER revision_frozen BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_kept BEFORE TRUNCATE ON revision EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER sighting_frozen BEFORE UPDATE OR DELETE ON sighting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sighting_kept BEFORE TRUNCATE ON sighting EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER anchor_frozen BEFORE UPDATE OR DELETE ON anchor FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER anchor_kept BEFORE TRUNCATE ON anchor EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER span_frozen BEFORE UPDATE OR DELETE ON span FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER span_kept BEFORE TRUNCATE ON span EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER decision_frozen BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_kept BEFORE TRUNCATE ON decision EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER sign_off_frozen BEFORE UPDATE OR DELETE ON sign_off FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sign_off_kept BEFORE TRUNCATE ON sign_off EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER signed_statement_frozen BEFORE UPDATE OR DELETE ON signed_statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signed_statement_kept BEFORE TRUNCATE ON signed_statement EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER signed_relay_frozen BEFORE UPDATE OR DELETE ON signed_relay FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signed_relay_kept BEFORE TRUNCATE ON signed_relay EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER signed_stance_frozen BEFORE UPDATE OR DELETE ON signed_stance FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signed_stance_kept BEFORE TRUNCATE ON signed_stance EXECUTE FUNCTION refuse_truncate();

-- An address lives for ever: it may stop being the current one, but never leave or point elsewhere.
CREATE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sample THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'an address lives for ever' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.slug, NEW.article_id, NEW.claim_id, NEW.actor_id, NEW.outlet_id)
     IS DISTINCT FROM (OLD.slug, OLD.article_id, OLD.claim_id, OLD.actor_id, OLD.outlet_id) THEN
    RAISE EXCEPTION 'an address points at one noun for ever' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER address_frozen BEFORE UPDATE OR DELETE ON address FOR EACH ROW EXECUTE FUNCTION keep_address();
CREATE TRIGGER address_kept BEFORE TRUNCATE ON address EXECUTE FUNCTION refuse_truncate();

-- 3. The flag that allows a DELETE cannot be smuggled in: frozen rows carry their article's.
CREATE FUNCTION sample_as_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sample IS DISTINCT FROM (SELECT sample FROM article WHERE id = NEW.article_id) THEN
    RAISE EXCEPTION '%: the sample flag is not its article''s', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_sample BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION sample_as_article();
CREATE TRIGGER anchor_sample BEFORE INSERT ON anchor FOR EACH ROW EXECUTE FUNCTION sample_as_article();
CREATE TRIGGER sign_off_sample BEFORE INSERT ON sign_off FOR EACH ROW EXECUTE FUNCTION sample_as_article();
CREATE TRIGGER decision_sample BEFORE INSERT ON decision FOR EACH ROW WHEN (NEW.article_id IS NOT NULL)
  EXECUTE FUNCTION sample_as_article();

-- 4. A revision's text is normalised and hashed as it says.
ALTER TABLE revision
  ADD CONSTRAINT revision_text_nfc CHECK (text IS NFC NORMALIZED),
  ADD CONSTRAINT revision_text_lines CHECK (text <> '' AND position(chr(13) IN text) = 0 AND position(chr(65279) IN text) = 0),
  ADD CONSTRAINT revision_text_hash CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  ADD CONSTRAINT revision_number CHECK (number >= 1);

-- 5. A span's words are the revision's characters; its flag is its anchor's.
ALTER TABLE span ADD CONSTRAINT span_bounds CHECK (start >= 0 AND "end" > start AND position >= 0);
CREATE FUNCTION check_span() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole text;
BEGIN
  SELECT text INTO whole FROM revision WHERE id = NEW.revision_id;
  IF NEW."end" > char_length(whole)
     OR NEW.exact <> substr(whole, NEW.start + 1, NEW."end" - NEW.start)
     OR NEW.prefix <> substr(whole, greatest(NEW.start - 32, 0) + 1, least(NEW.start, 32))
     OR NEW.suffix <> substr(whole, NEW."end" + 1, 32) THEN
    RAISE EXCEPTION 'span [%, %) does not hold the words it says', NEW.start, NEW."end"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'span_exact';
  END IF;
  IF NEW.sample IS DISTINCT FROM (SELECT sample FROM anchor WHERE id = NEW.anchor_id) THEN
    RAISE EXCEPTION 'span: the sample flag is not its anchor''s' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER span_exact BEFORE INSERT ON span FOR EACH ROW EXECUTE FUNCTION check_span();

-- 6. An anchor has at least one content span when its transaction ends.
CREATE FUNCTION check_anchor_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM span WHERE anchor_id = NEW.id AND role = 'content') THEN
    RAISE EXCEPTION 'anchor % has no content span', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_content';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER anchor_content AFTER INSERT ON anchor DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_anchor_content();

-- 7. A sign-off holds statements of its own article, at anchors in its own revision.
CREATE FUNCTION check_signed_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM sign_off s JOIN anchor a ON a.article_id = s.article_id AND a.revision_id = s.revision_id
    WHERE s.id = NEW.sign_off_id AND s.sample = NEW.sample AND a.id = NEW.anchor_id AND a.statement_id = NEW.statement_id
  ) THEN
    RAISE EXCEPTION 'statement % does not stand in the revision that is signed off', NEW.statement_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_statement_place';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_statement_place BEFORE INSERT ON signed_statement FOR EACH ROW EXECUTE FUNCTION check_signed_statement();

-- 8. Small facts.
ALTER TABLE article
  ADD CONSTRAINT article_published CHECK ((published_local IS NULL) = (published_precision IS NULL)),
  ADD CONSTRAINT article_headline CHECK (btrim(headline) <> ''),
  ADD CONSTRAINT article_url CHECK (canonical_url IS NULL OR canonical_url ~ '^https?://');
ALTER TABLE suggestion
  ADD CONSTRAINT suggestion_confidence CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT suggestion_accepted CHECK ((state = 'accepted') = (statement_id IS NOT NULL));
ALTER TABLE claim ADD CONSTRAINT claim_sentence CHECK (btrim(sentence) <> '');
ALTER TABLE actor
  ADD CONSTRAINT actor_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT actor_part CHECK (part_of_id <> id);
ALTER TABLE outlet ADD CONSTRAINT outlet_name CHECK (btrim(name) <> '');
ALTER TABLE relay ADD CONSTRAINT relay_position CHECK (position >= 0);
ALTER TABLE alias ADD CONSTRAINT alias_validity CHECK (valid_to > valid_from);
ALTER TABLE decision ADD CONSTRAINT decision_undo CHECK ((action = 'undo') = (undoes IS NOT NULL) AND undoes < seq);
ALTER TABLE tenure
  ADD CONSTRAINT tenure_range CHECK ("to" > "from"),
  ADD CONSTRAINT tenure_alone EXCLUDE USING gist (office_id WITH =, daterange("from", "to", '[)') WITH &&);
ALTER TABLE address
  ADD CONSTRAINT address_noun CHECK (num_nonnulls(article_id, claim_id, actor_id, outlet_id) = 1),
  ADD CONSTRAINT address_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100);

CREATE UNIQUE INDEX address_current_article ON address (article_id) WHERE current;
CREATE UNIQUE INDEX address_current_claim ON address (claim_id) WHERE current;
CREATE UNIQUE INDEX address_current_actor ON address (actor_id) WHERE current;
CREATE UNIQUE INDEX address_current_outlet ON address (outlet_id) WHERE current;
CREATE UNIQUE INDEX article_pasted_once ON article (outlet_id, first_sha256) WHERE canonical_url IS NULL;
CREATE UNIQUE INDEX outlet_name_once ON outlet (lower(name));

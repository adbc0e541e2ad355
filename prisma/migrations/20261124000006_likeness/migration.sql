-- Claims like a passage are found by the words they share with it: in their sentences and in the passages tied to them.
CREATE INDEX claim_sentence_words ON claim USING gin (to_tsvector('on_record', sentence));
CREATE INDEX span_content_words ON span USING gin (to_tsvector('on_record', exact)) WHERE role = 'content';
-- Nothing reads these any more.
DROP INDEX claim_sentence_trgm;
DROP INDEX actor_name_trgm;

-- The flag that allows a DELETE can be taken off an address (the sample newsroom leaves, real work uses the record),
-- never put on.
CREATE OR REPLACE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sample THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'an address lives for ever' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.slug, NEW.article_id, NEW.claim_id, NEW.actor_id, NEW.outlet_id)
     IS DISTINCT FROM (OLD.slug, OLD.article_id, OLD.claim_id, OLD.actor_id, OLD.outlet_id)
     OR NEW.sample AND NOT OLD.sample THEN
    RAISE EXCEPTION 'an address points at one noun for ever' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

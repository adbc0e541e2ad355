-- Statements in other languages than English are found by the forms of their own words.
CREATE TEXT SEARCH CONFIGURATION on_record_fr (COPY = french);
CREATE TEXT SEARCH CONFIGURATION on_record_de (COPY = german);
CREATE TEXT SEARCH CONFIGURATION on_record_es (COPY = spanish);
CREATE TEXT SEARCH CONFIGURATION on_record_ru (COPY = russian);
CREATE TEXT SEARCH CONFIGURATION on_record_ar (COPY = arabic);
ALTER TEXT SEARCH CONFIGURATION on_record_fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
ALTER TEXT SEARCH CONFIGURATION on_record_de ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;
ALTER TEXT SEARCH CONFIGURATION on_record_es ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
ALTER TEXT SEARCH CONFIGURATION on_record_ru ALTER MAPPING FOR hword, hword_part, word WITH unaccent, russian_stem;
ALTER TEXT SEARCH CONFIGURATION on_record_ar ALTER MAPPING FOR hword, hword_part, word WITH unaccent, arabic_stem;

-- Language of the revision whose words were signed. Rows signed before languages were told have none.
ALTER TABLE "signed_statement" ADD COLUMN "language" TEXT;
ALTER TABLE "signed_statement" ADD COLUMN "local_search" tsvector GENERATED ALWAYS AS (
  CASE "language"
    WHEN 'fr' THEN to_tsvector('on_record_fr', "words")
    WHEN 'de' THEN to_tsvector('on_record_de', "words")
    WHEN 'es' THEN to_tsvector('on_record_es', "words")
    WHEN 'ru' THEN to_tsvector('on_record_ru', "words")
    WHEN 'ar' THEN to_tsvector('on_record_ar', "words")
  END) STORED;
CREATE INDEX "signed_statement_local_search_idx" ON "signed_statement" USING GIN ("local_search");

CREATE OR REPLACE VIEW published_statement AS
SELECT ss.statement_id AS id, p.id AS article_id, ss.anchor_id, ss.kind, ss.mode, c.canonical_id AS attributed_to_id, ss.words, ss.search,
       p.outlet_id, p.published_local, p.published_precision, p.signed_off_at, ss.sign_off_id, p.sample,
       ss.language, ss.local_search
FROM signed_statement ss
JOIN published_article p ON p.sign_off_id = ss.sign_off_id
-- Every actor has its row. LEFT, so that whoever asks for no actor does not pay for it.
LEFT JOIN actor_canonical c ON c.actor_id = ss.attributed_to_id;

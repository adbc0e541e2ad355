-- What the tables stand on: trigram and exclusion indexes, and a search configuration that folds accents.
-- All three extensions are trusted: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TEXT SEARCH CONFIGURATION on_record (COPY = english);
ALTER TEXT SEARCH CONFIGURATION on_record ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'governmentBody', 'state', 'organisation', 'military', 'company', 'group', 'unnamedSource');

-- CreateEnum
CREATE TYPE "alias_kind" AS ENUM ('name', 'acronym', 'transliteration', 'metonym');

-- CreateEnum
CREATE TYPE "outlet_kind" AS ENUM ('newspaper', 'broadcaster', 'agency', 'stateMedium', 'primary', 'other');

-- CreateEnum
CREATE TYPE "precision" AS ENUM ('minute', 'day', 'month', 'year');

-- CreateEnum
CREATE TYPE "date_source" AS ENUM ('text', 'editor');

-- CreateEnum
CREATE TYPE "revision_cause" AS ENUM ('first', 'outletChange', 'reExtraction', 'editorCleaning');

-- CreateEnum
CREATE TYPE "sighting_source" AS ENUM ('paste');

-- CreateEnum
CREATE TYPE "decision_action" AS ENUM ('add', 'edit', 'accept', 'reject', 'link', 'unlink', 'signOff', 'retract', 'undo');

-- CreateEnum
CREATE TYPE "statement_kind" AS ENUM ('direct', 'mixed', 'indirect');

-- CreateEnum
CREATE TYPE "statement_mode" AS ENUM ('said', 'attributedView');

-- CreateEnum
CREATE TYPE "anchor_state" AS ENUM ('exact', 'moved', 'changed', 'ambiguous', 'orphan');

-- CreateEnum
CREATE TYPE "span_role" AS ENUM ('speaker', 'cue', 'content', 'relay');

-- CreateEnum
CREATE TYPE "stance_kind" AS ENUM ('asserts', 'denies', 'questions', 'relays');

-- CreateEnum
CREATE TYPE "suggestion_state" AS ENUM ('open', 'accepted', 'rejected');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'editor', 'reader');

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "description" TEXT,
    "part_of_id" UUID,
    "state_code" TEXT,
    "wikidata" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" "alias_kind" NOT NULL,
    "language" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "aliases" TEXT[],
    "body_id" UUID NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenure" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "tenure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outlet" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "outlet_kind" NOT NULL,
    "homepage" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outlet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "canonical_url" TEXT,
    "headline" TEXT NOT NULL,
    "byline" TEXT,
    "published_local" TIMESTAMP(0),
    "published_precision" "precision",
    "published_zone" TEXT,
    "published_source" "date_source",
    "first_sha256" TEXT NOT NULL,
    "sign_off_id" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "raw" BYTEA NOT NULL,
    "extractor" TEXT NOT NULL,
    "cause" "revision_cause" NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sighting" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "source" "sighting_source" NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sighting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "sentence" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT NOT NULL,
    "action" "decision_action" NOT NULL,
    "article_id" UUID,
    "summary" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undoes" BIGINT,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "decision_seq" BIGINT NOT NULL,
    "outlet_id" UUID NOT NULL,
    "headline" TEXT NOT NULL,
    "byline" TEXT,
    "canonical_url" TEXT,
    "published_local" TIMESTAMP(0),
    "published_precision" "precision",
    "published_zone" TEXT,
    "published_source" "date_source",
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signed_statement" (
    "sign_off_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "anchor_id" UUID NOT NULL,
    "kind" "statement_kind" NOT NULL,
    "mode" "statement_mode" NOT NULL,
    "attributed_to_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('on_record', "words")) STORED,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "signed_statement_pkey" PRIMARY KEY ("sign_off_id","statement_id")
);

-- CreateTable
CREATE TABLE "signed_relay" (
    "sign_off_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" UUID NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "signed_relay_pkey" PRIMARY KEY ("sign_off_id","statement_id","position")
);

-- CreateTable
CREATE TABLE "signed_stance" (
    "sign_off_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "kind" "stance_kind" NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "signed_stance_pkey" PRIMARY KEY ("sign_off_id","statement_id","claim_id")
);

-- CreateTable
CREATE TABLE "address" (
    "slug" TEXT NOT NULL,
    "article_id" UUID,
    "claim_id" UUID,
    "actor_id" UUID,
    "outlet_id" UUID,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "statement_kind" NOT NULL,
    "mode" "statement_mode" NOT NULL,
    "attributed_to_id" UUID NOT NULL,
    "anchor_id" UUID NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "state" "anchor_state" NOT NULL DEFAULT 'exact',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "span" (
    "id" UUID NOT NULL,
    "anchor_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "role" "span_role" NOT NULL,
    "position" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relay" (
    "statement_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "relay_pkey" PRIMARY KEY ("statement_id","position")
);

-- CreateTable
CREATE TABLE "stance" (
    "statement_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "kind" "stance_kind" NOT NULL,

    CONSTRAINT "stance_pkey" PRIMARY KEY ("statement_id","claim_id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "engine" TEXT NOT NULL,
    "detected" JSONB NOT NULL,
    "actor_id" UUID,
    "confidence" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "suggestion_state" NOT NULL DEFAULT 'open',
    "statement_id" UUID,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "role" "role" NOT NULL DEFAULT 'reader',
    "disabled_at" TIMESTAMPTZ(3),
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "actor_key_key" ON "actor"("key");

-- CreateIndex
CREATE INDEX "actor_part_of_id_idx" ON "actor"("part_of_id");

-- CreateIndex
CREATE INDEX "actor_name_trgm" ON "actor" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "alias_folded_idx" ON "alias"("folded");

-- CreateIndex
CREATE INDEX "alias_folded_trgm" ON "alias" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "alias_actor_id_name_kind_key" ON "alias"("actor_id", "name", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "office_key_key" ON "office"("key");

-- CreateIndex
CREATE INDEX "office_body_id_idx" ON "office"("body_id");

-- CreateIndex
CREATE INDEX "tenure_office_id_idx" ON "tenure"("office_id");

-- CreateIndex
CREATE INDEX "tenure_holder_id_idx" ON "tenure"("holder_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_canonical_url_key" ON "article"("canonical_url");

-- CreateIndex
CREATE UNIQUE INDEX "article_sign_off_id_key" ON "article"("sign_off_id");

-- CreateIndex
CREATE INDEX "article_outlet_id_idx" ON "article"("outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_sign_off_id_id_key" ON "article"("sign_off_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_id_article_id_key" ON "revision"("id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_sha256_key" ON "revision"("article_id", "sha256");

-- CreateIndex
CREATE INDEX "sighting_revision_id_idx" ON "sighting"("revision_id");

-- CreateIndex
CREATE INDEX "claim_sentence_trgm" ON "claim" USING GIN ("sentence" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "decision_undoes_key" ON "decision"("undoes");

-- CreateIndex
CREATE INDEX "decision_article_id_seq_idx" ON "decision"("article_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_decision_seq_key" ON "sign_off"("decision_seq");

-- CreateIndex
CREATE INDEX "sign_off_article_id_idx" ON "sign_off"("article_id");

-- CreateIndex
CREATE INDEX "sign_off_outlet_id_idx" ON "sign_off"("outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_id_article_id_key" ON "sign_off"("id", "article_id");

-- CreateIndex
CREATE INDEX "signed_statement_statement_id_idx" ON "signed_statement"("statement_id");

-- CreateIndex
CREATE INDEX "signed_statement_attributed_to_id_idx" ON "signed_statement"("attributed_to_id");

-- CreateIndex
CREATE INDEX "signed_statement_search_idx" ON "signed_statement" USING GIN ("search");

-- CreateIndex
CREATE INDEX "signed_relay_actor_id_idx" ON "signed_relay"("actor_id");

-- CreateIndex
CREATE INDEX "signed_stance_claim_id_idx" ON "signed_stance"("claim_id");

-- CreateIndex
CREATE INDEX "address_article_id_idx" ON "address"("article_id");

-- CreateIndex
CREATE INDEX "address_claim_id_idx" ON "address"("claim_id");

-- CreateIndex
CREATE INDEX "address_actor_id_idx" ON "address"("actor_id");

-- CreateIndex
CREATE INDEX "address_outlet_id_idx" ON "address"("outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_anchor_id_key" ON "statement"("anchor_id");

-- CreateIndex
CREATE INDEX "statement_article_id_idx" ON "statement"("article_id");

-- CreateIndex
CREATE INDEX "statement_attributed_to_id_idx" ON "statement"("attributed_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_id_article_id_key" ON "statement"("id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_anchor_id_id_key" ON "statement"("anchor_id", "id");

-- CreateIndex
CREATE INDEX "anchor_statement_id_idx" ON "anchor"("statement_id");

-- CreateIndex
CREATE INDEX "anchor_revision_id_idx" ON "anchor"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "anchor_id_statement_id_key" ON "anchor"("id", "statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "anchor_id_revision_id_key" ON "anchor"("id", "revision_id");

-- CreateIndex
CREATE INDEX "span_revision_id_idx" ON "span"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "span_anchor_id_role_position_key" ON "span"("anchor_id", "role", "position");

-- CreateIndex
CREATE INDEX "relay_actor_id_idx" ON "relay"("actor_id");

-- CreateIndex
CREATE INDEX "stance_claim_id_idx" ON "stance"("claim_id");

-- CreateIndex
CREATE INDEX "suggestion_article_id_idx" ON "suggestion"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_revision_id_engine_position_key" ON "suggestion"("revision_id", "engine", "position");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenure" ADD CONSTRAINT "tenure_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_sign_off_id_id_fkey" FOREIGN KEY ("sign_off_id", "id") REFERENCES "sign_off"("id", "article_id") ON DELETE NO ACTION ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sighting" ADD CONSTRAINT "sighting_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_undoes_fkey" FOREIGN KEY ("undoes") REFERENCES "decision"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_decision_seq_fkey" FOREIGN KEY ("decision_seq") REFERENCES "decision"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_statement" ADD CONSTRAINT "signed_statement_sign_off_id_fkey" FOREIGN KEY ("sign_off_id") REFERENCES "sign_off"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_statement" ADD CONSTRAINT "signed_statement_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_statement" ADD CONSTRAINT "signed_statement_anchor_id_statement_id_fkey" FOREIGN KEY ("anchor_id", "statement_id") REFERENCES "anchor"("id", "statement_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signed_statement" ADD CONSTRAINT "signed_statement_attributed_to_id_fkey" FOREIGN KEY ("attributed_to_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_relay" ADD CONSTRAINT "signed_relay_sign_off_id_statement_id_fkey" FOREIGN KEY ("sign_off_id", "statement_id") REFERENCES "signed_statement"("sign_off_id", "statement_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signed_relay" ADD CONSTRAINT "signed_relay_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_stance" ADD CONSTRAINT "signed_stance_sign_off_id_statement_id_fkey" FOREIGN KEY ("sign_off_id", "statement_id") REFERENCES "signed_statement"("sign_off_id", "statement_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signed_stance" ADD CONSTRAINT "signed_stance_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_attributed_to_id_fkey" FOREIGN KEY ("attributed_to_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_anchor_id_id_fkey" FOREIGN KEY ("anchor_id", "id") REFERENCES "anchor"("id", "statement_id") ON DELETE NO ACTION ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_statement_id_article_id_fkey" FOREIGN KEY ("statement_id", "article_id") REFERENCES "statement"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "span" ADD CONSTRAINT "span_anchor_id_revision_id_fkey" FOREIGN KEY ("anchor_id", "revision_id") REFERENCES "anchor"("id", "revision_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "relay" ADD CONSTRAINT "relay_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relay" ADD CONSTRAINT "relay_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


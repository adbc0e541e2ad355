-- Feeds: addresses polled on a schedule, and their entries with what came of each.
CREATE TYPE "feed_kind" AS ENUM ('rss', 'atom', 'rdf', 'json');
CREATE TYPE "feed_state" AS ENUM ('active', 'paused', 'removed');
CREATE TYPE "feed_item_state" AS ENUM ('before', 'waiting', 'done', 'failed', 'refused');
CREATE TABLE "feed" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "outlet_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "site_url" TEXT,
    "kind" "feed_kind" NOT NULL,
    "state" "feed_state" NOT NULL DEFAULT 'active',
    "etag" TEXT,
    "last_modified" TEXT,
    "body_sha256" TEXT,
    "moving_to" TEXT,
    "interval_seconds" INTEGER NOT NULL DEFAULT 3600,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "polled_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "problem_at" TIMESTAMPTZ(3),
    "added_by" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "feed_item" (
    "id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "author" TEXT,
    "content" TEXT,
    "published_local" TIMESTAMP(0),
    "published_precision" "precision",
    "published_zone" TEXT,
    "fingerprint" TEXT NOT NULL,
    "state" "feed_item_state" NOT NULL,
    "article_id" UUID,
    "problem" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "feed_url_key" ON "feed"("url");
CREATE INDEX "feed_outlet_id_idx" ON "feed"("outlet_id");
CREATE INDEX "feed_added_by_idx" ON "feed"("added_by");
CREATE INDEX "feed_item_feed_id_found_at_idx" ON "feed_item"("feed_id", "found_at");
CREATE INDEX "feed_item_article_id_idx" ON "feed_item"("article_id");
CREATE UNIQUE INDEX "feed_item_feed_id_key_key" ON "feed_item"("feed_id", "key");
ALTER TABLE "feed" ADD CONSTRAINT "feed_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feed" ADD CONSTRAINT "feed_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE feed
  ADD CONSTRAINT feed_url_web CHECK (url ~ '^https?://'),
  ADD CONSTRAINT feed_title_said CHECK (btrim(title) <> ''),
  ADD CONSTRAINT feed_interval CHECK (interval_seconds BETWEEN 300 AND 86400),
  ADD CONSTRAINT feed_problem_dated CHECK ((problem IS NULL) = (problem_at IS NULL)),
  ADD CONSTRAINT feed_failures CHECK (failures >= 0);
-- A settled entry says when; one that came to nothing says why; what was brought in is kept as the article alone.
ALTER TABLE feed_item
  ADD CONSTRAINT feed_item_settled CHECK ((state IN ('done', 'failed', 'refused')) = (done_at IS NOT NULL)),
  ADD CONSTRAINT feed_item_reason CHECK ((state IN ('failed', 'refused')) = (problem IS NOT NULL)),
  ADD CONSTRAINT feed_item_content CHECK (content IS NULL OR state IN ('waiting', 'failed', 'refused')),
  ADD CONSTRAINT feed_item_url_web CHECK (url ~ '^https?://');

-- What the clock asks for every half minute.
CREATE INDEX feed_due ON feed (next_at) WHERE state = 'active';
CREATE INDEX feed_item_waiting ON feed_item (feed_id) WHERE state = 'waiting';

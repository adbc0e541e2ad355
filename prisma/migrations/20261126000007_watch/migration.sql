-- When an article's page is looked at again.
CREATE TABLE "article_watch" (
    "article_id" UUID NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "looked_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    CONSTRAINT "article_watch_pkey" PRIMARY KEY ("article_id")
);
CREATE INDEX "article_watch_next_at_idx" ON "article_watch"("next_at");
ALTER TABLE "article_watch" ADD CONSTRAINT "article_watch_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- The inbox: what is not signed off first, then the newest.
CREATE INDEX "article_inbox" ON article ((sign_off_id IS NOT NULL), created_at DESC, id) WHERE deleted_reason IS NULL;

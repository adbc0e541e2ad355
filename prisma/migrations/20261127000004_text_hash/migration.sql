-- A text is looked for by its hash within an outlet: without this, through all articles of that outlet.
CREATE INDEX "revision_sha256_idx" ON "revision" USING HASH ("sha256");

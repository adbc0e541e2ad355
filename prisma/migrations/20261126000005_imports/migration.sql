-- Files brought in line by line: how far, and what became of each line.
CREATE TYPE "import_kind" AS ENUM ('jsonl', 'csv', 'html', 'warc');
CREATE TYPE "import_state" AS ENUM ('uploading', 'waiting', 'running', 'paused', 'done', 'stopped', 'failed');
CREATE TYPE "import_outcome" AS ENUM ('added', 'seen', 'revised', 'otherText', 'deleted', 'leftOut', 'bad');
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "outlet_id" UUID,
    "state" "import_state" NOT NULL DEFAULT 'waiting',
    "lines" INTEGER NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "revised" INTEGER NOT NULL DEFAULT 0,
    "other_text" INTEGER NOT NULL DEFAULT 0,
    "deleted" INTEGER NOT NULL DEFAULT 0,
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "bad" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "worked_ms" BIGINT NOT NULL DEFAULT 0,
    "user_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "import_piece" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "import_piece_pkey" PRIMARY KEY ("import_id", "number")
);
CREATE TABLE "import_line" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" "import_outcome" NOT NULL,
    "article_id" UUID,
    "problem" TEXT,
    "excerpt" TEXT NOT NULL,
    CONSTRAINT "import_line_pkey" PRIMARY KEY ("import_id", "number")
);
CREATE UNIQUE INDEX "import_identity_key" ON "import"("identity");
CREATE INDEX "import_outlet_id_idx" ON "import"("outlet_id");
CREATE INDEX "import_line_import_id_outcome_idx" ON "import_line"("import_id", "outcome");
ALTER TABLE "import" ADD CONSTRAINT "import_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlet"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "import_piece" ADD CONSTRAINT "import_piece_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_line" ADD CONSTRAINT "import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written before and after each fetch, and nothing of it is missed after a crash: no write-ahead log.
CREATE UNLOGGED TABLE "site_turn" (
    "site" TEXT NOT NULL,
    "holder" UUID,
    "held_until" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "busy_until" TIMESTAMPTZ(6),
    "wanted_by" UUID,
    "wanted_until" TIMESTAMPTZ(6),

    CONSTRAINT "site_turn_pkey" PRIMARY KEY ("site")
);

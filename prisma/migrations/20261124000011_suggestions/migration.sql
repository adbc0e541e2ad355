-- A suggestion that is no longer put to an editor, because a later engine's stand in its place or it repeats what was
-- decided; and the actor an editor gave to a whole chain of mentions, beside the engine's own choice.
ALTER TYPE "suggestion_state" ADD VALUE 'superseded';
ALTER TABLE "suggestion" ADD COLUMN "chosen_actor_id" UUID;
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_chosen_actor_id_fkey" FOREIGN KEY ("chosen_actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "suggestion_statement_id_idx" ON "suggestion"("statement_id");

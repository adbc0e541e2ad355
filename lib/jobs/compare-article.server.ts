import { type Db, inTransaction } from "../db.server.ts";
import { compareStored } from "../desk/compare.server.ts";
import type { JobData } from "../queue/names.ts";

/** Compares an article with the others: one from before anybody did, or corrected since; one that is compared stays as it is. */
export async function compareArticle(client: Db, { articleId }: JobData<"compare-article">): Promise<void> {
  await inTransaction(client, (tx) => compareStored(tx, articleId));
}

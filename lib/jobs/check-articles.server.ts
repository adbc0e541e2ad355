import { dueArticles } from "../article/watch.server.ts";
import { type Db, inTransaction } from "../db.server.ts";
import { enqueueAll } from "../queue/enqueue.server.ts";

/** How many looks are sent at a time; the next tick sends more. */
const MOST = 500;

/** Sends a job for each article whose page is to be looked at again. */
export async function checkArticles(client: Db): Promise<void> {
  await inTransaction(client, async (tx) => {
    const due = await dueArticles(tx, MOST);
    await enqueueAll(
      tx,
      "refetch-article",
      due.map((articleId) => ({ articleId })),
    );
  });
}

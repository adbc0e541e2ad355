/** A worker as in scripts/worker.ts that brings the generated articles in: the process that is killed. */
import { operator } from "../../lib/auth/operator.server.ts";
import { db } from "../../lib/db.server.ts";
import { env } from "../../lib/env.ts";
import { startWorker } from "../../lib/jobs/run.server.ts";
import { bringItem } from "./articles.ts";

await startWorker({
  url: env().databaseUrl ?? "",
  client: db(),
  handlers: { "feed-item": bringItem(await operator(db())) },
});

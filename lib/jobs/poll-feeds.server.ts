import { inTransaction } from "../db.server.ts";
import { dueFeeds } from "../feed/poll.server.ts";
import { forgetTurns } from "../net/site-turn.server.ts";
import { enqueueAll } from "../queue/enqueue.server.ts";
import type { Handler } from "./handlers.server.ts";

/** More than that are sent by the next tick, half a minute later. */
const MOST_AT_ONCE = 500;

/** Sends a job for each feed that is due. One whose job still waits or runs gets no second one. */
export const pollFeeds: Handler<"poll-feeds"> = async (client) => {
  const due = await dueFeeds(client, MOST_AT_ONCE);
  await inTransaction(client, (tx) =>
    enqueueAll(
      tx,
      "poll-feed",
      due.map((feedId) => ({ feedId })),
    ),
  );
  await forgetTurns(client);
};

-- Articles from before copies and stories were looked for are compared with the others: lib/queue/names.ts.
SELECT pgboss.create_queue('compare-article', '{"policy":"exclusive","retryLimit":2,"retryDelay":5,"retryDelayMax":30,"expireInSeconds":120,"heartbeatSeconds":20,"retryBackoff":true,"deadLetter":"dead-letters","deleteAfterSeconds":90000}');

import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import type { JobsNow } from "../queue/jobs-now.ts";
import { readJobs } from "../queue/read.server.ts";
import { type About, aboutJobs } from "./about.server.ts";

/** The queue as the desk shows it, with the records its jobs are about by their keys. */
export interface JobsDesk extends JobsNow {
  readonly about: Readonly<Record<string, About>>;
}

/** @throws OnRecordError without permission to read the desk */
export async function readJobsDesk(client: Reader, viewer: Viewer | null): Promise<JobsDesk> {
  const now = await readJobs(client, viewer);
  return { ...now, about: await aboutJobs(client, now) };
}

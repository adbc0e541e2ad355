import type { Metadata } from "next";
import { JobsView } from "#components/job/jobs-view.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readJobsDesk } from "#lib/jobs/read.server.ts";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Jobs" };

/** What the machine does by itself, what it could not do, and what an editor does about that. */
export default async function JobsPage() {
  const viewer = await deskViewer();
  const jobs = await readJobsDesk(db(), viewer);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">Jobs</h1>
      <p className="mb-5 max-w-measure text-muted">
        Feeds, imports and repeated fetches are done by a worker beside these pages. What fails is tried
        again, later each time; what can’t succeed is laid aside for you.
      </p>
      <JobsView first={jobs} mayRun={may(viewer, "runJobs")} />
    </div>
  );
}

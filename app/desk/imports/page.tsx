import type { Metadata } from "next";
import { ImportList } from "#components/import/import-list.tsx";
import { ImportUpload } from "#components/import/import-upload.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readImports } from "#lib/import/read.server.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";
import { Refused } from "../refused.tsx";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Imports" };

/** Files brought in line by line. */
export default async function ImportsPage() {
  const viewer = await deskViewer();
  if (!may(viewer, "ingest")) return <Refused viewer={viewer} what="bring files in" />;
  const [imports, outlets] = await Promise.all([
    readImports(db(), viewer),
    findOutlets(db(), viewer, "", 500),
  ]);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">Imports</h1>
      <p className="mb-6 max-w-measure text-muted">
        Archives and lists, brought in by the worker while you do something else. What is on record already is
        only seen again.
      </p>
      <ImportUpload outlets={outlets.map(({ name }) => name)} />
      <ImportList first={imports} />
    </div>
  );
}

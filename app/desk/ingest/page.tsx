import type { Metadata } from "next";
import type { OutletKindChoice } from "#components/article/ingest/article-fields.tsx";
import { Ingest } from "#components/article/ingest/ingest.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { findOutlets } from "#lib/outlet/read.server.ts";
import { OUTLET_KINDS, type OutletKind } from "#lib/outlet/schema.ts";
import { Refused } from "../refused.tsx";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Bring in" };

/** Names offered while typing; one that is not among them is still found by its name when it is saved. */
const OFFERED = 500;

const KIND_NAMES: Record<OutletKind, string> = {
  newspaper: "newspaper or news site",
  broadcaster: "broadcaster",
  agency: "news agency",
  stateMedium: "state medium",
  primary: "primary publisher (its own words)",
  other: "other, or not known",
};

/** Pasting an article. */
export default async function IngestPage() {
  const viewer = await deskViewer();
  if (!may(viewer, "ingest")) return <Refused viewer={viewer} what="bring articles in" />;
  const outlets = await findOutlets(db(), viewer, "", OFFERED);
  const kinds: readonly OutletKindChoice[] = OUTLET_KINDS.map((kind) => ({ kind, name: KIND_NAMES[kind] }));
  return (
    <div className="mx-auto max-w-[84rem] px-4 pt-8 sm:px-6">
      <Ingest outlets={outlets.map(({ id, name }) => ({ id, name }))} kinds={kinds} />
    </div>
  );
}

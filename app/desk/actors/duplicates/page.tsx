import type { Metadata } from "next";
import { z } from "zod";
import { DuplicateDesk } from "#components/actor/duplicate-desk.tsx";
import { readDuplicates, readPair } from "#lib/actor/duplicates.server.ts";
import { currentDistinctions, currentMerges } from "#lib/actor/merge-read.server.ts";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { deskViewer } from "../../viewer.ts";

export const metadata: Metadata = { title: "Likely duplicates" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const Chosen = z.object({ one: z.uuid(), other: z.uuid() });

/** Records that may be one actor, two that an editor chose to compare, and what was decided on such pairs. */
export default async function DuplicatesPage({ searchParams }: Props) {
  const viewer = await deskViewer();
  const chosen = Chosen.safeParse(await searchParams);
  const [duplicates, merges, distinctions, compared] = await Promise.all([
    readDuplicates(db(), viewer),
    currentMerges(db(), viewer),
    currentDistinctions(db(), viewer),
    chosen.success ? readPair(db(), viewer, chosen.data.one, chosen.data.other) : undefined,
  ]);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <p className="text-small">
        <a href="/desk/actors" className="quiet-link text-muted">
          ← Actors
        </a>
      </p>
      <h1 className="font-serif text-hero-wide font-medium">Likely duplicates</h1>
      <p className="max-w-measure text-muted">
        Records that may be one actor, with what says so. A merge moves nothing: one record stands for both,
        and a split puts back exactly what was.
      </p>
      <DuplicateDesk
        duplicates={duplicates}
        compared={compared}
        merges={merges}
        distinctions={distinctions}
        mayDecide={may(viewer, "decide")}
      />
    </div>
  );
}

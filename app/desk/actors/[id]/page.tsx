import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { ActorRecord } from "#components/actor/record/record.tsx";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { readDeskActor } from "#lib/desk/actor.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { deskViewer } from "../../viewer.ts";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly record?: string | string[] }>;
}

const readRecord = cache(async (id: string) => {
  const viewer = await deskViewer();
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return { viewer, actor: await readDeskActor(db(), viewer, id) };
  } catch (error) {
    if (error instanceof OnRecordError && error.code === "missing") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await readRecord((await params).id);
  return { title: actor.name };
}

/** One actor's record at the desk: read without JavaScript, corrected in place with it. */
export default async function DeskActorPage({ params, searchParams }: Props) {
  const { viewer, actor } = await readRecord((await params).id);
  // A merged record leads on, as in public; ?record=own shows it by itself.
  if (actor.standsFor && (await searchParams).record !== "own")
    redirect(`/desk/actors/${actor.standsFor.id}`);
  return (
    <div className="mx-auto max-w-page px-4 pt-6 pb-20 sm:px-6">
      <ActorRecord actor={actor} mayDecide={may(viewer, "decide")} />
    </div>
  );
}

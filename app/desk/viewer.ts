import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { may } from "#lib/auth/permission.ts";
import { viewerOf } from "#lib/auth/session.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** Who asks for this page; asked once for each request. */
const currentViewer = cache(async (): Promise<Viewer | null> => viewerOf(await headers()));

/**
 * The signed-in person, for a page of the desk; everybody else is led to sign in and back. What the page reads or
 * writes asks for permission again.
 */
export async function deskViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (may(viewer, "readDesk") && viewer) return viewer;
  // Set by proxy.ts: a layout is not told the page's address.
  const next = (await headers()).get("x-path") ?? "/desk";
  redirect(`/sign-in?${new URLSearchParams({ next })}`);
}

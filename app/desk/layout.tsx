import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Rooms } from "#components/desk/rooms.tsx";
import { ToastProvider } from "#components/ui/toast.tsx";
import { may } from "#lib/auth/permission.ts";
import { deskViewer } from "./viewer.ts";

export const metadata: Metadata = {
  title: { default: "Desk", template: "%s · Desk · On Record" },
  robots: { index: false, follow: false },
};

/** What stands around every page of the desk: one quiet bar. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await deskViewer();
  const rooms = [
    { href: "/desk", name: "Inbox" },
    ...(may(viewer, "ingest") ? [{ href: "/desk/ingest", name: "Bring in" }] : []),
    { href: "/desk/stories", name: "Stories" },
    ...(may(viewer, "manageFeeds") ? [{ href: "/desk/feeds", name: "Feeds" }] : []),
    ...(may(viewer, "ingest") ? [{ href: "/desk/imports", name: "Imports" }] : []),
    { href: "/desk/jobs", name: "Jobs" },
    { href: "/desk/engine", name: "Engine" },
    { href: "/desk/actors", name: "Actors" },
    ...(may(viewer, "manageUsers") ? [{ href: "/desk/people", name: "People" }] : []),
  ];
  return (
    <ToastProvider>
      <div className="flex min-h-dvh flex-col">
        <header className="no-print flex flex-wrap items-baseline gap-x-8 gap-y-1 border-b px-4 py-2 sm:px-6">
          <a href="/desk" className="font-serif font-semibold tracking-[0.09em] no-underline">
            ON RECORD{" "}
            <span className="font-sans text-small font-normal tracking-normal text-muted">desk</span>
          </a>
          <div className="order-last w-full sm:order-none sm:w-auto">
            <Rooms rooms={rooms} />
          </div>
          <ul className="ml-auto flex flex-wrap gap-x-5 text-small">
            <li>
              <a href="/" className="quiet-link inline-block py-1 text-muted">
                Public site
              </a>
            </li>
            <li>
              <a href="/desk/account" className="quiet-link inline-block py-1 text-muted">
                {viewer.name}
              </a>
            </li>
          </ul>
        </header>
        <noscript>
          <p className="border-b px-4 py-2 sm:px-6">
            The desk needs JavaScript to bring articles in and to review them. The{" "}
            <a href="/">public pages</a> work without it.
          </p>
        </noscript>
        <main id="content" tabIndex={-1} className="grow outline-none">
          {children}
        </main>
      </div>
    </ToastProvider>
  );
}

import type { ReactNode } from "react";
import { PublicRooms } from "./public-rooms.tsx";
import { readTheme } from "./theme.server.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

const ROOMS = [
  ["/claims", "Claims"],
  ["/actors", "Actors"],
  ["/outlets", "Outlets"],
  ["/search", "Search"],
] as const;

/** What stands around every public page. The link that skips it stands in app/layout.tsx and leads to #content. */
export async function Shell({ children }: { readonly children: ReactNode }) {
  const theme = await readTheme();
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 sm:px-8">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b pt-5 pb-3">
        <a href="/" className="font-serif text-[1.1875rem] font-semibold tracking-[0.09em] no-underline">
          ON RECORD
        </a>
        <PublicRooms rooms={ROOMS} />
      </header>
      <main id="content" tabIndex={-1} className="grow pt-8 pb-20 outline-none sm:pt-10">
        {children}
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t py-5 text-small text-muted">
        <p className="max-w-[34rem]">
          Who said what, where it was reported, and how the words changed on the way.
        </p>
        <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
          <a href="/about" className="quiet-link py-1">
            About and corrections
          </a>
          <a href="/desk" className="quiet-link py-1">
            Desk
          </a>
          <ThemeSwitch theme={theme} />
        </div>
      </footer>
    </div>
  );
}

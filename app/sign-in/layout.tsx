import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  // A one-time link stands in the address: no other site may learn it. (Not "no-referrer": browsers would then hide
  // the Origin of our own forms.)
  referrer: "same-origin",
};

/** What stands around signing in: the name, and one column. */
export default function SignInLayout({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mx-auto max-w-page px-4 sm:px-8">
      <header className="border-b pt-5 pb-3">
        <a href="/" className="font-serif text-[1.1875rem] font-semibold tracking-[0.09em] no-underline">
          ON RECORD
        </a>
      </header>
      <main id="content" tabIndex={-1} className="max-w-[26rem] pt-10 pb-20 outline-none">
        {children}
      </main>
    </div>
  );
}

import "@fontsource-variable/newsreader/standard.css";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-serif/wght.css";
import "@fontsource-variable/noto-naskh-arabic/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readTheme } from "#components/site/theme.server.ts";
import { env } from "#lib/env.ts";

/** What every page says of itself unless it says more. Read for each request: the address is the operator's. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().url),
    title: { default: "On Record", template: "%s · On Record" },
    description: "Who said what, where it was reported, and how the words changed on the way.",
    openGraph: { siteName: "On Record", type: "website", locale: "en_GB" },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#151412" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = await readTheme();
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <a
          href="#content"
          className="sr-only bg-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:border focus:border-edge focus:px-3 focus:py-2"
        >
          Skip to the content
        </a>
        {children}
      </body>
    </html>
  );
}

"use client";

import "./globals.css";
import ErrorPage from "./error.tsx";

/** As app/error.tsx, when not even the frame of the page could be made. */
export default function GlobalErrorPage(props: Parameters<typeof ErrorPage>[0]) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}

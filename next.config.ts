import type { NextConfig } from "next";

/** Headers of every answer: pages, route handlers, static files and errors. proxy.ts adds the policy with the nonce. */
const EVERYWHERE = [
  // Browsers heed it over https only.
  { key: "Strict-Transport-Security", value: "max-age=63072000" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  },
];

/** Static files are no pages: nothing in them may run, load or be framed. */
const STATIC_POLICY = { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" };

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Titles and descriptions stand in the head from the first byte: for readers without JavaScript and for every crawler.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    "undici",
    "pg-boss",
    "linkedom",
    "eld",
    "pg",
    "@prisma/adapter-pg",
    "wink-nlp",
    "wink-eng-lite-web-model",
    "pino",
  ],
  async headers() {
    return [
      { source: "/:path*", headers: EVERYWHERE },
      { source: "/_next/:path*", headers: [STATIC_POLICY] },
    ];
  },
};

export default config;

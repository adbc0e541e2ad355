import type { MetadataRoute } from "next";
import { env } from "#lib/env.ts";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/desk", "/api/", "/sign-in", "/search"] },
    sitemap: `${env().url}/sitemap.xml`,
  };
}

import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

it("lets nothing inline run without the nonce, and no eval", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", { development: false });
  expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

it("gives only development what its tools need", () => {
  expect(contentSecurityPolicy("bm9uY2U=", { development: true })).toContain("'unsafe-eval'");
});

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { completeEnv } from "../env.ts";
import { issueSignInLink } from "./link.server.ts";
import { signInWithLink } from "./sign-in.server.ts";
import { addUser } from "./user.server.ts";

await freshDatabase();

it("over https the session's cookie is sent over https only, and links lead there", async () => {
  const here = "https://record.example.org";
  completeEnv({ url: here });
  const user = await addUser({ email: `${randomUUID()}@example.org`, name: "Ines Vale", role: "editor" });
  const { url } = await issueSignInLink(user.id);
  expect(url).toMatch(/^https:\/\/record\.example\.org\/sign-in\/link\?token=/);
  const cookies = await signInWithLink(new Headers({ origin: here }), new URL(url).searchParams.get("token"));
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-on-record\..*; Secure/i);
});

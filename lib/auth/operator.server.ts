import { randomUUID } from "node:crypto";
import type { Db } from "../db.server.ts";
import { OPERATOR_EMAIL } from "./user.server.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Who signs what is brought in by command: whoever holds the machine. It is disabled and has no link, so that nobody
 * signs in with it.
 */
export async function operator(client: Db): Promise<Viewer> {
  const email = { email: OPERATOR_EMAIL };
  // Two workers may want it first at once: the second finds the first one's.
  await client.user.createMany({
    data: [{ id: randomUUID(), name: "Operator", ...email, role: "editor", disabledAt: new Date() }],
    skipDuplicates: true,
  });
  const user = await client.user.findUniqueOrThrow({ where: email });
  return { userId: user.id, name: user.name, email: user.email, role: "editor", sample: false };
}

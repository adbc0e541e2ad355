import { randomUUID } from "node:crypto";
import type { Db } from "../db.server.ts";
import { OPERATOR_EMAIL } from "./user.server.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Who signs what is brought in by command: whoever holds the machine. It is disabled and has no link, so that nobody
 * signs in with it.
 */
export async function operator(client: Db): Promise<Viewer> {
  const user = await client.user.upsert({
    where: { email: OPERATOR_EMAIL },
    create: {
      id: randomUUID(),
      name: "Operator",
      email: OPERATOR_EMAIL,
      role: "editor",
      disabledAt: new Date(),
    },
    update: {},
  });
  return { userId: user.id, name: user.name, email: user.email, role: "editor", sample: false };
}

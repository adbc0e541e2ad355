import { db } from "../db.server.ts";
import { auth } from "./auth.server.ts";
import { ROLES, type Role, type Viewer } from "./viewer.ts";

/** Who sends these headers: the signed-in viewer, or null. A disabled account is nobody. */
export async function viewerOf(headers: Headers): Promise<Viewer | null> {
  const session = await auth().api.getSession({ headers });
  if (!session) return null;
  // Role and lock are read from the row, not from anything the session may have copied.
  const user = await db().user.findUnique({ where: { id: session.user.id } });
  if (!user || user.disabledAt || user.sample) return null;
  const role: Role | undefined = ROLES.find((known) => known === user.role);
  return role ? { userId: user.id, name: user.name, email: user.email, role, sample: false } : null;
}

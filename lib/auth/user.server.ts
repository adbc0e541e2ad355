import { randomUUID } from "node:crypto";
import { z } from "zod";
import { db } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { line } from "../parse.ts";
import { ROLES, type Role } from "./viewer.ts";

const NewUser = z.object({
  email: z.email("That is not an e-mail address.").transform((email) => email.toLowerCase()),
  name: line(120).min(1, "A name is needed."),
  role: z.enum(ROLES),
});

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
}

/** Adds an account by invitation. @throws OnRecordError "invalid", or "conflict" when the address has one. */
export async function addUser(input: { email: string; name: string; role: Role }): Promise<UserRow> {
  const parsed = NewUser.safeParse(input);
  if (!parsed.success)
    throw new OnRecordError("invalid", parsed.error.issues[0]?.message ?? "That user can't be added.");
  const { email } = parsed.data;
  if (await db().user.findUnique({ where: { email } }))
    throw new OnRecordError("conflict", `${email} has an account already: make a new link for it instead.`);
  return db().user.create({ data: { ...parsed.data, id: randomUUID(), emailVerified: true } });
}

/** Signs what comes in by command; ".invalid" is reserved, so that no mail to it reaches anybody. */
export const OPERATOR_EMAIL = "operator@on-record.invalid";

/** All accounts but the signatures of the sample newsroom and of the operator, oldest first. */
export async function listUsers(): Promise<readonly UserRow[]> {
  return db().user.findMany({
    where: { sample: false, email: { not: OPERATOR_EMAIL } },
    orderBy: { createdAt: "asc" },
  });
}

/** @throws OnRecordError "missing". */
export async function findUser(email: string): Promise<UserRow> {
  const user = await db().user.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!user || user.sample || user.email === OPERATOR_EMAIL)
    throw new OnRecordError("missing", `There is no account for ${email}.`);
  return user;
}

/** Closes an account and ends its sessions at once; its decisions stay signed. The last administrator stays. */
export async function disableUser(email: string): Promise<UserRow> {
  const user = await findUser(email);
  return db().$transaction(async (tx) => {
    // Two administrators who disable each other at once must not both succeed.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('on-record user roles'))`;
    const others = await tx.user.count({
      where: { role: "admin", disabledAt: null, sample: false, id: { not: user.id } },
    });
    if (user.role === "admin" && others === 0)
      throw new OnRecordError("conflict", `${user.email} is the last administrator: add another one first.`);
    await tx.session.deleteMany({ where: { userId: user.id } });
    return tx.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  });
}

/** Opens a disabled account again. */
export async function enableUser(email: string): Promise<UserRow> {
  const user = await findUser(email);
  return db().user.update({ where: { id: user.id }, data: { disabledAt: null } });
}

import { z } from "zod";
import { issueSignInLink } from "../auth/link.server.ts";
import { allow } from "../auth/permission.ts";
import { addUser, disableUser, enableUser, listUsers, type UserRow } from "../auth/user.server.ts";
import { ROLES, type Role, type Viewer } from "../auth/viewer.ts";
import { db } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { line, parse } from "../parse.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** The one who looks. */
  readonly self: boolean;
}

/** A one-time link, shown once: only its hash is stored. */
export interface LinkFor {
  readonly email: string;
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

const Invitation = z
  .object({
    email: z.email("That is not an e-mail address."),
    name: line(120).min(1, "A name is needed."),
    role: z.enum(ROLES),
  })
  .strict();
export type Invitation = z.input<typeof Invitation>;
const OnePerson = z.object({ userId: line(100).min(1) }).strict();
export type OnePerson = z.input<typeof OnePerson>;

/** Everybody with an account, oldest first. */
export async function readPeople(viewer: Viewer | null): Promise<readonly Person[]> {
  allow(viewer, "manageUsers");
  return (await listUsers()).map((user) => personOf(user, viewer));
}

/** Adds an account and makes its first link. @throws OnRecordError "conflict" when the address has an account. */
export async function invite(viewer: Viewer | null, input: Invitation): Promise<LinkFor> {
  allow(viewer, "manageUsers");
  const user = await addUser(parse(Invitation, input));
  return linkFor(user);
}

/** Makes a new one-time link for somebody. @throws OnRecordError "missing"; "forbidden" for a disabled account. */
export async function makeLink(viewer: Viewer | null, input: OnePerson): Promise<LinkFor> {
  allow(viewer, "manageUsers");
  return linkFor(await find(input));
}

/** Closes an account and ends its sessions. @throws OnRecordError "conflict" for the last administrator. */
export async function disablePerson(viewer: Viewer | null, input: OnePerson): Promise<Person> {
  allow(viewer, "manageUsers");
  return personOf(await disableUser((await find(input)).email), viewer);
}

/** Opens a closed account again. */
export async function enablePerson(viewer: Viewer | null, input: OnePerson): Promise<Person> {
  allow(viewer, "manageUsers");
  return personOf(await enableUser((await find(input)).email), viewer);
}

async function find(input: OnePerson): Promise<UserRow> {
  const { userId } = parse(OnePerson, input);
  const user = await db().user.findUnique({ where: { id: userId } });
  if (!user || user.sample) throw new OnRecordError("missing", "There is no such account any more.");
  return user;
}

async function linkFor({ id, email }: UserRow): Promise<LinkFor> {
  const { url, expiresAt } = await issueSignInLink(id);
  return { email, url, expiresAt: expiresAt.toISOString() };
}

const personOf = ({ id, name, email, role, disabledAt }: UserRow, viewer: Viewer): Person => ({
  id,
  name,
  email,
  role,
  disabled: disabledAt !== null,
  self: id === viewer.userId,
});

import type { Metadata } from "next";
import { PeopleList } from "#components/desk/people-list.tsx";
import { may } from "#lib/auth/permission.ts";
import { readPeople } from "#lib/desk/people.server.ts";
import { Refused } from "../refused.tsx";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "People" };

/** Who has an account here. For administrators. */
export default async function PeoplePage() {
  const viewer = await deskViewer();
  if (!may(viewer, "manageUsers")) return <Refused viewer={viewer} what="manage accounts" />;
  const people = await readPeople(viewer);
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">People</h1>
      <p className="mb-7 max-w-measure text-muted">
        Accounts are by invitation. Closing one ends its sessions at once; what it decided stays signed with
        its name.
      </p>
      <PeopleList people={people} />
    </div>
  );
}

import type { Metadata } from "next";
import { ActorTable } from "#components/actor/actor-table.tsx";
import { AddActor } from "#components/actor/add-actor.tsx";
import { ACTOR_KIND_WORDS } from "#components/actor/words.ts";
import { Empty } from "#components/site/notices.tsx";
import { Pages } from "#components/site/pages.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, NativeSelect } from "#components/ui/input.tsx";
import { listActors } from "#lib/actor/list.server.ts";
import { ACTOR_KINDS } from "#lib/attribution/authority.ts";
import { may } from "#lib/auth/permission.ts";
import { db } from "#lib/db.server.ts";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Actors" };

const SIZE = 50;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** All records of actors, found by any name. */
export default async function DeskActorsPage({ searchParams }: Props) {
  const viewer = await deskViewer();
  const given = await searchParams;
  const name = one(given.name).trim().slice(0, 200);
  const kind = ACTOR_KINDS.find((known) => known === one(given.kind)) ?? null;
  const number = Math.min(Math.max(Number.parseInt(one(given.page), 10) || 1, 1), 100_000);
  const { actors, total } = await listActors(db(), viewer, { name, kind }, { number, size: SIZE });
  const asked = name !== "" || kind !== null;
  const address = (page: number) =>
    addressOf({ name, kind: kind ?? "", page: page === 1 ? "" : String(page) });
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1 className="font-serif text-hero-wide font-medium">Actors</h1>
          <p className="text-muted">
            {counted(total)} · <a href="/desk/actors/duplicates">Likely duplicates</a>
          </p>
        </div>
        {may(viewer, "decide") ? <AddActor /> : null}
      </div>
      <search>
        <form
          action="/desk/actors"
          className="mt-6 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_13rem_auto]"
        >
          <Field id="actor-name" label="Name">
            <Input
              id="actor-name"
              type="search"
              name="name"
              key={name}
              defaultValue={name}
              placeholder="Any name, acronym, capital or script"
              maxLength={200}
            />
          </Field>
          <Field id="actor-kind" label="Kind">
            <NativeSelect id="actor-kind" name="kind" key={kind} defaultValue={kind ?? ""}>
              <option value="">all kinds</option>
              {ACTOR_KINDS.map((known) => (
                <option key={known} value={known}>
                  {ACTOR_KIND_WORDS[known]}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Button type="submit">Find</Button>
        </form>
      </search>
      <div className="mt-6">
        {actors.length > 0 ? (
          <ActorTable actors={actors} />
        ) : (
          <Nothing asked={asked} beyond={number > 1 && total > 0} />
        )}
      </div>
      <Pages current={number} size={SIZE} total={total} address={address} />
    </div>
  );
}

function Nothing({ asked, beyond }: { readonly asked: boolean; readonly beyond: boolean }) {
  if (beyond)
    return (
      <Empty title="No actor stands on this page.">
        <a href="/desk/actors">To the first page</a>
      </Empty>
    );
  return asked ? (
    <Empty title="Nobody on record bears such a name.">
      Look for a part of it, or another spelling; or <a href="/desk/actors">see all</a>.
    </Empty>
  ) : (
    <Empty title="No actor is on record yet.">Add one, or bring a list in (docs/operating.md).</Empty>
  );
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";
const counted = (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "record" : "records"}`;

function addressOf(fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ""));
  return query.size === 0 ? "/desk/actors" : `/desk/actors?${query}`;
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { LinkFor, Person } from "#lib/desk/people.server.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/tag.tsx";
import { InviteForm } from "./invite-form.tsx";
import { LinkOnce } from "./link-once.tsx";
import { deskPost } from "./request.ts";

/** Everybody with an account, and what an administrator does with it. */
export function PeopleList({ people }: { readonly people: readonly Person[] }) {
  const router = useRouter();
  const [link, setLink] = useState<LinkFor>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  /** Runs one action; what goes wrong is said above the list. */
  async function run(action: "link" | "disable" | "enable", person: Person) {
    setBusy(true);
    setProblem(undefined);
    try {
      const done = await deskPost<LinkFor | Person>(`/api/desk/people/${action}`, { userId: person.id });
      setLink("url" in done ? done : undefined);
      router.refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work. Try again.");
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {problem ? (
        <p role="alert" className="mb-4 border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      {link ? <LinkOnce link={link} onClose={() => setLink(undefined)} /> : null}
      <ul className="divide-y border-y">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-3">
            <div className="min-w-0">
              <p className={person.disabled ? "text-muted" : "font-medium"}>
                {person.name}
                {person.self ? <span className="font-normal text-muted"> (you)</span> : null}{" "}
                {person.disabled ? <Tag tone="plain">closed</Tag> : null}
              </p>
              <p className="text-small break-words text-muted">
                {person.email} · {person.role}
              </p>
            </div>
            <div className="flex gap-2">
              {person.disabled ? (
                <Button size="small" disabled={busy} onClick={() => run("enable", person)}>
                  Open again<span className="sr-only">: {person.name}</span>
                </Button>
              ) : (
                <>
                  <Button size="small" disabled={busy} onClick={() => run("link", person)}>
                    Make a link<span className="sr-only"> for {person.name}</span>
                  </Button>
                  <CloseAccount person={person} disabled={busy} onClose={() => run("disable", person)} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      <InviteForm
        onInvited={(made) => {
          setLink(made);
          setProblem(undefined);
          router.refresh();
        }}
      />
    </>
  );
}

interface CloseAccountProps {
  readonly person: Person;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** Asks once more before it closes somebody's account. */
function CloseAccount({ person, disabled, onClose }: CloseAccountProps) {
  const [asked, setAsked] = useState(false);
  return (
    <Button
      size="small"
      look={asked ? "danger" : "plain"}
      disabled={disabled}
      onBlur={() => setAsked(false)}
      onClick={() => (asked ? onClose() : setAsked(true))}
    >
      {asked ? "Close it and sign them out" : "Close"}
      <span className="sr-only">: {person.name}</span>
    </Button>
  );
}

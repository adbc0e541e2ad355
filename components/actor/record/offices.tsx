"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { DeskActorRecord, DeskOffice } from "#lib/desk/desk-actor.ts";
import { rangeWords } from "../words.ts";
import { ConflictNotice, ProblemNotice } from "./notices.tsx";
import { OfficeForm } from "./office-form.tsx";
import { RecordSection } from "./record-section.tsx";
import { useSave } from "./use-save.ts";

interface OfficesProps {
  readonly actor: DeskActorRecord;
  readonly mayDecide: boolean;
}

/** Offices of a body, each with who held it. */
export function Offices({ actor, mayDecide }: OfficesProps) {
  return (
    <RecordSection
      title="Offices"
      note={actor.offices.length === 0 ? null : actor.offices.length}
      change={mayDecide ? "Add an office" : null}
      beside
      form={(close) => <OfficeForm bodyId={actor.id} office={null} onDone={close} />}
    >
      {actor.offices.length === 0 ? (
        <p className="text-muted">
          None on record. With one, “the president of {actor.name}” is whoever held it then.
        </p>
      ) : null}
      <ul className="grid gap-6">
        {actor.offices.map((office) => (
          <Office key={office.id} bodyId={actor.id} office={office} mayDecide={mayDecide} />
        ))}
      </ul>
    </RecordSection>
  );
}

interface OfficeProps {
  readonly bodyId: string;
  readonly office: DeskOffice;
  readonly mayDecide: boolean;
}

function Office({ bodyId, office, mayDecide }: OfficeProps) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <li>
        <OfficeForm bodyId={bodyId} office={office} onDone={() => setOpen(false)} />
      </li>
    );
  return (
    <li>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-serif text-read font-medium">{office.title}</h3>
        {mayDecide ? (
          <div className="-ml-2 flex gap-1 sm:ml-0">
            <Button
              size="small"
              look="quiet"
              aria-label={`Correct: ${office.title}`}
              onClick={() => setOpen(true)}
            >
              Correct
            </Button>
            <TakeOff office={office} />
          </div>
        ) : null}
      </div>
      {office.aliases.length > 0 ? (
        <p className="text-small text-muted">also {office.aliases.map((title) => `“${title}”`).join(", ")}</p>
      ) : null}
      {office.tenures.length === 0 ? (
        <p className="text-small text-muted">Nobody on record held it.</p>
      ) : (
        <ul className="mt-1 divide-y border-y text-small">
          {office.tenures.map(({ holder, from, to }) => (
            <li key={from} className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_18rem]">
              <a href={`/desk/actors/${holder.id}`} className="quiet-link">
                {holder.name}
              </a>
              <span className="text-muted">{rangeWords(from, to)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Asks once more before an office goes off the record. */
function TakeOff({ office }: { readonly office: DeskOffice }) {
  const { busy, problem, conflict, save, settle } = useSave();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="small"
        look={asked ? "danger" : "quiet"}
        aria-label={`${asked ? "Yes, take it off" : "Take off the record"}: ${office.title}`}
        disabled={busy}
        onBlur={() => setAsked(false)}
        onClick={() =>
          asked
            ? save(
                { action: "withdraw-office", input: { officeId: office.id, version: office.version } },
                "Off the record; its history can bring it back",
              )
            : setAsked(true)
        }
      >
        {asked ? "Yes, take it off" : "Take off the record"}
      </Button>
      <ProblemNotice problem={problem} />
      <ConflictNotice noun="office" conflict={conflict} onKeepTheirs={settle} onSaveMine={null} />
    </>
  );
}

"use client";

import { useHydrated } from "#components/desk/use-hydrated.ts";
import { Tag } from "#components/ui/tag.tsx";
import type { DeskActorRecord } from "#lib/desk/desk-actor.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { counted } from "../../claim/travel.tsx";
import { ACTOR_KIND_WORDS, rangeWords } from "../words.ts";
import { About } from "./about.tsx";
import { History } from "./history.tsx";
import { Identifications } from "./identifications.tsx";
import { Offices } from "./offices.tsx";
import { RecordNames } from "./record-names.tsx";

interface ActorRecordProps {
  readonly actor: DeskActorRecord;
  /** False for readers: no control that writes is there for them. */
  readonly mayDecide: boolean;
}

/** One actor's record: what it is and is called, its offices, what is attributed to it, and every decision on it. */
export function ActorRecord({ actor, mayDecide: allowed }: ActorRecordProps) {
  const mayDecide = useHydrated() && allowed;
  const unnamed = actor.kind === "unnamedSource";
  const mayHaveOffices = !unnamed && actor.kind !== "person";
  return (
    <>
      <Head actor={actor} mayDecide={allowed} />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <About actor={actor} mayDecide={mayDecide} />
          {unnamed ? null : <RecordNames actor={actor} mayDecide={mayDecide} />}
          {mayHaveOffices ? <Offices actor={actor} mayDecide={mayDecide} /> : null}
          {actor.held.length > 0 ? <HeldOffices actor={actor} /> : null}
          <Identifications actor={actor} mayDecide={mayDecide} />
        </div>
        <div className="min-w-0">
          <Statements actor={actor} />
          <History actor={actor} mayDecide={mayDecide} />
        </div>
      </div>
    </>
  );
}

function Head({ actor, mayDecide }: ActorRecordProps) {
  return (
    <div className="mb-8">
      <p className="text-small">
        <a href="/desk/actors" className="quiet-link text-muted">
          ← Actors
        </a>
      </p>
      <h1 className="font-serif text-hero-wide font-medium break-words">
        {actor.kind === "unnamedSource" ? `“${actor.name}”` : actor.name}
      </h1>
      <p className="flex flex-wrap items-baseline gap-x-4 text-muted">
        <span>{ACTOR_KIND_WORDS[actor.kind]}</span>
        {actor.publicSlug === null ? (
          <span>not public</span>
        ) : (
          <a href={`/actors/${actor.publicSlug}`}>Public page</a>
        )}
        {actor.key === null ? null : <span>key {actor.key}</span>}
        {actor.sample ? <Tag>sample</Tag> : null}
        {mayDecide ? null : <span>Reading only: deciding is for editors.</span>}
      </p>
      {actor.standsFor ? (
        <p className="mt-2 border-l-2 pl-3">
          Merged into <a href={`/desk/actors/${actor.standsFor.id}`}>{actor.standsFor.name}</a>: that record
          stands for this one.
        </p>
      ) : null}
      {actor.mergedHere.length > 0 ? (
        <p className="mt-2 border-l-2 pl-3">
          Stands also for{" "}
          {actor.mergedHere.map((member, at) => (
            <span key={member.id}>
              {at > 0 ? ", " : ""}
              <a href={`/desk/actors/${member.id}?record=own`}>{member.name}</a>
            </span>
          ))}
          . <a href="/desk/actors/duplicates#merges">Merges</a>
        </p>
      ) : null}
      {actor.quotedIn ? (
        <p className="mt-2 border-l-2 pl-3">
          Unnamed in{" "}
          <a href={`/desk/articles/${actor.quotedIn.id}`} {...inLanguage(actor.quotedIn.language)}>
            {actor.quotedIn.headline}
          </a>
          , {actor.quotedIn.outlet}. The same words in another article are somebody else.
        </p>
      ) : null}
    </div>
  );
}

function HeldOffices({ actor }: { readonly actor: DeskActorRecord }) {
  return (
    <section aria-labelledby="held" className="border-t pt-3 pb-8">
      <h2 id="held" className="rubric mb-3">
        Offices held
      </h2>
      <ul className="divide-y border-y text-small">
        {actor.held.map(({ office, from, to }) => (
          <li
            key={`${office.body.id} ${office.title} ${from}`}
            className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_18rem]"
          >
            <span>
              {office.title}, <a href={`/desk/actors/${office.body.id}`}>{office.body.name}</a>
            </span>
            <span className="text-muted">{rangeWords(from, to)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small text-muted">Corrected on the record of the body.</p>
    </section>
  );
}

function Statements({ actor }: { readonly actor: DeskActorRecord }) {
  return (
    <section aria-labelledby="statements" className="border-t pt-3 pb-8">
      <h2 id="statements" className="rubric mb-3">
        Statements <span className="font-normal">{actor.statements}</span>
      </h2>
      {actor.articles.length === 0 ? (
        <p className="text-small text-muted">Nothing is attributed to this record.</p>
      ) : null}
      <ul className="grid gap-2 text-small">
        {actor.articles.map((article) => (
          <li key={article.id}>
            <a
              href={`/desk/articles/${article.id}`}
              className="quiet-link font-serif text-base leading-snug"
              {...inLanguage(article.language)}
            >
              {article.headline}
            </a>
            <span className="block text-muted">
              {article.outlet} · {counted(article.statements, "statement")}
            </span>
          </li>
        ))}
      </ul>
      {actor.relayed > 0 ? (
        <p className="mt-3 text-small text-muted">Relays {counted(actor.relayed, "statement")} of others.</p>
      ) : null}
    </section>
  );
}

import type { Metadata } from "next";
import { cache } from "react";
import { ActorClaims } from "#components/actor/actor-claims.tsx";
import { Density } from "#components/actor/density.tsx";
import { IdentifiedStatements } from "#components/actor/identified-statements.tsx";
import { Names } from "#components/actor/names.tsx";
import { PartNames } from "#components/actor/part-names.tsx";
import { Tenures } from "#components/actor/tenures.tsx";
import { Unnamed } from "#components/actor/unnamed.tsx";
import { ACTOR_KIND_WORDS } from "#components/actor/words.ts";
import { Empty, SampleBanner } from "#components/site/notices.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pages } from "#components/site/pages.tsx";
import { StatementList } from "#components/statement/statement-list.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import {
  type PublicActor,
  type PublicPart,
  publishedActor,
  publishedAliases,
  publishedParts,
  publishedTenures,
} from "#lib/actor/published.server.ts";
import {
  articlesQuoting,
  identifiedAs,
  unnamedIdentifiedAs,
} from "#lib/actor/published-identification.server.ts";
import { currentAddress } from "#lib/address/published.server.ts";
import { claimsOfActor } from "#lib/claim/published.server.ts";
import { countStatements, publishedStatements, statementMonths } from "#lib/statement/published.server.ts";
import { pageMetadata } from "../../metadata.ts";
import { nounAt, type Params, pageNumber, type SearchParams } from "../../noun-page.ts";

const SIZE = 50;
const TABS = ["statements", "relayed", "claims", "names"] as const;

interface PageProps {
  readonly params: Params;
  readonly searchParams: SearchParams;
}

const actorAt = cache((slug: string) => nounAt(slug, publishedActor));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const actor = await actorAt((await params).slug);
  return pageMetadata({
    title: actor.name,
    description: `What ${actor.name} said, where it was reported, and in which words.`,
    path: `/actors/${actor.slug}`,
    sample: await isSample(actor),
  });
}

export default async function ActorPage({ params, searchParams }: PageProps) {
  const actor = await actorAt((await params).slug);
  const search = await searchParams;
  const parts = await publishedParts([actor.id]);
  const withParts = search.parts === "yes" && parts.length > 0;
  const speakers = [actor.id, ...(withParts ? parts.map(({ id }) => id) : [])];
  const [sample, statements, relayed, claims, aliases, tenures, months] = await Promise.all([
    isSample(actor),
    countStatements({ actors: speakers }),
    countStatements({ relay: actor.id }),
    claimsOfActor(actor.id),
    publishedAliases(actor.id),
    publishedTenures(actor.id),
    statementMonths(speakers),
  ]);
  const counts = { statements, relayed, claims: claims.length, names: aliases.length };
  const shown = TABS.filter((tab) => tab === "statements" || counts[tab] > 0);
  const current =
    shown.find((tab) => tab === search.tab) ?? (statements === 0 && relayed > 0 ? "relayed" : "statements");
  const path = `/actors/${actor.slug}`;
  const own = withParts ? `${path}?parts=yes` : path;
  const page = { number: pageNumber(search.page), size: SIZE };
  return (
    <article>
      {sample ? <SampleBanner /> : null}
      <PageHead
        title={actor.kind === "unnamedSource" ? `“${actor.name}”` : actor.name}
        note={<WhatItIs actor={actor} />}
      />
      {actor.kind === "unnamedSource" ? <UnnamedSource actor={actor} /> : null}
      <Tenures tenures={tenures} />
      <Density months={months} />
      <TabLinks
        label={`About ${actor.name}`}
        tabs={shown.map((tab) => ({
          href: tab === "statements" ? own : `${path}?tab=${tab}`,
          text: { statements: "Statements", relayed: "Relayed", claims: "Claims", names: "Names" }[tab],
          current: tab === current,
          count: counts[tab],
        }))}
      />
      <div className="pt-6">
        {current === "claims" ? <ActorClaims claims={claims} /> : null}
        {current === "names" ? <Names aliases={aliases} /> : null}
        {current === "statements" ? (
          <>
            <WithParts parts={parts} included={withParts} path={path} />
            <Statements actor={actor} speakers={speakers} page={page} total={statements} />
            <AsUnnamedSource actor={actor} />
          </>
        ) : null}
        {current === "relayed" ? <Relayed actor={actor} page={page} total={relayed} /> : null}
      </div>
    </article>
  );
}

/** A real actor who speaks in the sample only is known from nowhere else. */
async function isSample(actor: PublicActor): Promise<boolean> {
  return (await currentAddress("actor", actor.slug))?.sample ?? actor.sample;
}

function WhatItIs({ actor }: { readonly actor: PublicActor }) {
  return (
    <>
      {actor.description ?? ACTOR_KIND_WORDS[actor.kind]}
      {actor.partOf ? (
        <>
          , part of{" "}
          {actor.partOf.slug === null ? (
            actor.partOf.name
          ) : (
            <a href={`/actors/${actor.partOf.slug}`}>{actor.partOf.name}</a>
          )}
        </>
      ) : null}
    </>
  );
}

async function UnnamedSource({ actor }: { readonly actor: PublicActor }) {
  const [quotedIn, identified] = await Promise.all([articlesQuoting(actor.id), identifiedAs(actor.id)]);
  return <Unnamed quotedIn={quotedIn} identifiedAs={identified} />;
}

/** What the actor said as an unnamed source, as published sources say; never counted among its own statements. */
async function AsUnnamedSource({ actor }: { readonly actor: PublicActor }) {
  const sources = await unnamedIdentifiedAs(actor.id);
  const groups = await Promise.all(
    sources.map(async (source) => ({
      ...source,
      statements: await publishedStatements({ actors: [source.unnamed.id] }, { number: 1, size: SIZE }),
    })),
  );
  return <IdentifiedStatements name={actor.name} groups={groups} />;
}

interface WithPartsProps {
  readonly parts: readonly PublicPart[];
  readonly included: boolean;
  readonly path: string;
}

/** What belongs to the actor, and the way to read its statements together with the actor's own, or apart. */
function WithParts({ parts, included, path }: WithPartsProps) {
  if (parts.length === 0) return null;
  return (
    <p className="mb-6 max-w-measure text-small text-muted">
      {included ? "With its parts: " : "Part of it: "}
      <PartNames parts={parts} />.{" "}
      <a href={included ? path : `${path}?parts=yes`}>
        {included ? "Its own statements only" : "Show statements with its parts"}
      </a>
    </p>
  );
}

interface ListProps {
  readonly actor: PublicActor;
  readonly page: { readonly number: number; readonly size: number };
  readonly total: number;
}

interface StatementsProps extends ListProps {
  /** The actor, and its parts where they are read together. */
  readonly speakers: readonly string[];
}

async function Statements({ actor, speakers, page, total }: StatementsProps) {
  const statements = await publishedStatements({ actors: speakers }, page);
  const several = speakers.length > 1;
  if (statements.length === 0)
    return (
      <Empty title="No statement of its own is on record here.">Others may be attributed to it later.</Empty>
    );
  return (
    <>
      <StatementList statements={statements} speaker={several} />
      <Pages
        current={page.number}
        size={SIZE}
        total={total}
        address={(n) => `/actors/${actor.slug}?${several ? "parts=yes&" : ""}page=${n}`}
      />
    </>
  );
}

async function Relayed({ actor, page, total }: ListProps) {
  const statements = await publishedStatements({ relay: actor.id }, page);
  return (
    <>
      <p className="mb-6 text-small text-muted">
        Words of others that outlets give as reported by {actor.name}.
      </p>
      <StatementList statements={statements} />
      <Pages
        current={page.number}
        size={SIZE}
        total={total}
        address={(n) => `/actors/${actor.slug}?tab=relayed&page=${n}`}
      />
    </>
  );
}

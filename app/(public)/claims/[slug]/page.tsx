import type { Metadata } from "next";
import { cache } from "react";
import { Dated } from "#components/article/dated.tsx";
import { Positions } from "#components/claim/positions.tsx";
import { ReportedTable } from "#components/claim/reported-table.tsx";
import { counted, Travel } from "#components/claim/travel.tsx";
import { Cite } from "#components/site/cite.tsx";
import { Computed, SampleBanner } from "#components/site/notices.tsx";
import { Section } from "#components/site/section.tsx";
import { PassageWords } from "#components/statement/passage-words.tsx";
import { Via } from "#components/statement/via.tsx";
import { introducedWords, STANCE_VERBS } from "#components/statement/words.ts";
import { dateWords } from "#lib/article/date-words.ts";
import { groupByStance } from "#lib/claim/grouped.ts";
import { type LedClaim, publishedClaim, withLeads } from "#lib/claim/published.server.ts";
import { env } from "#lib/env.ts";
import { publishedStatements } from "#lib/statement/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { pageMetadata, speakerTitle } from "../../metadata.ts";
import { nounAt, type Params } from "../../noun-page.ts";

const MOST_STATEMENTS = 500;

const claimAt = cache((slug: string) => nounAt(slug, ledClaim));

async function ledClaim(slug: string): Promise<LedClaim | null> {
  const claim = await publishedClaim(slug);
  return claim === null ? null : ((await withLeads([claim]))[0] ?? null);
}

export async function generateMetadata({ params }: { readonly params: Params }): Promise<Metadata> {
  const { claim, lead, stance } = await claimAt((await params).slug);
  return pageMetadata({
    title: speakerTitle(lead),
    description: `${lead.actor.name} ${STANCE_VERBS[stance]}: ${claim.sentence} Reported by ${counted(claim.outlets, "outlet")}.`,
    path: `/claims/${claim.slug}`,
    sample: claim.sample,
  });
}

export default async function ClaimPage({ params }: { readonly params: Params }) {
  const led = await claimAt((await params).slug);
  const { claim, lead } = led;
  const statements = await publishedStatements({ claim: claim.id }, { number: 1, size: MOST_STATEMENTS });
  const path = `/claims/${claim.slug}`;
  return (
    <article>
      {claim.sample ? <SampleBanner /> : null}
      <header className="max-w-[50rem]">
        <h1>
          <span className="rubric block text-ink">
            <a href={`/actors/${lead.actor.slug}`} className="quiet-link">
              {lead.actor.name}
            </a>
            <span className="sr-only">: </span>
          </span>
          <span
            {...inLanguage(lead.language)}
            className="quotation mt-2 block text-hero font-normal sm:text-hero-wide"
          >
            <PassageWords passage={lead.passage} language={lead.language} />
          </span>
        </h1>
        <p className="mt-3 text-small text-muted">
          <Dated date={lead.article.published} full />, in{" "}
          <a href={`/outlets/${lead.outlet.slug}`}>{lead.outlet.name}</a>
          <Via via={lead.via} />; {introducedWords(lead)}
        </p>
        <p className="mt-5 max-w-measure font-serif text-read">
          <span className="rubric mb-0.5 block font-sans">Claim, in the editors’ words</span>
          {claim.sentence}
        </p>
      </header>
      <Positions groups={groupByStance(statements, claim.slug)} leadId={lead.id} />
      <Section title="How it travelled">
        <Travel led={led} named={20} />
      </Section>
      <Section
        title="Where it was reported"
        note={
          <Computed>
            Reported by {counted(claim.outlets, "outlet")}, in {counted(claim.articles, "article")}
          </Computed>
        }
      >
        <ReportedTable statements={statements} claimSlug={claim.slug} />
      </Section>
      <footer className="mt-12 border-t pt-4">
        <Cite
          words={`${speakerTitle(lead)}, as reported by ${lead.outlet.name}, ${dateWords(lead.article.published)}; frozen text ${lead.article.sha256.slice(0, 16)}, revision ${lead.article.revision}.`}
          url={`${env().url}${path}`}
        />
        <p className="mt-2 text-small">
          <a href={`/about?page=${encodeURIComponent(path)}#corrections`}>Ask for a correction</a>
        </p>
      </footer>
    </article>
  );
}

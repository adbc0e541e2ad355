import type { Metadata } from "next";
import { cache } from "react";
import { Dated } from "#components/article/dated.tsx";
import { Passages } from "#components/article/passages.tsx";
import { SameText } from "#components/article/same-text.tsx";
import { counted } from "#components/claim/travel.tsx";
import { Cite } from "#components/site/cite.tsx";
import { SampleBanner } from "#components/site/notices.tsx";
import { Section } from "#components/site/section.tsx";
import { betweenWords, dateWords, momentWords } from "#lib/article/date-words.ts";
import { publishedArticle } from "#lib/article/published.server.ts";
import { publishedChanges } from "#lib/article/published-changes.server.ts";
import { publishedCopies } from "#lib/article/published-copies.server.ts";
import { env } from "#lib/env.ts";
import { publishedStatements } from "#lib/statement/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { pageMetadata } from "../../metadata.ts";
import { nounAt, type Params } from "../../noun-page.ts";

const MOST_STATEMENTS = 500;

const articleAt = cache((slug: string) => nounAt(slug, publishedArticle));

export async function generateMetadata({ params }: { readonly params: Params }): Promise<Metadata> {
  const article = await articleAt((await params).slug);
  return pageMetadata({
    // The outlet speaks in a headline.
    title: `${article.outlet.name}: ${article.headline}`,
    description: `Whom ${article.outlet.name} quotes in this article: ${counted(article.statements, "statement")} on record.`,
    path: `/articles/${article.slug}`,
    sample: article.sample,
  });
}

export default async function ArticlePage({ params }: { readonly params: Params }) {
  const article = await articleAt((await params).slug);
  const [statements, changes, copies] = await Promise.all([
    publishedStatements({ article: article.id }, { number: 1, size: MOST_STATEMENTS }),
    publishedChanges(article.id),
    publishedCopies(article.id),
  ]);
  const path = `/articles/${article.slug}`;
  return (
    <article>
      {article.sample ? <SampleBanner /> : null}
      <header className="max-w-[50rem]">
        <h1>
          <span className="rubric block text-ink">
            <a href={`/outlets/${article.outlet.slug}`} className="quiet-link">
              {article.outlet.name}
            </a>
            <span className="sr-only">: </span>
          </span>
          <span className="mt-2 block font-serif text-hero font-medium sm:text-hero-wide">
            <span {...inLanguage(article.language)}>{article.headline}</span>
          </span>
        </h1>
        <p className="mt-3 text-small text-muted">
          {article.byline ? `${article.byline} · ` : ""}
          <Dated date={article.published} full />
          {article.canonicalUrl ? (
            <>
              {" "}
              · <a href={article.canonicalUrl}>read it at {new URL(article.canonicalUrl).host} →</a>
            </>
          ) : null}
        </p>
        {changes.map((change) => (
          <p key={change.seenAfter.toISOString()} className="mt-1 text-small">
            Changed by the outlet, seen between {betweenWords(change.seenBefore, change.seenAfter)}.{" "}
            <span className="text-muted">
              Revision {change.before} to {change.after}.
            </span>
          </p>
        ))}
        <SameText copies={copies} />
      </header>
      <Section title="Who is quoted" note={counted(statements.length, "statement")}>
        <Passages statements={statements} />
      </Section>
      <Section title="About this record">
        <dl className="grid max-w-measure gap-x-8 gap-y-2 text-small sm:grid-cols-[9.5rem_minmax(0,1fr)] [&_dt]:text-muted">
          <dt>Signed off</dt>
          <dd>{momentWords(article.signedOffAt)}</dd>
          <dt>Frozen text</dt>
          <dd>
            revision {article.revision}, SHA-256{" "}
            <code className="text-micro break-all">{article.sha256}</code>
          </dd>
          <dt>What is shown</dt>
          <dd>
            The words in quotation marks in full, and at most 25 of the outlet’s own in each passage; the
            whole text stands at its source. Beside a quotation, grey words are the outlet’s.
          </dd>
        </dl>
        <div className="mt-4">
          <Cite
            words={`${article.outlet.name}, “${article.headline}”, ${dateWords(article.published)}; statements as signed off ${momentWords(article.signedOffAt)}, frozen text ${article.sha256.slice(0, 16)}, revision ${article.revision}.`}
            url={`${env().url}${path}`}
          />
          <p className="mt-2 text-small">
            <a href={`/about?page=${encodeURIComponent(path)}#corrections`}>Ask for a correction</a>
          </p>
        </div>
      </Section>
    </article>
  );
}

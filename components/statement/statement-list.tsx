import type { PublicStatement } from "#lib/statement/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Dated } from "../article/dated.tsx";
import { EarlierText } from "./earlier-text.tsx";
import { PassageWords } from "./passage-words.tsx";
import { Via } from "./via.tsx";
import { introducedWords, STANCE_VERBS } from "./words.ts";

interface StatementListProps {
  readonly statements: readonly PublicStatement[];
  /** Whether to name the speaker: not on the speaker's own page. */
  readonly speaker?: boolean;
  /** Words to mark, by statement. */
  readonly hits?: ReadonlyMap<string, readonly string[]>;
}

/** Statements as quotations, with outlet and date in the margin. */
export function StatementList({ statements, speaker = true, hits }: StatementListProps) {
  return (
    <ol className="divide-y">
      {statements.map((statement) => (
        <li
          key={statement.id}
          id={`statement-${statement.id}`}
          className="grid gap-x-8 gap-y-1.5 py-5 first:pt-0 sm:grid-cols-[9.5rem_minmax(0,1fr)]"
        >
          <div className="flex flex-wrap gap-x-3 text-small text-muted sm:block sm:pt-1">
            <p>
              <Dated date={statement.article.published} />
            </p>
            <p>
              <a href={`/outlets/${statement.outlet.slug}`} className="quiet-link text-ink">
                {statement.outlet.name}
              </a>
              {statement.outlet.primary ? " (primary)" : ""}
            </p>
          </div>
          <div className="max-w-measure min-w-0">
            {speaker ? (
              <p className="text-small font-semibold">
                <a href={`/actors/${statement.actor.slug}`} className="quiet-link">
                  {statement.actor.name}
                </a>
              </p>
            ) : null}
            <blockquote {...inLanguage(statement.language)} className="quotation my-0.5 text-quote">
              <PassageWords
                passage={statement.passage}
                language={statement.language}
                hits={hits?.get(statement.id) ?? []}
              />
            </blockquote>
            <EarlierText statement={statement} />
            <p className="text-small text-muted">
              {introducedWords(statement)}
              <Via via={statement.via} /> ·{" "}
              <a href={`/articles/${statement.article.slug}#statement-${statement.id}`}>in its article</a>
              {statement.source ? (
                <>
                  {" "}
                  · <a href={statement.source}>source&nbsp;→</a>
                </>
              ) : null}
            </p>
            {statement.claims.map((claim) => (
              <p key={claim.slug} className="mt-1 text-small">
                <span className="text-muted">{STANCE_VERBS[claim.stance]}: </span>
                <a href={`/claims/${claim.slug}`} className="quiet-link">
                  {claim.sentence}
                </a>
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

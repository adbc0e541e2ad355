import type { PublicStatement } from "#lib/statement/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { EarlierText } from "../statement/earlier-text.tsx";
import { PassageWords } from "../statement/passage-words.tsx";
import { Via } from "../statement/via.tsx";
import { introducedWords, STANCE_VERBS } from "../statement/words.ts";

/** The public passages of an article in the order of its text, the speaker in the margin. */
export function Passages({ statements }: { readonly statements: readonly PublicStatement[] }) {
  return (
    <ol className="divide-y">
      {statements.map((statement) => (
        <li
          key={statement.id}
          id={`statement-${statement.id}`}
          className="grid scroll-mt-4 gap-x-8 gap-y-1 py-5 first:pt-0 target:bg-raised sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <p className="text-small sm:pt-1">
            <a href={`/actors/${statement.actor.slug}`} className="quiet-link font-semibold">
              {statement.actor.name}
            </a>
            <span className="block text-muted">
              {introducedWords(statement)}
              <Via via={statement.via} />
            </span>
          </p>
          <div className="max-w-measure min-w-0">
            <blockquote {...inLanguage(statement.language)} className="quotation text-quote">
              <PassageWords passage={statement.passage} language={statement.language} />
            </blockquote>
            <EarlierText statement={statement} />
            {statement.claims.map((claim) => (
              <p key={claim.slug} className="mt-1.5 text-small">
                <span className="text-muted">{STANCE_VERBS[claim.stance]}: </span>
                <a href={`/claims/${claim.slug}`} className="quiet-link">
                  {claim.sentence}
                </a>
              </p>
            ))}
            {statement.source ? (
              <p className="no-print mt-1.5 text-small">
                <a href={statement.source}>
                  {statement.earlierRevision === null ? "these words at the source →" : "the source →"}
                </a>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

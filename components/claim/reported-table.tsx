import type { PublicStatement } from "#lib/statement/published.server.ts";
import { Dated } from "../article/dated.tsx";
import { FrozenText } from "../article/frozen-text.tsx";
import { PassageWords } from "../statement/passage-words.tsx";
import { mannerWords, STANCE_VERBS } from "../statement/words.ts";

interface ReportedTableProps {
  readonly statements: readonly PublicStatement[];
  readonly claimSlug: string;
}

/** Where a claim was reported: one row for each statement. On a phone each row is a block of its own. */
export function ReportedTable({ statements, claimSlug }: ReportedTableProps) {
  return (
    <table className="block w-full text-left text-small md:table">
      <thead className="hidden align-bottom md:table-header-group">
        <tr className="border-b *:py-1.5 *:pr-5 *:font-medium *:text-muted">
          <th scope="col">Outlet</th>
          <th scope="col">Published</th>
          <th scope="col">As</th>
          <th scope="col">Its own words</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody className="block divide-y md:table-row-group">
        {statements.map((statement) => {
          const stance = statement.claims.find((claim) => claim.slug === claimSlug)?.stance;
          return (
            <tr
              key={statement.id}
              className="block py-4 align-top first:pt-0 md:table-row *:md:py-3 *:md:pr-5"
            >
              <th scope="row" className="block font-semibold md:table-cell md:w-36">
                <a href={`/outlets/${statement.outlet.slug}`} className="quiet-link">
                  {statement.outlet.name}
                </a>
              </th>
              <td className="block text-muted md:table-cell">
                <Dated date={statement.article.published} />
              </td>
              <td className="block text-muted md:table-cell md:w-48">
                <span className="text-ink">{statement.actor.name}</span>
                {stance ? ` ${STANCE_VERBS[stance]}` : ""}, {mannerWords(statement.kind, statement.mode)}
              </td>
              <td className="quotation block max-w-measure py-1 text-[1.0625rem] leading-[1.5625rem] md:table-cell">
                <PassageWords passage={statement.passage} />
              </td>
              <td className="flex flex-wrap gap-x-4 md:table-cell md:w-40 md:pr-0!">
                <a href={`/articles/${statement.article.slug}#statement-${statement.id}`}>its article</a>
                {statement.source ? (
                  <span className="md:block">
                    <a href={statement.source}>source →</a>
                  </span>
                ) : null}
                <span className="md:mt-1 md:block">
                  <FrozenText sha256={statement.article.sha256} revision={statement.article.revision} />
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

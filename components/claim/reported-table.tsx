import type { PublicStatement } from "#lib/statement/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Dated } from "../article/dated.tsx";
import { FrozenText } from "../article/frozen-text.tsx";
import { EarlierText } from "../statement/earlier-text.tsx";
import { PassageWords } from "../statement/passage-words.tsx";
import { introducedWords, STANCE_VERBS } from "../statement/words.ts";
import { cn } from "../ui/class-names.ts";

interface ReportedTableProps {
  /** Those of one article stand together. */
  readonly statements: readonly PublicStatement[];
  readonly claimSlug: string;
}

/** Where a claim was reported, article by article, a row for each statement. On a phone each row is a block. */
export function ReportedTable({ statements, claimSlug }: ReportedTableProps) {
  return (
    <table className="block w-full text-left text-small md:table">
      <thead className="hidden align-bottom md:table-header-group">
        <tr className="border-b *:py-1.5 *:pr-6 *:font-medium *:text-muted">
          <th scope="col">Outlet</th>
          <th scope="col">As</th>
          <th scope="col">Its own words</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {statements.map((statement, at) => {
          const { article } = statement;
          const first = statements[at - 1]?.article.slug !== article.slug;
          const rows = statements.filter((other) => other.article.slug === article.slug).length;
          return (
            <tr
              key={statement.id}
              className={cn(
                "block align-top md:table-row *:md:py-2.5 *:md:pr-6",
                first ? "border-t pt-4 pb-3 first:border-t-0 first:pt-0" : "pb-3",
              )}
            >
              {first ? (
                <th
                  scope="rowgroup"
                  rowSpan={rows}
                  className="block pb-1 font-normal md:table-cell md:w-44 print:w-32"
                >
                  <a href={`/outlets/${statement.outlet.slug}`} className="quiet-link font-semibold">
                    {statement.outlet.name}
                  </a>
                  {statement.outlet.primary ? " (primary)" : ""}
                  <span className="block text-muted">
                    <Dated date={article.published} />
                  </span>
                </th>
              ) : null}
              <As statement={statement} claimSlug={claimSlug} />
              <td className="block max-w-measure md:table-cell">
                <div
                  {...inLanguage(statement.language)}
                  className="quotation text-[1.0625rem] leading-[1.5625rem]"
                >
                  <PassageWords passage={statement.passage} language={statement.language} />
                </div>
                <EarlierText statement={statement} />
              </td>
              <td className="block md:table-cell md:w-40 md:pr-0!">
                {statement.source ? (
                  <a href={statement.source} className="mr-4">
                    source&nbsp;→
                  </a>
                ) : null}
                <a href={`/articles/${article.slug}#statement-${statement.id}`}>record</a>
                {first && statement.source ? (
                  <span className="hidden text-micro break-all print:block">
                    {statement.source.split("#")[0]}
                  </span>
                ) : null}
                {first ? (
                  <span className="block">
                    <FrozenText sha256={article.sha256} revision={article.revision} />
                  </span>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface AsProps {
  readonly statement: PublicStatement;
  readonly claimSlug: string;
}

function As({ statement, claimSlug }: AsProps) {
  const stance = statement.claims.find((claim) => claim.slug === claimSlug)?.stance;
  return (
    <td className="block text-muted md:table-cell md:w-56 print:w-36">
      <span className="text-ink">
        {statement.actor.name}
        {stance ? ` ${STANCE_VERBS[stance]}` : ""}
      </span>
      , {introducedWords(statement)}
    </td>
  );
}

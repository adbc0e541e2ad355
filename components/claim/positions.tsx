import { Fragment } from "react";
import { dayWords } from "#lib/article/date-words.ts";
import { groupByWords, type StanceGroup } from "#lib/claim/grouped.ts";
import type { PublicStatement } from "#lib/statement/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Dated } from "../article/dated.tsx";
import { PassageWords } from "../statement/passage-words.tsx";
import { Via } from "../statement/via.tsx";
import { introducedWords, STANCE_TITLES } from "../statement/words.ts";
import { cn } from "../ui/class-names.ts";

interface PositionsProps {
  readonly groups: readonly StanceGroup<PublicStatement>[];
  /** The statement that stands at the head of the page: its words are not said again. */
  readonly leadId: string;
}

/** Who asserts a claim, who relays, questions and denies it, side by side. */
export function Positions({ groups, leadId }: PositionsProps) {
  const sides = [groups.filter(takesUp), groups.filter((group) => !takesUp(group))].filter(
    (side) => side.length > 0,
  );
  return (
    <div className={cn("mt-10 grid gap-x-14 gap-y-8 border-t pt-3", sides.length > 1 && "md:grid-cols-2")}>
      {sides.map((side) => (
        <div key={side[0]?.stance} className="grid content-start gap-8">
          {side.map((group) => (
            <section key={group.stance} aria-label={STANCE_TITLES[group.stance]} className="min-w-0">
              <h2 className="rubric mb-3">{STANCE_TITLES[group.stance]}</h2>
              <ul className="grid gap-6">
                {group.speakers.map(({ slug, statements }) => (
                  <li key={slug}>
                    <p className="font-semibold">
                      <a href={`/actors/${slug}`} className="quiet-link">
                        {statements[0]?.actor.name}
                      </a>
                    </p>
                    <ul className="mt-1 grid gap-3">
                      {groupByWords(statements, readWords).map((same) => (
                        <Position key={same[0].id} same={same} leadId={leadId} />
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Whether a group stands on the claim's own side of the page. */
function takesUp({ stance }: StanceGroup<PublicStatement>): boolean {
  return stance === "asserts" || stance === "relays";
}

/** All that a reader sees of a report but the outlet: reports alike in it are one. */
function readWords(statement: PublicStatement): string {
  const { passage, article, via } = statement;
  return JSON.stringify([
    passage.parts,
    dayWords(article.published),
    via.map((relay) => relay.slug),
    introducedWords(statement),
  ]);
}

interface PositionProps {
  readonly same: readonly [PublicStatement, ...PublicStatement[]];
  readonly leadId: string;
}

function Position({ same, leadId }: PositionProps) {
  const [first] = same;
  return (
    <li>
      {same.some(({ id }) => id === leadId) ? (
        <p className="text-small text-muted">In the words above.</p>
      ) : (
        <blockquote {...inLanguage(first.language)} className="quotation text-read">
          <PassageWords passage={first.passage} language={first.language} />
        </blockquote>
      )}
      <p className="text-small text-muted">
        <Dated date={first.article.published} />, in{" "}
        {same.map(({ id, outlet }, at) => (
          <Fragment key={id}>
            {at === 0 ? "" : at === same.length - 1 ? " and " : ", "}
            <a href={`/outlets/${outlet.slug}`}>{outlet.name}</a>
            {outlet.primary ? " (primary)" : ""}
          </Fragment>
        ))}
        <Via via={first.via} />; {introducedWords(first)}
      </p>
    </li>
  );
}

import type { StanceGroup } from "#lib/claim/grouped.ts";
import type { PublicStatement } from "#lib/statement/published.server.ts";
import { Dated } from "../article/dated.tsx";
import { PassageWords } from "../statement/passage-words.tsx";
import { Via } from "../statement/via.tsx";
import { introducedWords, STANCE_TITLES } from "../statement/words.ts";

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
    <div className="mt-10 grid gap-x-14 gap-y-8 border-t pt-3 md:grid-cols-2">
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
                      {statements.map((statement) => (
                        <Position key={statement.id} statement={statement} words={statement.id !== leadId} />
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

function Position({ statement, words }: { readonly statement: PublicStatement; readonly words: boolean }) {
  return (
    <li>
      {words ? (
        <blockquote className="quotation text-read">
          <PassageWords passage={statement.passage} />
        </blockquote>
      ) : (
        <p className="text-small text-muted">In the words above.</p>
      )}
      <p className="text-small text-muted">
        <Dated date={statement.article.published} />, in{" "}
        <a href={`/outlets/${statement.outlet.slug}`}>{statement.outlet.name}</a>
        {statement.outlet.primary ? " (primary)" : ""}
        <Via via={statement.via} />; {introducedWords(statement)}
      </p>
    </li>
  );
}

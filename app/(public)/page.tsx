import { ClaimList } from "#components/claim/claim-list.tsx";
import { counted } from "#components/claim/travel.tsx";
import { SampleBanner } from "#components/site/notices.tsx";
import { Section } from "#components/site/section.tsx";
import { StatementList } from "#components/statement/statement-list.tsx";
import { front, showsSample } from "#lib/search/front.server.ts";
import { listMetadata } from "./metadata.ts";

export const dynamic = "force-dynamic";
export const generateMetadata = () =>
  listMetadata({
    title: "On Record: who said what, and where it was reported",
    description: "Who said what, where it was reported, and how the words changed on the way.",
    path: "/",
  });

export default async function FrontPage() {
  const shown = await front();
  if (shown.statements.length === 0) return <Beginning />;
  return (
    <>
      {showsSample(shown) ? <SampleBanner /> : null}
      <h1 className="sr-only">On Record: who said what, and where it was reported</h1>
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <div>
          {shown.claims.length > 0 ? (
            <Section
              title="Reported by most outlets"
              note="signed off in the latest week · computed"
              className="mt-0"
            >
              <ClaimList claims={shown.claims} level={3} />
              <p className="text-small">
                <a href="/claims">All claims →</a>
              </p>
            </Section>
          ) : null}
          <Section title="Newest statements" className={shown.claims.length > 0 ? "" : "mt-0"}>
            <StatementList statements={shown.statements} />
          </Section>
        </div>
        <Section title="Most quoted" note="computed" className="lg:mt-0">
          <ol className="divide-y border-b text-small">
            {shown.actors.map((actor) => (
              <li key={actor.id} className="flex items-baseline justify-between gap-4 py-2">
                <a href={`/actors/${actor.slug}`} className="quiet-link">
                  {actor.name}
                </a>
                <span className="text-muted tabular-nums" title={counted(actor.statements, "statement")}>
                  {actor.statements}
                </span>
              </li>
            ))}
          </ol>
          <p className="mt-3 text-small">
            <a href="/actors">All actors →</a>
          </p>
        </Section>
      </div>
    </>
  );
}

function Beginning() {
  return (
    <div className="max-w-measure pt-6">
      <h1 className="font-serif text-hero-wide font-medium">Nothing is on record yet.</h1>
      <div className="mt-4 grid gap-3 font-serif text-read">
        <p>
          On Record keeps what people and bodies said, in which words, and where it was reported. An editor
          brings an article in, confirms who is quoted, ties the statements to claims and signs the article
          off; what is signed off appears here, with a link to its source.
        </p>
        <p>
          To begin, <a href="/desk">sign in at the desk</a> and paste a first article.{" "}
          <a href="/about">About this record →</a>
        </p>
      </div>
    </div>
  );
}

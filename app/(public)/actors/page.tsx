import { ACTOR_KIND_WORDS } from "#components/actor/words.ts";
import { counted } from "#components/claim/travel.tsx";
import { Empty, SampleBanner } from "#components/site/notices.tsx";
import { PageHead } from "#components/site/page-head.tsx";
import { Pages } from "#components/site/pages.tsx";
import { countActors, publishedActors } from "#lib/actor/published.server.ts";
import { listMetadata } from "../metadata.ts";
import { pageNumber, type SearchParams } from "../noun-page.ts";

const SIZE = 100;

export const generateMetadata = () =>
  listMetadata({
    title: "Actors",
    description: "People, ministries, states and others whose statements are on record.",
    path: "/actors",
  });

export default async function ActorsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const number = pageNumber((await searchParams).page);
  const [actors, total] = await Promise.all([publishedActors({ number, size: SIZE }), countActors()]);
  return (
    <>
      {actors.some((actor) => actor.sample) ? <SampleBanner /> : null}
      <PageHead title="Actors" note={`${total} with a statement on record, by name`} />
      {actors.length > 0 ? (
        <ul className="max-w-[50rem] divide-y border-t">
          {actors.map((actor) => (
            <li key={actor.id} className="flex flex-wrap items-baseline justify-between gap-x-8 py-3">
              <div className="min-w-0">
                <a href={`/actors/${actor.slug}`} className="quiet-link font-serif text-read font-medium">
                  {actor.name}
                </a>
                <p className="text-small text-muted">
                  {actor.description ?? ACTOR_KIND_WORDS[actor.kind]}
                  {actor.partOf ? ` · part of ${actor.partOf.name}` : ""}
                </p>
              </div>
              <p className="text-small text-muted">
                {actor.statements > 0 ? counted(actor.statements, "statement") : "relays others"}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={total === 0 ? "No actor is on record yet." : "No actor stands on this page."}>
          {total === 0 ? (
            "An actor appears here with the first statement that an editor signs off."
          ) : (
            <a href="/actors">To the first page</a>
          )}
        </Empty>
      )}
      <Pages current={number} size={SIZE} total={total} address={(page) => `/actors?page=${page}`} />
    </>
  );
}

import { CHECKED_ON } from "#lib/actor/packaged/offices.ts";
import type { PublicTenure } from "#lib/actor/published.server.ts";
import { dayWords } from "#lib/article/date-words.ts";
import { rangeWords } from "./words.ts";

/** The offices an actor held, with years. */
export function Tenures({ tenures }: { readonly tenures: readonly PublicTenure[] }) {
  if (tenures.length === 0) return null;
  return (
    <ul className="-mt-4 mb-6 grid gap-1 text-small">
      {tenures.map((tenure) => (
        <li key={`${tenure.title} ${tenure.body.name ?? ""} ${tenure.from}`}>
          {tenure.title}
          <Body tenure={tenure} />
          <span className="text-muted">
            , {rangeWords(tenure.from, tenure.to)}
            {tenure.to === null ? `, as known on ${dayWords({ local: CHECKED_ON, zone: null })}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The body of an office, unless the title names it and there is no page to lead to. */
function Body({ tenure: { title, body } }: { readonly tenure: PublicTenure }) {
  if (body.slug === null) return body.name === null || title.includes(body.name) ? null : `, ${body.name}`;
  return (
    <>
      , <a href={`/actors/${body.slug}`}>{body.name}</a>
    </>
  );
}

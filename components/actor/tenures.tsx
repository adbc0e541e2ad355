import type { PublicTenure } from "#lib/actor/published.server.ts";
import { rangeWords } from "./words.ts";

/** The offices an actor held, with years. */
export function Tenures({ tenures }: { readonly tenures: readonly PublicTenure[] }) {
  if (tenures.length === 0) return null;
  return (
    <ul className="-mt-4 mb-6 grid gap-1 text-small">
      {tenures.map((tenure) => (
        <li key={`${tenure.title} ${tenure.body.name} ${tenure.from}`}>
          {tenure.title},{" "}
          {tenure.body.slug === null ? (
            tenure.body.name
          ) : (
            <a href={`/actors/${tenure.body.slug}`}>{tenure.body.name}</a>
          )}
          <span className="text-muted">, {rangeWords(tenure.from, tenure.to)}</span>
        </li>
      ))}
    </ul>
  );
}

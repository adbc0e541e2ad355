import type { EarlierStatement } from "#lib/desk/article-texts.ts";
import { inLanguage } from "#lib/text/direction.ts";

/** Statements that the present text does not hold: they stay on record where they stood. */
export function EarlierList({ earlier }: { readonly earlier: readonly EarlierStatement[] }) {
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="mt-10">
      <h2 id="earlier" className="rubric mb-1">
        Left in an earlier text <span className="font-normal">{earlier.length}</span>
      </h2>
      <ul className="divide-y border-y">
        {earlier.map(({ statementId, actor, words, revision, language }) => (
          <li key={statementId} className="py-3">
            <p className="text-small">
              <span className="font-medium">{actor.name}</span>
              <span className="text-muted"> · as in revision {revision}</span>
            </p>
            <p {...inLanguage(language)} className="quotation max-w-measure text-read">
              {words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

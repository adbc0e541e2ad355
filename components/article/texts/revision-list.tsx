import { Tag } from "#components/ui/tag.tsx";
import { momentWords } from "#lib/article/date-words.ts";
import type { TextRevision } from "#lib/desk/article-texts.ts";
import { causeWords, sourcesWords } from "./words.ts";

/** The texts of an article on record, the latest first, each with its hash and when it was seen. */
export function RevisionList({ revisions }: { readonly revisions: readonly TextRevision[] }) {
  return (
    <section aria-labelledby="revisions" className="mt-10">
      <h2 id="revisions" className="rubric mb-1">
        Texts on record <span className="font-normal">{revisions.length}</span>
      </h2>
      <ol reversed className="divide-y border-y">
        {revisions.toReversed().map((revision) => (
          <li key={revision.id} className="py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">Revision {revision.number}</span>
              {revision.current ? <Tag tone="plain">current</Tag> : null}
              <span className="text-muted">{causeWords(revision.cause)}</span>
            </p>
            <p className="text-small text-muted">{seenWords(revision)}</p>
            <dl className="mt-1 grid gap-x-6 gap-y-0.5 text-small sm:grid-cols-[8rem_minmax(0,1fr)] [&_dt]:text-muted">
              <dt>Text, SHA-256</dt>
              <dd>
                <code className="text-micro break-all">{revision.sha256}</code>
              </dd>
              {revision.rawSha256 === null ? null : (
                <>
                  <dt>Source, SHA-256</dt>
                  <dd>
                    <code className="text-micro break-all">{revision.rawSha256}</code>
                  </dd>
                </>
              )}
              <dt>Read from</dt>
              <dd className="break-words">
                {revision.rawType}, by {revision.extractor}
                {revision.language === null || revision.language === "und"
                  ? ""
                  : `, language ${revision.language}`}
              </dd>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

function seenWords({ cause, sightings }: TextRevision): string {
  if (sightings === null)
    return cause === "editorCleaning"
      ? "made of the lines of its source; not seen at the outlet as it stands"
      : "no sighting noted";
  const { count, first, last, sources } = sightings;
  const [from, to] = [momentWords(new Date(first)), momentWords(new Date(last))];
  const when = count === 1 ? `seen once, ${from}` : `seen ${count} times, first ${from}, last ${to}`;
  return `${when}; ${sourcesWords(sources)}`;
}

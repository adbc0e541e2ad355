import type { IdentifiedAs, QuotedIn } from "#lib/actor/published-identification.server.ts";
import { dayWords } from "#lib/article/date-words.ts";
import { inLanguage } from "#lib/text/direction.ts";

interface UnnamedProps {
  readonly quotedIn: readonly QuotedIn[];
  readonly identifiedAs: readonly IdentifiedAs[];
}

/** What an unnamed source is: somebody in one article; and who it was, where a published source says so. */
export function Unnamed({ quotedIn, identifiedAs }: UnnamedProps) {
  return (
    <div className="-mt-4 mb-8 grid max-w-measure gap-2 text-small">
      {quotedIn.map((article) => (
        <p key={article.slug}>
          An unnamed source, quoted in{" "}
          <a href={`/articles/${article.slug}`} {...inLanguage(article.language)}>
            {article.headline}
          </a>
          ,{" "}
          <a href={`/outlets/${article.outlet.slug}`} className="quiet-link">
            {article.outlet.name}
          </a>
          . <span className="text-muted">The same words in another article are somebody else.</span>
        </p>
      ))}
      {identifiedAs.map(({ actor, ...source }) => (
        <p key={`${actor.id} ${source.url}`} className="border-l-2 border-accent pl-3">
          Identified as{" "}
          {actor.slug === null ? actor.name : <a href={`/actors/${actor.slug}`}>{actor.name}</a>} by{" "}
          <SourceWords {...source} />.{" "}
          <span className="text-muted">
            The statements stay attributed to the unnamed source, as the outlet left it.
          </span>
        </p>
      ))}
    </div>
  );
}

interface SourceWordsProps {
  readonly url: string;
  readonly title: string;
  readonly date: string | null;
}

/** The published source that says so, with its date. */
export function SourceWords({ url, title, date }: SourceWordsProps) {
  return (
    <>
      <a href={url} rel="noreferrer">
        {title}
      </a>{" "}
      ({dayWords(date === null ? null : { local: date, zone: null })})
    </>
  );
}

import { dateWords, dayWords } from "#lib/article/date-words.ts";
import type { PublicationDate } from "#lib/article/publication-date.ts";

/** A published date: the day in short with the rest on hover, or all of it. */
export function Dated({
  date,
  full = false,
}: {
  readonly date: PublicationDate | null;
  readonly full?: boolean;
}) {
  if (date === null) return <span>date not stated</span>;
  return (
    <time dateTime={date.local} title={full ? undefined : dateWords(date)} className="whitespace-nowrap">
      {full ? dateWords(date) : dayWords(date)}
    </time>
  );
}

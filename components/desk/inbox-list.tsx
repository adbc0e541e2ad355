import { dayWords } from "#lib/article/date-words.ts";
import type { InboxRow } from "#lib/desk/inbox.server.ts";
import { type InboxQuery, inboxAddress } from "#lib/desk/inbox-query.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Tag } from "../ui/tag.tsx";
import { SOURCE_WORDS, STATE_WORDS } from "./inbox-words.ts";
import { KeyLine } from "./key-line.tsx";
import { Moment } from "./moment.tsx";
import { WalkedList } from "./walked-list.tsx";

interface InboxListProps {
  readonly rows: readonly InboxRow[];
  readonly query: InboxQuery;
  readonly now: Date;
}

/** A page of the desk's articles: what waits for an editor first, the newest first. */
export function InboxList({ rows, query, now }: InboxListProps) {
  return (
    <>
      <div className="py-2 max-md:hidden">
        <KeyLine what="an article" keys={KEYS} />
      </div>
      <WalkedList label="Articles">
        {rows.map((row) => (
          <Row key={row.id} row={row} query={query} now={now} />
        ))}
      </WalkedList>
    </>
  );
}

interface RowProps {
  readonly row: InboxRow;
  readonly query: InboxQuery;
  readonly now: Date;
}

function Row({ row, query, now }: RowProps) {
  return (
    <li className="grid gap-x-8 gap-y-1 py-3.5 sm:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <p className="text-small break-words text-muted">
          <Tag tone={TONES[row.state]}>{STATE_WORDS[row.state]}</Tag>
          {" · "}
          {query.outlet === "" ? (
            <a href={inboxAddress(query, { outlet: row.outlet })} className="quiet-link">
              {row.outlet}
            </a>
          ) : (
            row.outlet
          )}
          {" · "}
          {dayWords(row.publishedAt === null ? null : { local: row.publishedAt, zone: null })}
          {row.sample ? (
            <>
              {" · "}
              <Tag>sample</Tag>
            </>
          ) : null}
        </p>
        <h2 className="font-serif text-[1.1875rem] leading-snug font-medium text-pretty break-words">
          <a href={`/desk/articles/${row.id}`} className="quiet-link" data-walk {...inLanguage(row.language)}>
            {row.headline}
          </a>
        </h2>
      </div>
      <p className="text-small text-muted sm:text-right">
        {row.toLook > 0 ? (
          <a href={`/desk/articles/${row.id}/texts`} className="block font-medium text-ink">
            text changed, {row.toLook} to look at
          </a>
        ) : null}
        <Counts row={row} />
        <span className="block">
          brought in <Moment at={new Date(row.broughtInAt)} now={now} />
          {row.source === null ? null : ` ${SOURCE_WORDS[row.source].came}`}
        </span>
      </p>
    </li>
  );
}

const TONES = { new: "quiet", begun: "plain", changed: "accent", signedOff: "quiet" } as const;

function Counts({ row: { open, lessCertain, statements } }: { readonly row: InboxRow }) {
  const quiet = [
    ...(lessCertain > 0 ? [`${lessCertain} less certain`] : []),
    ...(statements > 0 ? [counted(statements, "statement")] : []),
  ].join(", ");
  return (
    <span className="block">
      {open === 0 ? null : <span className="font-medium text-ink">{counted(open, "open suggestion")}</span>}
      {open > 0 && quiet !== "" ? ", " : null}
      {open === 0 && quiet === "" ? "nobody is quoted" : quiet}
    </span>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const KEYS = [
  ["j k", "next, previous"],
  ["Enter", "open"],
] as const;

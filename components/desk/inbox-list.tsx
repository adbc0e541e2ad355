import { dayWords } from "#lib/article/date-words.ts";
import type { InboxRow } from "#lib/desk/inbox.server.ts";
import { Tag } from "../ui/tag.tsx";
import { Moment } from "./moment.tsx";

const STATES: readonly {
  readonly state: InboxRow["state"];
  readonly title: string;
  readonly note: string;
}[] = [
  { state: "new", title: "New", note: "nothing decided yet" },
  { state: "begun", title: "Begun", note: "decided in part, not public" },
  {
    state: "changed",
    title: "Changed since sign-off",
    note: "decided, suggested or changed by the outlet since; the public sees the older state",
  },
  { state: "signedOff", title: "Signed off", note: "public" },
];

interface InboxListProps {
  readonly rows: readonly InboxRow[];
  readonly now: Date;
}

/** The desk's articles by state: what waits for an editor stands first. */
export function InboxList({ rows, now }: InboxListProps) {
  return STATES.map(({ state, title, note }) => {
    const articles = rows.filter((row) => row.state === state);
    if (articles.length === 0) return null;
    return (
      <section key={state} aria-labelledby={`inbox-${state}`} className="mt-9">
        <div className="flex flex-wrap items-baseline gap-x-3 border-b pb-2">
          <h2 id={`inbox-${state}`} className="rubric">
            {title} <span className="font-normal">{articles.length}</span>
          </h2>
          <p className="text-micro text-muted">{note}</p>
        </div>
        <ul>
          {articles.map((row) => (
            <Row key={row.id} row={row} now={now} />
          ))}
        </ul>
      </section>
    );
  });
}

function Row({ row, now }: { readonly row: InboxRow; readonly now: Date }) {
  return (
    <li className="grid gap-x-8 gap-y-1 border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="text-small text-muted">
          {row.outlet} · {dayWords(row.publishedAt === null ? null : { local: row.publishedAt, zone: null })}
          {row.sample ? (
            <>
              {" · "}
              <Tag>sample</Tag>
            </>
          ) : null}
        </p>
        <h3 className="font-serif text-[1.1875rem] leading-snug font-medium text-pretty">
          <a href={`/desk/articles/${row.id}`} className="quiet-link">
            {row.headline}
          </a>
        </h3>
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
        </span>
      </p>
    </li>
  );
}

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

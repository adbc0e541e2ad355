import { Button } from "#components/ui/button.tsx";
import { NativeSelect } from "#components/ui/input.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ComparedTexts, TextRevision } from "#lib/desk/article-texts.ts";
import type { Segment } from "#lib/text/diff.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { type DiffRow, diffRows } from "./diff-rows.ts";
import { ADDED, LEFT_OUT } from "./looks.ts";
import { amountWords, changeKindWords, changeWords, counted, shortened } from "./words.ts";

interface DiffViewProps {
  readonly compared: ComparedTexts;
  readonly revisions: readonly TextRevision[];
}

/** Two texts of an article word by word: kept words quiet, left-out words struck, added words underlined. */
export function DiffView({ compared, revisions }: DiffViewProps) {
  const { from, to, language, segments, summary } = compared;
  return (
    <section aria-labelledby="words" className="mt-10">
      <h2 id="words" className="rubric mb-3 scroll-mt-4">
        Word by word
      </h2>
      <ComparedForm from={from} to={to} revisions={revisions} />
      {from === to ? (
        <p className="mt-3 text-muted">This is one text. Choose two.</p>
      ) : (
        <>
          <p className="mt-3 text-small text-muted">
            From revision {from} to {to}: {amountWords(summary)}. <del className={LEFT_OUT}>Left out</del>,{" "}
            <ins className={ADDED}>added</ins>.
          </p>
          {summary.changes.length === 0 ? null : (
            <ul
              aria-label="Changed numbers, negations and names"
              className="mt-1 flex flex-wrap gap-x-5 gap-y-1"
            >
              {summary.changes.map((change, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the text, which never changes
                <li key={at} className="break-words">
                  <Tag tone="accent">{changeKindWords(change.kind)}</Tag> {changeWords(change)}
                </li>
              ))}
            </ul>
          )}
          <div
            {...inLanguage(language)}
            className="mt-5 grid max-w-measure gap-4 font-serif text-read text-muted"
          >
            {diffRows(segments).map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function ComparedForm({
  from,
  to,
  revisions,
}: Pick<ComparedTexts, "from" | "to"> & Pick<DiffViewProps, "revisions">) {
  const field = (name: string, label: string, number: number) => (
    <div className="grid gap-1">
      <label htmlFor={`compare-${name}`} className="text-small font-medium">
        {label}
      </label>
      <NativeSelect id={`compare-${name}`} name={name} defaultValue={number} key={number}>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.number}>
            revision {revision.number}
            {revision.current ? ", current" : ""}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
  return (
    <form action="#words" className="flex flex-wrap items-end gap-3">
      {field("from", "From", from)}
      {field("to", "To", to)}
      <Button type="submit">Compare</Button>
    </form>
  );
}

function Row({ row }: { readonly row: DiffRow }) {
  if (row.kind === "changed")
    return (
      <p className="break-words">
        {row.segments.some(({ moved, kind }) => moved && kind === "leftOut") ? (
          <Note>moved from here</Note>
        ) : null}
        {row.segments.some(({ moved, kind }) => moved && kind === "kept") ? <Note>moved here</Note> : null}
        {row.segments.map((segment, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: segments never change places
          <Words key={at} segment={segment} />
        ))}
      </p>
    );
  const { paragraphs } = row;
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only) return <Kept segments={only} />;
  return (
    <details>
      <summary lang="en" dir="ltr" className="font-sans text-small">
        {counted(paragraphs.length, "paragraph")} as they stood
      </summary>
      <div className="mt-3 grid gap-4">
        {paragraphs.map((segments) => (
          <Kept key={segments[0]?.row} segments={segments} />
        ))}
      </div>
    </details>
  );
}

const Kept = ({ segments }: { readonly segments: readonly Segment[] }) => (
  <p className="break-words">{segments.map(({ text }) => text).join("")}</p>
);

function Words({ segment: { kind, text, moved } }: { readonly segment: Segment }) {
  if (kind === "kept") return text;
  // It is not gone: it stands elsewhere.
  if (kind === "leftOut" && moved) return <span className="text-small">{shortened(text)}</span>;
  const words = text.trimEnd();
  return (
    <>
      {kind === "added" ? <ins className={ADDED}>{words}</ins> : <del className={LEFT_OUT}>{words}</del>}
      {text.slice(words.length)}
    </>
  );
}

const Note = ({ children }: { readonly children: string }) => (
  <span lang="en" dir="ltr" className="mr-2 font-sans text-micro text-ink">
    [{children}]
  </span>
);

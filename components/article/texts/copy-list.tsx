import { Dated } from "#components/article/dated.tsx";
import type { DeskCopies, DeskCopy } from "#lib/article/copies.server.ts";
import { inLanguage } from "#lib/text/direction.ts";

/** Articles with the same text, or with a passage of it, and which is likely the earliest on record and why. */
export function CopyList({ articleId, copies }: { readonly articleId: string; readonly copies: DeskCopies }) {
  const { members, passages, earliest } = copies;
  return (
    <section aria-labelledby="copies" className="mt-10">
      <h2 id="copies" className="rubric mb-1">
        Same text elsewhere <span className="font-normal">{members.length}</span>
      </h2>
      <p className="mb-2 max-w-measure text-small text-muted">
        Computed from runs of words that both have.
        {earliest === null
          ? null
          : earliest.id === null
            ? ` ${earliest.reason.charAt(0).toUpperCase()}${earliest.reason.slice(1)}.`
            : ` Likely the earliest on record: ${earliest.id === articleId ? "this one" : nameOf(members, earliest.id)} (${earliest.reason}).`}
      </p>
      <Rows rows={members} />
      {passages.length === 0 ? null : (
        <>
          <h3 className="mt-4 text-small font-medium">Hold a passage of it, or it of them</h3>
          <Rows rows={passages} />
        </>
      )}
    </section>
  );
}

const nameOf = (members: readonly DeskCopy[], id: string) =>
  members.find(({ articleId }) => articleId === id)?.outlet ?? "another";

function Rows({ rows }: { readonly rows: readonly DeskCopy[] }) {
  return (
    <ul className="border-t">
      {rows.map(({ articleId, headline, language, outlet, published, reason }) => (
        <li key={articleId} className="border-b py-2">
          <a href={`/desk/articles/${articleId}`} className="quiet-link font-serif" {...inLanguage(language)}>
            {headline}
          </a>
          <p className="text-small text-muted">
            {outlet} · <Dated date={published} /> · {reason}
          </p>
        </li>
      ))}
    </ul>
  );
}

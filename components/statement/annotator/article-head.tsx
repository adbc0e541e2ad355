"use client";

import { lookWords } from "#components/article/texts/words.ts";
import { Button } from "#components/ui/button.tsx";
import { dateWords, momentWords } from "#lib/article/date-words.ts";
import type { DeskArticle } from "#lib/desk/desk-article.ts";
import { useDeskContext } from "./desk-context.ts";

/** A button that reads as a word of the line: it begins where a new line begins. */
const HEAD_BUTTON = "h-6 px-0 font-normal underline decoration-edge underline-offset-4";

const HEAD_LINK = "text-ink underline decoration-edge underline-offset-4";

/** What is known about the article, above its text. */
export function ArticleHead() {
  const { state, dispatch, mayDecide, decisions } = useDeskContext();
  const { article } = state;
  const { revision, signedOff } = article;
  const date = article.publishedAt ? { local: article.publishedAt, zone: article.zone } : null;
  const [first] = revision.parts;
  const printed =
    first?.kind === "headline" ? [...revision.text].slice(first.start, first.end).join("") : null;
  return (
    <header className="mb-5 text-small text-muted">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span>
          <span className="font-medium text-ink">{article.outlet.name}</span> · {dateWords(date)}
          {article.byline ? ` · ${article.byline}` : ""} ·{" "}
          <a
            href={`/desk/articles/${article.id}/texts`}
            title={`SHA-256 ${revision.sha256}`}
            className="quiet-link"
          >
            revision {revision.number}
            {article.revisions > 1 ? ` of ${article.revisions}` : ""}
          </a>
          {article.sample ? " · sample newsroom" : ""}
        </span>
        {mayDecide ? (
          <>
            <Button
              size="small"
              look="quiet"
              className={HEAD_BUTTON}
              onClick={() => dispatch({ type: "window", window: "article" })}
            >
              Correct these
            </Button>
            <a href={`/desk/articles/${article.id}/clean`} className={HEAD_LINK}>
              Clean the text
            </a>
          </>
        ) : null}
      </p>
      {signedOff ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span>
            Signed off by {signedOff.by}, {momentWords(new Date(signedOff.at))}
            {article.changedSinceSignOff ? "; decided on since, the public sees the older state" : ""}.
          </span>
          <a href={`/articles/${article.slug}`}>Public page</a>
          {mayDecide ? (
            <Button
              size="small"
              look="quiet"
              className={HEAD_BUTTON}
              onClick={() => dispatch({ type: "window", window: "retract" })}
            >
              Take out of public
            </Button>
          ) : null}
        </p>
      ) : (
        <p>Not public.</p>
      )}
      {article.canonicalUrl ? (
        <p>
          <a href={article.canonicalUrl} rel="noreferrer" className="quiet-link block truncate py-0.5">
            {article.canonicalUrl}
          </a>
        </p>
      ) : null}
      {printed !== null && printed !== article.headline ? (
        <p>Headline in public: {article.headline}</p>
      ) : null}
      <p>
        Story:{" "}
        <a href={`/desk/stories?article=${article.id}`} className="quiet-link">
          {article.story === null ? "none yet" : article.story.title}
        </a>
        {article.story !== null && !article.story.accepted ? " (proposed)" : ""}
      </p>
      <TextNotice article={article} />
      {article.readByOlderEngine ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span>Suggested by an older engine.</span>
          {mayDecide ? (
            <Button
              size="small"
              look="quiet"
              className={HEAD_BUTTON}
              disabled={state.queue.length > 0}
              onClick={() => decisions.suggestAgain()}
            >
              Suggest again with the present engine
            </Button>
          ) : null}
        </p>
      ) : null}
      {mayDecide || article.deletedReason !== null ? null : (
        <p className="mt-2 border-l-2 pl-2 text-ink">
          You read as reader: deciding is for editors. Ask an administrator for that role.
        </p>
      )}
    </header>
  );
}

/** That the text was changed, and what waits because of it. */
function TextNotice({ article }: { readonly article: DeskArticle }) {
  const { id, waiting, openChanges, earlier } = article;
  const looks = waiting > 0 || openChanges > 0;
  return (
    <>
      {looks ? (
        <p className="border-l-2 border-accent pl-2 text-ink">
          {lookWords(article)}. <a href={`/desk/articles/${id}/texts`}>Look</a>
        </p>
      ) : null}
      {earlier > 0 ? (
        <p>
          <a href={`/desk/articles/${id}/texts#earlier`} className="quiet-link">
            {earlier === 1 ? "1 statement stands" : `${earlier} statements stand`} in an earlier text only.
          </a>
        </p>
      ) : null}
    </>
  );
}

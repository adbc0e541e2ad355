"use client";

import { lookWords } from "#components/article/texts/words.ts";
import { mannerWords, STANCE_VERBS } from "#components/statement/words.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogClose, DialogContent } from "#components/ui/dialog.tsx";
import { dateWords } from "#lib/article/date-words.ts";
import { useDeskContext } from "./desk-context.ts";
import { progressOf, unprovedIn } from "./entry.ts";
import { Notices } from "./notices.tsx";
import { publicWords } from "./passage-words.ts";
import { UNPROVED_NOTE } from "./statement-words.ts";

/** The last look before an article is public: exactly what becomes so, and what doesn't. */
export function SignOffWindow() {
  const { state, dispatch, entries, index, decisions } = useDeskContext();
  const { article } = state;
  const { open, lessCertain } = progressOf(entries);
  const unproved = unprovedIn(article);
  const tied = new Set(article.statements.flatMap(({ claims }) => claims.map((claim) => claim.id)));
  const loose = article.statements.filter(({ claims }) => claims.length === 0).length;
  const date = article.publishedAt ? { local: article.publishedAt, zone: article.zone } : null;
  return (
    <DialogContent
      title={article.signedOff ? "Sign off again" : "Sign off"}
      description="This becomes public as it stands here. Later decisions wait for the next sign-off."
      className="sm:w-[44rem] sm:max-w-[calc(100vw-2rem)]"
    >
      <Notices />
      <section aria-label="Article" className="border-t py-3">
        <p className="font-serif text-quote">{article.headline}</p>
        <p className="text-small text-muted">
          {article.outlet.name} · {dateWords(date)}
          {article.byline ? ` · ${article.byline}` : ""}
        </p>
        <p className="text-small break-all text-muted">{article.canonicalUrl ?? "no address to link to"}</p>
      </section>
      <section aria-label="What becomes public" className="border-t py-3">
        <h3 className="rubric">
          {article.statements.length === 1 ? "1 statement" : `${article.statements.length} statements`} ·{" "}
          {tied.size === 1 ? "1 claim" : `${tied.size} claims`}
        </h3>
        <ol className="mt-1">
          {article.statements.map((statement) => (
            <li key={statement.id} className="border-b py-2 last:border-b-0">
              <p className="text-small">
                <span className="font-medium">{statement.actor.name}</span>
                {statement.via.map(({ id, name }) => (
                  <span key={id}>, via {name}</span>
                ))}
                <span className="text-muted"> · {mannerWords(statement.kind, statement.mode)}</span>
              </p>
              <p className="quotation text-base">{publicWords(index, statement.content, statement.kind)}</p>
              {statement.claims.map((claim) => (
                <p key={claim.id} className="mt-0.5 pl-3 text-small">
                  <span className="text-muted">{STANCE_VERBS[claim.stance]}:</span> {claim.sentence}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </section>
      {open > 0 || loose > 0 || lessCertain > 0 ? (
        <section aria-label="What does not" className="border-t py-3 text-small">
          <h3 className="rubric">Not settled</h3>
          {open > 0 ? (
            <p>
              {open === 1 ? "1 suggestion is" : `${open} suggestions are`} not decided: not public, and on the
              desk as before.
            </p>
          ) : null}
          {lessCertain > 0 ? (
            <p className="text-muted">
              {lessCertain === 1
                ? "1 less certain suggestion is not looked at: nothing waits for it."
                : `${lessCertain} less certain suggestions are not looked at: nothing waits for them.`}
            </p>
          ) : null}
          {loose > 0 ? (
            <p>
              {loose === 1 ? "1 statement is" : `${loose} statements are`} tied to no claim: shown with the
              article and the actor only.
            </p>
          ) : null}
        </section>
      ) : null}
      {article.waiting > 0 ? (
        <p className="border-t py-3">
          {lookWords(article)}. <a href={`/desk/articles/${article.id}/texts`}>Say where each stands now</a>,
          then sign off.
        </p>
      ) : null}
      {unproved.length > 0 ? (
        <section aria-label="Relays to prove" className="border-t py-3">
          {unproved.map(({ id, actor, via }) => (
            <p key={id}>
              {actor.name}, via {via}: {UNPROVED_NOTE}
            </p>
          ))}
        </section>
      ) : null}
      {article.earlier > 0 ? (
        <p className="border-t py-3 text-small text-muted">
          {article.earlier === 1 ? "1 more statement stands" : `${article.earlier} more statements stand`} in
          an earlier text, and {article.earlier === 1 ? "becomes" : "become"} public as such.
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 border-t pt-4">
        <Button
          look="primary"
          disabled={state.queue.length > 0 || article.waiting > 0 || unproved.length > 0}
          onClick={() => {
            decisions.signOff();
            dispatch({ type: "window", window: null });
          }}
        >
          Sign off
        </Button>
        <DialogClose render={<Button look="quiet">Not yet</Button>} />
      </div>
    </DialogContent>
  );
}

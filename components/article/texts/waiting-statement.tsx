import { Button } from "#components/ui/button.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { Tag } from "#components/ui/tag.tsx";
import type { Place, WaitingStatement as Waiting } from "#lib/desk/article-texts.ts";
import { Passage } from "./passage.tsx";
import { changeKindWords, changeWords, foundWords } from "./words.ts";

interface WaitingStatementProps {
  readonly articleId: string;
  readonly statement: Waiting;
  readonly languageOf: (revision: number) => string | null;
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onPlace: (place: Place) => void;
  readonly onLeave: () => void;
}

/** One statement that waits: where it stood and where it may stand, side by side, and what can be said of it. */
export function WaitingStatement(props: WaitingStatementProps) {
  const { articleId, statement, languageOf, mayDecide, busy, onLeave } = props;
  const { actor, found, changes, reason, from, to, places, reanchoringId } = statement;
  return (
    <article aria-labelledby={`waiting-${reanchoringId}`}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 id={`waiting-${reanchoringId}`} className="font-serif text-quote font-medium">
          {actor.name}
        </h3>
        <Tag tone="plain">{foundWords(found)}</Tag>
      </div>
      <p className="max-w-measure text-small text-muted">{reason}</p>
      {changes.length === 0 ? null : (
        <ul aria-label="What changed" className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
          {changes.map((change) => (
            <li key={`${change.kind} ${change.before} ${change.after}`} className="break-words">
              <Tag tone={change.kind === "words" ? "quiet" : "accent"}>{changeKindWords(change.kind)}</Tag>{" "}
              <span className={change.kind === "words" ? undefined : "font-medium"}>
                {changeWords(change)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        <section aria-label={`Where it stood: ${actor.name}`} className="min-w-0 border-l pl-4">
          <h4 className="rubric mb-1.5">Stood in revision {from.revision}</h4>
          <Passage paragraphs={from.paragraphs} side="before" language={languageOf(from.revision)} />
        </section>
        <section
          aria-label={`Where it may stand: ${actor.name}`}
          className="grid min-w-0 content-start gap-5 border-l pl-4"
        >
          {places.length === 0 ? (
            <div>
              <h4 className="rubric mb-1.5">Revision {to.revision}</h4>
              <p className="text-muted">Nothing like it was found in the new text.</p>
            </div>
          ) : null}
          {places.map((place) => (
            <PlaceChoice key={place.candidate} place={place} {...props} />
          ))}
        </section>
      </div>
      {mayDecide ? (
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <Button
            size="small"
            data-choice="leave"
            aria-keyshortcuts="l"
            disabled={busy}
            focusableWhenDisabled
            onClick={onLeave}
          >
            Not in the text any more<span className="sr-only">: {actor.name}</span>
            <Key>l</Key>
          </Button>
          <a
            href={`/desk/articles/${articleId}?place=${reanchoringId}`}
            data-choice="mark"
            aria-keyshortcuts="m"
            className={buttonLook({ size: "small", look: "quiet" })}
          >
            Mark by hand<span className="sr-only">: {actor.name}</span>
            <Key>m</Key>
          </a>
        </div>
      ) : null}
    </article>
  );
}

function PlaceChoice({
  place,
  statement,
  languageOf,
  mayDecide,
  busy,
  onPlace,
}: WaitingStatementProps & { readonly place: Place }) {
  const { to, actor, places } = statement;
  const key = place.candidate === null ? "a" : String(place.candidate + 1);
  const which = places.length > 1 ? `, place ${places.indexOf(place) + 1} of ${places.length}` : "";
  return (
    <div>
      <h4 className="rubric mb-1.5">
        {place.candidate === null ? "Likely stands" : "May stand"} in revision {to.revision}
        {which}
      </h4>
      <Passage paragraphs={place.paragraphs} side="after" language={languageOf(to.revision)} />
      {mayDecide ? (
        <Button
          size="small"
          className="mt-2.5"
          look={place.candidate === null ? "primary" : "plain"}
          data-choice={key}
          {...(key.length === 1 ? { "aria-keyshortcuts": key } : {})}
          disabled={busy}
          focusableWhenDisabled
          onClick={() => onPlace(place)}
        >
          Place here
          <span className="sr-only">
            : {actor.name}
            {which}
          </span>
          {key.length === 1 ? <Key>{key}</Key> : null}
        </Button>
      ) : null}
    </div>
  );
}

function Key({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className="text-micro font-normal opacity-70 max-md:hidden">
      {children}
    </span>
  );
}

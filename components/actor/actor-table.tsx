import type { ListedActor } from "#lib/actor/list.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { counted } from "../claim/travel.tsx";
import { Tag } from "../ui/tag.tsx";
import { ACTOR_KIND_WORDS } from "./words.ts";

/** Records of the desk's list: what each is, the name it was found by, how much is attributed to it. */
export function ActorTable({ actors }: { readonly actors: readonly ListedActor[] }) {
  return (
    <ul className="divide-y border-y">
      {actors.map((actor) => (
        <li
          key={actor.id}
          className="grid gap-x-8 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_9rem_8rem] sm:items-baseline"
        >
          <div className="min-w-0">
            <a
              href={`/desk/actors/${actor.id}`}
              className="quiet-link font-serif text-[1.0625rem] leading-snug font-medium break-words"
            >
              {actor.name}
            </a>
            {actor.alias === null ? null : (
              <span className="text-small text-muted"> also “{actor.alias}”</span>
            )}
            {actor.sample ? (
              <>
                {" "}
                <Tag>sample</Tag>
              </>
            ) : null}
            <Notes actor={actor} />
          </div>
          <p className="text-small text-muted">{ACTOR_KIND_WORDS[actor.kind]}</p>
          <p className="text-small text-muted sm:text-right">
            {actor.statements === 0 ? "no statement" : counted(actor.statements, "statement")}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Notes({ actor }: { readonly actor: ListedActor }) {
  const notes = [
    actor.standsFor === null ? null : `merged into ${actor.standsFor}`,
    actor.description,
    actor.partOf === null ? null : `part of ${actor.partOf}`,
  ].filter((note) => note !== null);
  const { quotedIn } = actor;
  if (quotedIn === null && notes.length === 0) return null;
  return (
    <p className="text-small break-words text-muted">
      {quotedIn ? (
        <>
          in “<span {...inLanguage(quotedIn.language)}>{quotedIn.headline}</span>”
        </>
      ) : null}
      {quotedIn && notes.length > 0 ? " · " : ""}
      {notes.join(" · ")}
    </p>
  );
}

import type { ActorClaim } from "#lib/claim/published.server.ts";
import { counted } from "../claim/travel.tsx";
import { STANCE_VERBS } from "../statement/words.ts";

/** Where an actor stands to claims. */
export function ActorClaims({ claims }: { readonly claims: readonly ActorClaim[] }) {
  return (
    <ul className="max-w-[50rem] divide-y">
      {claims.map((claim) => (
        <li
          key={`${claim.slug} ${claim.stance}`}
          className="grid gap-x-8 py-4 first:pt-0 sm:grid-cols-[9.5rem_minmax(0,1fr)]"
        >
          <p className="text-small text-muted sm:pt-1">{STANCE_VERBS[claim.stance]}</p>
          <div>
            <p className="font-serif text-read">
              <a href={`/claims/${claim.slug}`} className="quiet-link">
                {claim.sentence}
              </a>
            </p>
            <p className="text-small text-muted">
              in {counted(claim.statements, "statement")}, {counted(claim.outlets, "outlet")} (computed)
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

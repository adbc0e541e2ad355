import type { LedClaim } from "#lib/claim/published.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { Dated } from "../article/dated.tsx";
import { PassageWords } from "../statement/passage-words.tsx";
import { introducedWords, STANCE_VERBS } from "../statement/words.ts";
import { Travel } from "./travel.tsx";

/** Claims, each as one quotation with its speaker first and its line of travel. */
export function ClaimList({
  claims,
  level,
}: {
  readonly claims: readonly LedClaim[];
  readonly level: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <ol className="divide-y">
      {claims.map((led) => (
        <li key={led.claim.id} className="max-w-[50rem] py-7 first:pt-0">
          <p className="text-small text-muted">
            <a href={`/actors/${led.lead.actor.slug}`} className="quiet-link font-semibold text-ink">
              {led.lead.actor.name}
            </a>{" "}
            · {introducedWords(led.lead)} · <Dated date={led.lead.article.published} />
          </p>
          <Heading className="quotation mt-1 text-hero font-normal sm:text-[1.5625rem] sm:leading-[2.125rem]">
            <a {...inLanguage(led.lead.language)} href={`/claims/${led.claim.slug}`} className="quiet-link">
              <PassageWords passage={led.lead.passage} language={led.lead.language} />
            </a>
          </Heading>
          <p className="mt-2 max-w-measure">
            <span className="text-muted">{STANCE_VERBS[led.stance]}: </span>
            {led.claim.sentence}
          </p>
          <div className="mt-2">
            <Travel led={led} named={3} />
          </div>
        </li>
      ))}
    </ol>
  );
}

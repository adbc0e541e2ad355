"use client";

import { useRouter } from "next/navigation";
import type { PageDecision } from "#components/desk/use-decisions.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { StoryChoice } from "./story-choice.tsx";

/** An article that an editor came with from its own page, and where it stands now. */
export interface PlacedArticle {
  readonly articleId: string;
  readonly headline: string;
  readonly language: string | null;
  readonly story: { readonly title: string; readonly accepted: boolean } | null;
}

interface PlaceArticleProps {
  readonly article: PlacedArticle;
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: PageDecision) => Promise<boolean>;
}

/** Puts one article into a story by hand, whatever the machine proposed. */
export function PlaceArticle({ article, mayDecide, busy, onDecide }: PlaceArticleProps) {
  const router = useRouter();
  const { articleId, headline, language, story } = article;
  const leave = () => router.push("/desk/stories");
  return (
    <section aria-labelledby="by-hand" className="mt-8">
      <h2 id="by-hand" className="rubric mb-1">
        By hand
      </h2>
      <div className="border-y py-4">
        <p className="font-serif text-read leading-snug break-words">
          <a href={`/desk/articles/${articleId}`} className="quiet-link" {...inLanguage(language)}>
            {headline}
          </a>
        </p>
        <p className="text-small text-muted">
          {story === null
            ? "In no story."
            : story.accepted
              ? `In the story “${story.title}”: move it from there, below.`
              : `Proposed for the story “${story.title}”.`}
        </p>
        {mayDecide && !story?.accepted ? (
          <StoryChoice
            label="Put it into"
            action="Put"
            without={null}
            mayName
            busy={busy}
            onLeave={leave}
            onPick={async ({ to, title }) => {
              const placed = await onDecide({
                request: { action: "place-in-story", input: { articleId, to } },
                done: `Put into “${title}”.`,
                wanted: `put “${headline}” into “${title}”`,
              });
              if (placed) leave();
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

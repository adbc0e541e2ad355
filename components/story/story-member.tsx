import { Button } from "#components/ui/button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ShownMember } from "#lib/story/read.server.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { asSentence } from "../actor/duplicate-words.ts";
import { sourceWords } from "./story-words.ts";

interface StoryMemberProps {
  readonly member: ShownMember;
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly moving: boolean;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onMove: () => void;
}

/** One article in a story: whose, when, why it is here, and what to decide about it. */
export function StoryMember({ member, mayDecide, busy, moving, ...on }: StoryMemberProps) {
  const waits = member.state === "suggested";
  const about = <span className="sr-only">: {member.headline}</span>;
  return (
    <div className="grid gap-x-8 gap-y-2 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className={waits ? "min-w-0 border-l border-dashed pl-3" : "min-w-0 border-l border-ink pl-3"}>
        <p className="text-small text-muted">
          {sourceWords(member)} {waits ? <Tag tone="dashed">proposed</Tag> : null}
        </p>
        <p className="font-serif text-read leading-snug break-words">
          <a
            href={`/desk/articles/${member.articleId}`}
            className="quiet-link"
            data-first=""
            {...inLanguage(member.language)}
          >
            {member.headline}
          </a>
        </p>
        <p className="text-small break-words text-muted">
          {member.reason === null ? "Put here by an editor." : `${asSentence(member.reason)}.`}
        </p>
      </div>
      {mayDecide ? (
        <div className="flex flex-wrap items-start gap-2 sm:justify-end">
          {waits ? (
            <Button
              size="small"
              data-choice="accept"
              aria-keyshortcuts="a"
              disabled={busy}
              focusableWhenDisabled
              onClick={on.onAccept}
            >
              Accept{about}
            </Button>
          ) : null}
          <Button
            size="small"
            data-choice="reject"
            aria-keyshortcuts="x"
            disabled={busy}
            focusableWhenDisabled
            onClick={on.onReject}
          >
            {waits ? "Reject" : "Take out"}
            {about}
          </Button>
          <Button
            size="small"
            look="quiet"
            data-choice="move"
            aria-keyshortcuts="m"
            aria-expanded={moving}
            onClick={on.onMove}
          >
            Move …{about}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

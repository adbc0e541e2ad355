"use client";

import { type KeyboardEvent, useId, useState } from "react";
import type { PageDecision } from "#components/desk/use-decisions.ts";
import { Button } from "#components/ui/button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ShownMember, ShownStory } from "#lib/story/read.server.ts";
import { OpenedForm } from "./opened-form.tsx";
import { StoryChoice } from "./story-choice.tsx";
import { StoryMember } from "./story-member.tsx";
import { StoryTitle } from "./story-title.tsx";
import { firstOf, storyCounts } from "./story-words.ts";

interface StoryGroupProps {
  readonly story: ShownStory;
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: PageDecision) => Promise<boolean>;
}

/** What is open under the title, or under one of the articles: one at a time. */
type Opened = { readonly what: "rename" | "merge" } | { readonly what: "move"; readonly memberId: string };

/** A story with its articles, and all that can be decided about it. */
export function StoryGroup({ story, mayDecide, busy, onDecide }: StoryGroupProps) {
  const id = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  /** What opened it closes it as well. */
  const toggle = (wanted: Opened) =>
    setOpened((now) => (now && placeOf(now) === placeOf(wanted) ? null : wanted));
  /** Closes what is open, wherever in the story the focus is. */
  function onEscape(event: KeyboardEvent) {
    const { key, target } = event;
    if (key !== "Escape" || opened === null || !(target instanceof HTMLElement)) return;
    // A list of choices that is open closes first.
    if (target.ariaExpanded === "true" && target.matches("input")) return;
    event.stopPropagation();
    close();
  }
  const { id: storyId, title, version, members } = story;
  const [whole, setWhole] = useState(false);
  const shown = whole ? members : firstOf(members);
  const waiting = members.filter(({ state }) => state === "suggested");
  const seen = ({ id: memberId, version: seenVersion }: ShownMember) => ({ memberId, version: seenVersion });
  const judge = (state: "accepted" | "rejected", some: readonly ShownMember[]) => {
    const what = some.length === 1 ? `“${some[0]?.headline}”` : `${some.length} articles`;
    return onDecide({
      request: { action: "judge-story-members", input: { members: some.map(seen), state } },
      done: state === "accepted" ? `Accepted: ${what}.` : `Not of this story: ${what}.`,
      wanted: `${state === "accepted" ? "accept" : "reject"} ${what}`,
    });
  };
  return (
    <article aria-labelledby={id} className="py-5" onKeyDownCapture={onEscape}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h3 id={id} className="min-w-0 font-serif text-quote leading-snug font-medium break-words">
          {title} {story.sample ? <Tag>sample</Tag> : null}
        </h3>
        <p className="text-small text-muted">{storyCounts(story)}</p>
      </div>
      {opened?.what === "rename" ? (
        <OpenedForm>
          <StoryTitle
            title={title}
            busy={busy}
            onLeave={close}
            onRename={(wanted) =>
              onDecide({
                request: { action: "rename-story", input: { storyId, version, title: wanted } },
                done: `Renamed to “${wanted}”.`,
                wanted: `rename it to “${wanted}”`,
              })
            }
          />
        </OpenedForm>
      ) : null}
      <ul className="mt-1 divide-y">
        {shown.map((member) => (
          <li key={member.id} data-member="" data-id={member.id}>
            <StoryMember
              member={member}
              mayDecide={mayDecide}
              busy={busy}
              moving={opened?.what === "move" && opened.memberId === member.id}
              onAccept={() => void judge("accepted", [member])}
              onReject={() => void judge("rejected", [member])}
              onMove={() => toggle({ what: "move", memberId: member.id })}
            />
            {opened?.what === "move" && opened.memberId === member.id ? (
              <OpenedForm className="ml-px pb-4 pl-3">
                <StoryChoice
                  label="Move it to"
                  action="Move"
                  without={storyId}
                  mayName
                  busy={busy}
                  onLeave={close}
                  onPick={async ({ to, title: other }) => {
                    const moved = await onDecide({
                      request: { action: "move-story-members", input: { members: [seen(member)], to } },
                      done: `Moved to “${other}”.`,
                      wanted: `move “${member.headline}” to “${other}”`,
                    });
                    if (moved) close();
                  }}
                />
              </OpenedForm>
            ) : null}
          </li>
        ))}
      </ul>
      {whole || shown.length < members.length ? (
        <Button size="small" look="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? "Show fewer articles" : `Show all ${members.length.toLocaleString("en-GB")} articles`}
          <About title={title} />
        </Button>
      ) : null}
      {mayDecide ? (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {waiting.length > 1 ? (
            <Button
              size="small"
              data-all=""
              aria-keyshortcuts="Shift+A"
              disabled={busy}
              focusableWhenDisabled
              onClick={() => void judge("accepted", waiting)}
            >
              Accept all {waiting.length}
              <About title={title} />
            </Button>
          ) : null}
          <Button
            size="small"
            look="quiet"
            aria-expanded={opened?.what === "rename"}
            onClick={() => toggle({ what: "rename" })}
          >
            Rename …
            <About title={title} />
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-expanded={opened?.what === "merge"}
            onClick={() => toggle({ what: "merge" })}
          >
            Merge into …
            <About title={title} />
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={busy}
            focusableWhenDisabled
            onClick={() =>
              void onDecide({
                request: { action: "withdraw-story", input: { storyId, version } },
                done: `“${title}” is no story.`,
                wanted: `take the story “${title}” back`,
              })
            }
          >
            No story
            <About title={title} />
          </Button>
        </div>
      ) : null}
      {opened?.what === "merge" ? (
        <OpenedForm>
          <StoryChoice
            label="All its articles go into"
            action="Merge"
            without={storyId}
            mayName={false}
            busy={busy}
            onLeave={close}
            onPick={async ({ to, title: other, version: intoVersion }) => {
              if (!("id" in to) || intoVersion === null) return;
              await onDecide({
                request: { action: "merge-stories", input: { storyId, version, intoId: to.id, intoVersion } },
                done: `Merged into “${other}”.`,
                wanted: `merge “${title}” into “${other}”`,
              });
            }}
          />
        </OpenedForm>
      ) : null}
    </article>
  );
}

const placeOf = (opened: Opened) => (opened.what === "move" ? opened.memberId : opened.what);

const About = ({ title }: { readonly title: string }) => <span className="sr-only">: {title}</span>;

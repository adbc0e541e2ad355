"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { dayWords } from "#lib/article/date-words.ts";
import { useDeskContext } from "./desk-context.ts";
import { type Entry, isQuiet, overlapping } from "./entry.ts";
import { Who } from "./entry-who.tsx";
import { TEXT_BUTTON } from "./long-button.ts";
import { cueNotes, MENTION_WORDS } from "./mention-words.ts";
import { wordsIn } from "./passage-words.ts";
import { KIND_NOTES, KIND_WORDS, MODE_NOTES, MODE_WORDS, UNPROVED_NOTE } from "./statement-words.ts";

/** Who, how, when and through whom: what the text says, and how the engine reads it. */
export function Details({ entry }: { readonly entry: Entry }) {
  const { index } = useDeskContext();
  const { statement, suggestion, speaker, cue } = entry;
  const kind = statement?.kind ?? suggestion?.kind ?? "indirect";
  const mode = statement?.mode ?? suggestion?.mode ?? "said";
  const dateSaid = suggestion?.dateSaid ?? null;
  return (
    <dl className="mt-4 grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-small">
      <Row name="Speaker">
        {speaker.length > 0 ? `“${wordsIn(index, speaker)}”` : <Quiet>not named</Quiet>}
        {speaker.length > 0 && suggestion?.mention ? (
          <Quiet>, {MENTION_WORDS[suggestion.mention]}</Quiet>
        ) : null}
      </Row>
      <Row name="Actor">
        <Who entry={entry} />
      </Row>
      <Row name="Cue">
        {cue.length > 0 ? `“${wordsIn(index, cue)}”` : <Quiet>none</Quiet>}
        {cueNotes(suggestion ?? { negatedCue: false, hedgedCue: false }).map(({ tag, note }) => (
          <span key={tag} className="block">
            <Tag tone="accent">{tag}</Tag> <Quiet>{note}</Quiet>
          </span>
        ))}
      </Row>
      {dateSaid ? (
        <Row name="Said">
          {dayWords({ local: dateSaid.date, zone: null })}
          <Quiet> (“{wordsIn(index, [dateSaid.words])}”)</Quiet>
        </Row>
      ) : null}
      <Row name="Kind">
        <span title={KIND_NOTES[kind]}>{KIND_WORDS[kind]}</span>,{" "}
        <span title={MODE_NOTES[mode]}>{MODE_WORDS[mode]}</span>
      </Row>
      <Relays entry={entry} />
      <Overlaps entry={entry} />
    </dl>
  );
}

/** The relays in the order the words took, from the outlet inwards to the speaker. */
function Relays({ entry: { statement, suggestion } }: { readonly entry: Entry }) {
  const { index } = useDeskContext();
  const via = statement
    ? statement.via.map(({ name, proof }) => ({ name, proof, onRecord: true, reason: null }))
    : (suggestion?.via ?? []).map(({ actor, ...relay }) => ({ ...relay, onRecord: actor !== null }));
  if (via.length === 0) return null;
  return (
    <Row name="Via">
      <ol>
        {via.map(({ name, proof, onRecord, reason }, at) => (
          <li key={`${name} ${proof?.start}`}>
            {via.length > 1 ? <Quiet>{at + 1}. </Quiet> : null}
            {onRecord ? name : <span className="border-b border-dashed border-accent">{name}</span>}
            {onRecord
              ? null
              : " is not on record: correct the suggestion to name it, or it is left out when you accept"}
            {proof ? <Quiet> (“{wordsIn(index, [proof])}”)</Quiet> : null}
            {proof ? null : <span className="block text-accent">{UNPROVED_NOTE}</span>}
            {reason ? <span className="block text-muted">{reason}</span> : null}
          </li>
        ))}
      </ol>
      {via.length > 1 ? <Quiet>from the outlet towards the speaker</Quiet> : null}
    </Row>
  );
}

/** Other entries on some of the same words, each one click away. */
function Overlaps({ entry }: { readonly entry: Entry }) {
  const { shown, dispatch } = useDeskContext();
  const others = overlapping(entry, shown);
  if (others.length === 0) return null;
  return (
    <Row name="Overlaps">
      <ul>
        {others.map((other) => (
          <li key={other.key}>
            <Button
              size="small"
              look="quiet"
              className={`px-0 ${TEXT_BUTTON}`}
              onClick={() => dispatch({ type: "select", key: other.key })}
            >
              {shown.indexOf(other) + 1} · {other.actorName ?? "Speaker not known"}
              {isQuiet(other) ? <span className="text-muted"> (less certain)</span> : null}
            </Button>
          </li>
        ))}
      </ul>
    </Row>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className="text-muted">{children}</span>;
}

import { Fragment } from "react";
import { markHits } from "#lib/search/hits.ts";
import type { Passage } from "#lib/statement/passage.ts";
import { marksIn } from "#lib/text/direction.ts";

interface PassageWordsProps {
  readonly passage: Passage;
  /** Of the words: their quotation marks are its. */
  readonly language: string | null;
  /** Words to mark, as a search found them. */
  readonly hits?: readonly string[];
}

/** The words of a statement: the speaker's in quotation marks, the outlet's quieter beside
 * them, a gap where words are left out. */
export function PassageWords({ passage, language, hits = [] }: PassageWordsProps) {
  const [opening, closing] = marksIn(language);
  const mixed = passage.parts.some((part) => part.of === "speaker");
  const last = passage.parts.length - 1;
  return passage.parts.map((part, at) => {
    // The parts of a passage never change places.
    const key = `${part.of}${at}`;
    if (part.of === "gap")
      return (
        <span key={key} title="words left out" className="text-muted">
          {at === 0 ? "… " : at === last ? " …" : " … "}
        </span>
      );
    // A comma at the end belongs to the sentence around it.
    const words = <Hits text={at === last ? part.text.replace(/,$/u, "") : part.text} hits={hits} />;
    if (part.of === "speaker")
      return (
        <Fragment key={key}>
          {opening}
          {words}
          {closing}
        </Fragment>
      );
    return (
      <span key={key} className={mixed ? "text-muted" : undefined}>
        {words}
      </span>
    );
  });
}

function Hits({ text, hits }: { readonly text: string; readonly hits: readonly string[] }) {
  if (hits.length === 0) return text;
  return markHits(text, hits).map((part) => (part.hit ? <mark key={part.at}>{part.text}</mark> : part.text));
}

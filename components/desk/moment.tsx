import { momentWords } from "#lib/article/date-words.ts";
import { agoWords } from "#lib/text/ago.ts";

interface MomentProps {
  readonly at: Date;
  readonly now: Date;
}

/** A moment of our own clock: how long ago, the exact time on hover, and the exact time in print. */
export function Moment({ at, now }: MomentProps) {
  return (
    <time dateTime={at.toISOString()} title={momentWords(at)}>
      <span className="print:hidden">{agoWords(at, now)}</span>
      <span className="hidden print:inline">{momentWords(at)}</span>
    </time>
  );
}

import { boundedWords } from "./bounded-words.ts";

/** The same where room is short: "1,000+", heard as "more than 1,000". */
export function BoundedCount({ count, bound }: { readonly count: number; readonly bound: number }) {
  if (count <= bound) return <span className="tabular-nums">{boundedWords(count, bound)}</span>;
  return (
    <>
      <span aria-hidden="true" className="tabular-nums">
        {bound.toLocaleString("en-GB")}+
      </span>
      <span className="sr-only">{boundedWords(count, bound)}</span>
    </>
  );
}

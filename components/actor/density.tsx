import { monthWords } from "#lib/article/date-words.ts";
import { type DensityMonth, everyMonth } from "#lib/statement/density.ts";
import { counted } from "../claim/travel.tsx";

const WIDTH = 640;
const HEIGHT = 40;
/** Fewer months are no line. */
const SHORTEST = 4;

/** How many statements each month has: a thin line of stems, labelled directly, and the same as a table. */
export function Density({ months }: { readonly months: readonly DensityMonth[] }) {
  const all = everyMonth(months);
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last || all.length < SHORTEST) return null;
  const most = all.reduce((a, b) => (b.count > a.count ? b : a));
  const place = (i: number) => 4 + (i / (all.length - 1)) * (WIDTH - 8);
  return (
    <figure className="my-6 max-w-[40rem]">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Statements by month, ${monthWords(first.month)} to ${monthWords(last.month)}; most in ${monthWords(most.month)}: ${most.count}`}
        className="block h-10 w-full"
        preserveAspectRatio="none"
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-hairline" />
        {all.map(({ month, count }, i) =>
          count === 0 ? null : (
            <line
              key={month}
              x1={place(i)}
              x2={place(i)}
              y1={HEIGHT}
              y2={HEIGHT - 3 - (count / most.count) * (HEIGHT - 6)}
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
              className="stroke-accent"
            />
          ),
        )}
      </svg>
      <figcaption className="flex justify-between gap-4 pt-1 text-micro text-muted">
        <span>{monthWords(first.month)}</span>
        <span>
          most in {monthWords(most.month)}: {counted(most.count, "statement")}
        </span>
        <span>{monthWords(last.month)}</span>
      </figcaption>
      <details className="mt-1 text-small">
        <summary className="w-fit text-micro text-muted">The same as a table</summary>
        <table className="mt-2 text-left">
          <caption className="sr-only">Statements by month</caption>
          <thead>
            <tr className="border-b text-muted *:py-1 *:pr-8 *:font-medium">
              <th scope="col">Month</th>
              <th scope="col">Statements</th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {months.map(({ month, count }) => (
              <tr key={month} className="*:py-1 *:pr-8">
                <td>{monthWords(month)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

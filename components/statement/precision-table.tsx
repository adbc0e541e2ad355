import type { Calibration, Outcome, PrecisionLine, Share } from "#lib/statement/precision.ts";
import { shareFigure } from "#lib/statement/precision.ts";

const COLUMNS: readonly { readonly outcome: Outcome; readonly words: string }[] = [
  { outcome: "asProposed", words: "As proposed" },
  { outcome: "otherWords", words: "Words corrected" },
  { outcome: "otherActor", words: "Actor corrected" },
  { outcome: "otherBoth", words: "Both corrected" },
  { outcome: "rejected", words: "Rejected" },
  { outcome: "open", words: "Still open" },
];

interface PrecisionTableProps {
  readonly caption: string;
  /** What the lines are: "Kind", "Outlet". */
  readonly name: string;
  readonly lines: readonly PrecisionLine[];
}

/** What became of suggestions, a line for each kind, outlet or engine: shares with their counts beside them. */
export function PrecisionTable({ caption, name, lines }: PrecisionTableProps) {
  return (
    <Scrolling label={caption}>
      <table className="w-full text-left text-small tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b text-muted *:py-1.5 *:pr-5 *:align-bottom *:font-medium">
            <th scope="col">{name}</th>
            <th scope="col">Right</th>
            {COLUMNS.map(({ outcome, words }) => (
              <th key={outcome} scope="col" className="text-right">
                {words}
              </th>
            ))}
            <th scope="col" className="text-right">
              Missed
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {lines.map((line) => (
            <tr key={line.name} className="align-baseline *:py-1.5 *:pr-5">
              <th scope="row" className="min-w-36 font-normal">
                {line.name}
              </th>
              <td className="whitespace-nowrap">
                <Figure share={line.right} />
              </td>
              <Numbers line={line} />
              <Count count={line.counts.missed} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** What the engine said beside what was right, by tenths of confidence. */
export function CalibrationTable({ lines }: { readonly lines: readonly Calibration[] }) {
  return (
    <Scrolling label="By confidence">
      <table className="w-full text-left text-small tabular-nums">
        <caption className="sr-only">By confidence: what the engine said, and what was right</caption>
        <thead>
          <tr className="border-b text-muted *:py-1.5 *:pr-5 *:align-bottom *:font-medium">
            <th scope="col">Confidence</th>
            <th scope="col">Said, on average</th>
            <th scope="col">Right</th>
            {COLUMNS.map(({ outcome, words }) => (
              <th key={outcome} scope="col" className="text-right">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {lines.map((line) => (
            <tr key={line.band} className="align-baseline *:py-1.5 *:pr-5">
              <th scope="row" className="min-w-28 font-normal whitespace-nowrap">
                {line.name}
              </th>
              <td>{line.said === null ? <Nothing /> : `${Math.round(line.said * 100)} %`}</td>
              <td className="whitespace-nowrap">
                <Figure share={line.right} />
              </td>
              <Numbers line={{ ...line, counts: { ...line.counts, open: undecided(line) } }} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** "88 %, 44 of 50": never a share without what it is a share of. */
export function Figure({ share }: { readonly share: Share }) {
  const figure = shareFigure(share);
  if (figure === null) return <Nothing />;
  return (
    <>
      {figure}{" "}
      <span className="text-muted">
        {share.part} of {share.of}
      </span>
    </>
  );
}

/** A table wider than a phone scrolls by itself, with the keyboard too. */
function Scrolling({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer
    <section aria-label={`Table: ${label}`} tabIndex={0} className="overflow-x-auto">
      {children}
    </section>
  );
}

const undecided = ({ counts }: PrecisionLine) => counts.open + counts.unasked;

function Numbers({ line }: { readonly line: PrecisionLine }) {
  return COLUMNS.map(({ outcome }) => <Count key={outcome} count={line.counts[outcome]} />);
}

function Count({ count }: { readonly count: number }) {
  return <td className={count === 0 ? "text-right text-muted" : "text-right"}>{count}</td>;
}

function Nothing() {
  return <span className="text-muted">none decided</span>;
}

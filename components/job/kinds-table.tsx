import type { KindNow } from "#lib/queue/jobs-now.ts";
import { KIND_WORDS } from "./words.ts";

const COLUMNS = [
  ["running", "Running"],
  ["waiting", "Waiting"],
  ["later", "Later"],
  ["done", "Done in 24 hours"],
  ["dead", "Laid aside"],
] as const;

/** How many jobs of each kind there are, and how far. */
export function KindsTable({ kinds }: { readonly kinds: readonly KindNow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a pointer
    <section aria-label="Table: jobs by kind" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-left text-small tabular-nums">
        <caption className="sr-only">Jobs by kind</caption>
        <thead>
          <tr className="border-b text-muted *:py-1.5 *:pr-5 *:align-bottom [&>:last-child]:pr-0 *:font-medium max-sm:text-micro max-sm:*:pr-2">
            <th scope="col">Kind</th>
            {COLUMNS.map(([key, words]) => (
              <th key={key} scope="col" className="text-right">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {kinds.map((kind) => (
            <tr key={kind.name} className="align-baseline *:py-1.5 *:pr-5 [&>:last-child]:pr-0 max-sm:*:pr-2">
              <th scope="row" className="font-normal sm:min-w-36">
                {KIND_WORDS[kind.name]}
              </th>
              {COLUMNS.map(([key]) => (
                <td key={key} className={kind[key] === 0 ? "text-right text-muted" : "text-right"}>
                  {kind[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

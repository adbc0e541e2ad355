import type { ShownImport } from "#lib/import/read.server.ts";
import { Bar } from "./bar.tsx";
import { badWords, progressWords, STATE_WORDS } from "./words.ts";

/** How far an import is: bar, lines, rate, time left. */
export function ImportProgress({ row }: { readonly row: ShownImport }) {
  const { state, progress, counts } = row;
  const percent = Math.floor(progress.share * 100);
  return (
    <div className="min-w-0 text-small">
      <p>
        <span className="font-medium">{STATE_WORDS[state]}</span>
        {state === "uploading" ? null : (
          <span className="text-muted tabular-nums"> · {progressWords(row)}</span>
        )}
      </p>
      {state === "running" || state === "paused" || state === "waiting" ? (
        <p className="flex items-center gap-3 text-muted">
          <Bar share={progress.share} label="Brought in" className="w-full" />
          <span className="whitespace-nowrap tabular-nums">{percent} %</span>
        </p>
      ) : null}
      {counts.bad > 0 ? <p className="text-accent">{badWords(row)}</p> : null}
      {row.problem ? <p className="text-accent wrap-anywhere">{row.problem}</p> : null}
    </div>
  );
}

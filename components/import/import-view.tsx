"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ShownImport } from "#lib/import/read.server.ts";
import { focusPage } from "../desk/focus-page.ts";
import { deskPost } from "../desk/request.ts";
import { Button } from "../ui/button.tsx";
import { goesOn } from "./import-list.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { useFollow } from "./use-follow.ts";
import { emptyLines, outcomeWords } from "./words.ts";

/** Lines of the report on one page. */
const REPORT_PAGE = 100;

/** One import as it goes on, and what an editor does about it. */
export function ImportView({ first }: { readonly first: ShownImport }) {
  const path = `/api/desk/imports/${first.id}`;
  const router = useRouter();
  const [row, look] = useFollow(path, first, goesOn);
  // The report below is the server's: its first page grows, and is whole when the import ends.
  const news = `${row.state} ${Math.min(row.lines, REPORT_PAGE)}`;
  const shown = useRef(news);
  useEffect(() => {
    if (shown.current === news) return;
    shown.current = news;
    router.refresh();
  }, [news, router]);
  const [problem, setProblem] = useState<string>();

  async function steer(action: "pause" | "resume" | "stop") {
    setProblem(undefined);
    try {
      await deskPost(path, { action });
      await look();
      if (action === "stop") focusPage();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It was not done. Try again.");
    }
  }

  const outcomes = Object.entries(row.counts).filter(([, count]) => count > 0) as [
    keyof typeof row.counts,
    number,
  ][];
  const empty = emptyLines(row);
  return (
    <section aria-label="Progress" className="max-w-[40rem]">
      <div role="status">
        <ImportProgress row={row} />
      </div>
      {problem ? (
        <p role="alert" className="mt-3 border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-3">
        {goesOn(row) || row.state === "paused" || row.state === "failed" ? (
          // One button, which keeps the focus.
          <Button
            look={goesOn(row) ? "plain" : "primary"}
            onClick={() => steer(goesOn(row) ? "pause" : "resume")}
          >
            {goesOn(row) ? "Pause" : "Go on"}
          </Button>
        ) : null}
        {["waiting", "running", "paused", "failed", "uploading"].includes(row.state) ? (
          <Button look="danger" onClick={() => steer("stop")}>
            Stop for good
          </Button>
        ) : null}
      </div>
      <dl className="mt-6 grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 border-t">
        {outcomes.map(([outcome, count]) => (
          <div key={outcome} className="col-span-2 grid grid-cols-subgrid border-b py-1.5">
            <dt>{outcomeWords(outcome, row.kind)}</dt>
            <dd className="text-right tabular-nums">{count.toLocaleString("en-GB")}</dd>
          </div>
        ))}
        {empty > 0 ? (
          <div className="col-span-2 grid grid-cols-subgrid border-b py-1.5 text-muted">
            <dt>empty, passed over</dt>
            <dd className="text-right tabular-nums">{empty.toLocaleString("en-GB")}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

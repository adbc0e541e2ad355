"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { LastLook as Looked } from "#lib/article/last-look.server.ts";
import { deskWrite } from "../../desk/request.ts";
import { useFollowPage } from "../../desk/use-follow-page.ts";
import { Button } from "../../ui/button.tsx";
import { buttonLook } from "../../ui/button-look.ts";
import { LastLook } from "./last-look.tsx";

interface TextStepsProps {
  readonly articleId: string;
  /** Null: there is no page to look at. */
  readonly look: Looked | null;
  /** False for readers: they see how the last look went. */
  readonly mayAct: boolean;
  readonly now: string;
}

/** What an editor can do to an article's text: have its page looked at now, by the worker, or clean it. */
export function TextSteps({ articleId, look, mayAct, now }: TextStepsProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  useFollowPage(look?.pending ?? false);
  async function ask() {
    setProblem(undefined);
    try {
      await deskWrite("look-again", { articleId });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It was not asked for. Try again.");
    }
    router.refresh();
  }
  return (
    <div className="mt-4 grid gap-y-2">
      {mayAct ? (
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          {look === null ? null : (
            <Button size="small" onClick={ask}>
              Look at the page now
            </Button>
          )}
          <a href={`/desk/articles/${articleId}/clean`} className={buttonLook({ size: "small" })}>
            Clean the text
          </a>
        </p>
      ) : null}
      {problem ? (
        <p role="alert" className="border-l-2 border-accent pl-3 text-small">
          {problem}
        </p>
      ) : null}
      <p role="status" className="text-small text-muted">
        {look === null ? (
          "It has no address: there is no page to look at."
        ) : (
          <LastLook look={look} now={now} />
        )}
      </p>
    </div>
  );
}

"use client";

import { useState } from "react";
import { deskWrite } from "../../desk/request.ts";
import { Button, buttonLook } from "../../ui/button.tsx";

/** What an editor can do to an article's text: have its page looked at now, by the worker, or clean it. */
export function TextSteps({ articleId }: { readonly articleId: string }) {
  const [said, setSaid] = useState<string>();
  async function look() {
    try {
      await deskWrite("look-again", { articleId });
      setSaid("The worker looks at it now. Reload this page in a moment; Jobs shows how it went.");
    } catch (error) {
      setSaid(error instanceof Error ? error.message : "It was not asked for. Try again.");
    }
  }
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <Button size="small" onClick={look}>
        Look at the page now
      </Button>
      <a href={`/desk/articles/${articleId}/clean`} className={buttonLook({ size: "small" })}>
        Clean the text
      </a>
      <span role="status" className="text-small text-muted">
        {said}
      </span>
    </p>
  );
}

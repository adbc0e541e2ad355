import { Moment } from "#components/desk/moment.tsx";
import { untilWords } from "#components/feed/words.ts";
import type { LastLook as Looked } from "#lib/article/last-look.server.ts";

/** When the article's page was looked at last, what came of it, and when it is looked at next. */
export function LastLook({ look, now }: { readonly look: Looked; readonly now: string }) {
  const { lookedAt, nextAt, pending } = look;
  const at = new Date(now);
  return (
    <>
      {pending ? "The worker looks at the page now. " : ""}
      {lookedAt === null ? (
        "Not looked at since it came in"
      ) : (
        <>
          {pending ? "Before that, looked at " : "Looked at "}
          <Moment at={new Date(lookedAt)} now={at} />
        </>
      )}
      {outcomeWords(look)}
      {pending
        ? ""
        : nextAt === null
          ? " No more looks by itself."
          : ` Next look ${untilWords(new Date(nextAt), at)}.`}
    </>
  );
}

function outcomeWords({ lookedAt, problem, brought }: Looked): string {
  if (problem !== null) return `: ${problem.replace(/([^.!?…])$/, "$1.")}`;
  if (lookedAt === null) return ".";
  return brought === null ? ": nothing has changed." : `: revision ${brought} came of it.`;
}

import type { PageDecision } from "#components/desk/use-decisions.ts";
import { Button } from "#components/ui/button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { TextChange } from "#lib/desk/article-texts.ts";
import { seenWords } from "./words.ts";

interface OutletChangesProps {
  readonly articleId: string;
  readonly outlet: string;
  readonly changes: readonly TextChange[];
  readonly mayDecide: boolean;
  readonly busy: boolean;
  readonly onDecide: (decision: PageDecision) => Promise<boolean>;
}

const STATES: Record<TextChange["state"], string> = {
  open: "to look at",
  confirmed: "confirmed, public with the article",
  dismissed: "set aside, not public",
};

/** Where two raw sources differ under one extractor: only what an editor confirms is said in public. */
export function OutletChanges({ articleId, outlet, changes, mayDecide, busy, onDecide }: OutletChangesProps) {
  const judge = (change: TextChange, state: TextChange["state"], done: string, wanted: string) =>
    void onDecide({
      request: {
        action: "judge-outlet-change",
        input: { outletChangeId: change.id, version: change.version, state },
      },
      done,
      wanted,
    });
  return (
    <ul className="divide-y border-y">
      {changes.map((change) => {
        const about = (
          <span className="sr-only">
            : revision {change.from} to {change.to}
          </span>
        );
        return (
          <li key={change.id} className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 py-3">
            <div className="min-w-0">
              <p>
                Changed by {outlet}, {seenWords(change)}.
              </p>
              <p className="text-small text-muted">
                <a href={`/desk/articles/${articleId}/texts?from=${change.from}&to=${change.to}#words`}>
                  Revision {change.from} to {change.to}
                </a>{" "}
                · <Tag tone={change.state === "dismissed" ? "quiet" : "plain"}>{STATES[change.state]}</Tag>
              </p>
            </div>
            {mayDecide ? (
              <div className="flex gap-2">
                {change.state === "open" ? (
                  <>
                    <Button
                      size="small"
                      disabled={busy}
                      focusableWhenDisabled
                      onClick={() =>
                        judge(
                          change,
                          "confirmed",
                          "Confirmed: the outlet changed its text.",
                          "confirm that the outlet changed its text",
                        )
                      }
                    >
                      Confirm{about}
                    </Button>
                    <Button
                      size="small"
                      look="quiet"
                      disabled={busy}
                      focusableWhenDisabled
                      onClick={(event) => {
                        // This button goes. The first one stays, as the one that takes it back.
                        const first = event.currentTarget.parentElement?.firstElementChild;
                        if (first instanceof HTMLElement) first.focus();
                        judge(change, "dismissed", "Set aside: not said in public.", "set the change aside");
                      }}
                    >
                      Set aside{about}
                    </Button>
                  </>
                ) : (
                  <Button
                    size="small"
                    look="quiet"
                    disabled={busy}
                    focusableWhenDisabled
                    onClick={() => judge(change, "open", "To look at again.", "take it back")}
                  >
                    Take back{about}
                  </Button>
                )}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

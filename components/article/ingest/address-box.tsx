"use client";

import { type FormEvent, useRef, useState } from "react";
import type { Arrived } from "#lib/article/arrive.server.ts";
import { DeskRefusal, deskPost } from "../../desk/request.ts";
import { useHydrated } from "../../desk/use-hydrated.ts";
import { Button } from "../../ui/button.tsx";
import { Field, fieldControl } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";

/** What was read of a page that could not be brought in. */
export interface Got {
  readonly url: string;
  readonly text: string;
  readonly why: string;
}

/** What an article that is on record already came to. */
interface Known {
  readonly articleId: string;
  readonly as: keyof typeof KNOWN_WORDS;
}

const KNOWN_WORDS = {
  seen: ", word for word. Nothing was added but a note that it was seen again.",
  revised:
    ", with another text. The page’s present text stands for it from now on; the one before it is kept.",
  otherText: ", with another text. This one is kept beside it; the one that stands for the article stays.",
} as const satisfies Partial<Record<Arrived["outcome"], string>>;

interface AddressBoxProps {
  /** A new article is on record. */
  readonly onArticle: (articleId: string) => void;
  /** The page could not be brought in: what was got of it goes to the paste form. Nothing while another is fetched. */
  readonly onGot: (got: Got | undefined) => void;
}

/** Bringing an article in by its address. */
export function AddressBox({ onArticle, onGot }: AddressBoxProps) {
  // Not held here: what was typed before this ran is in the field all the same.
  const field = useRef<HTMLInputElement>(null);
  const hydrated = useHydrated();
  const [problem, setProblem] = useState<string>();
  const [known, setKnown] = useState<Known>();
  const [busy, setBusy] = useState(false);
  const hint =
    "The page is fetched now and kept as it came. You can change afterwards which of its lines are the article.";

  async function submit(event: FormEvent) {
    event.preventDefault();
    const url = field.current?.value.trim() ?? "";
    if (url === "") return setProblem("There is no address yet. Copy the page’s address and paste it here.");
    setProblem(undefined);
    setKnown(undefined);
    onGot(undefined);
    setBusy(true);
    try {
      const { articleId, outcome } = await deskPost<Pick<Arrived, "articleId" | "outcome">>(
        "/api/desk/fetch",
        { url },
      );
      if (outcome === "deleted") setProblem("An editor took this article off the record.");
      else if (outcome === "added") onArticle(articleId);
      else setKnown({ articleId, as: outcome });
    } catch (error) {
      const why = error instanceof Error ? error.message : "The page was not fetched. Try again.";
      const text = error instanceof DeskRefusal ? textGot(error.detail.got) : "";
      if (text === "") setProblem(`${why}`);
      else onGot({ url, text, why });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} aria-busy={busy} className="mb-6 border-b pb-8">
      <Field id="address" label="The page’s address" hint={hint} problem={problem}>
        <div className="flex flex-wrap gap-3">
          <Input
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            ref={field}
            className="min-w-0 grow basis-72"
            onChange={() => {
              setProblem(undefined);
              setKnown(undefined);
            }}
            {...fieldControl("address", problem, hint)}
          />
          <Button type="submit" look="primary" disabled={busy || !hydrated} focusableWhenDisabled={hydrated}>
            {busy ? "Fetching …" : "Fetch and bring in"}
          </Button>
        </div>
      </Field>
      {known ? (
        <p role="alert" className="mt-4 max-w-measure border-l-2 border-accent py-1 pl-3">
          <strong className="font-medium">This article is on record already</strong>
          {KNOWN_WORDS[known.as]} <a href={`/desk/articles/${known.articleId}`}>Open the article</a>
          {known.as === "seen" ? null : (
            <>
              {" · "}
              <a href={`/desk/articles/${known.articleId}/texts`}>See its texts</a>
            </>
          )}
        </p>
      ) : null}
      <span role="status" className="sr-only">
        {busy ? "Fetching the page" : problem}
      </span>
    </form>
  );
}

/** The words of what was got, as a paste would have them. */
function textGot(got: unknown): string {
  if (typeof got !== "object" || got === null) return "";
  const { title, lines } = got as { title?: unknown; lines?: unknown };
  const all = Array.isArray(lines) ? lines.filter((line): line is string => typeof line === "string") : [];
  const words = [...(typeof title === "string" && !all.includes(title) ? [title] : []), ...all];
  return words.join("\n\n");
}

"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import type { CleanedArticle } from "#lib/article/cleaned.ts";
import { focusPage } from "../../desk/focus-page.ts";
import { DeskRefusal, deskPost } from "../../desk/request.ts";
import { AddressBox, type Got } from "./address-box.tsx";
import type { OutletKindChoice } from "./article-fields.tsx";
import { type Draft, draftOf } from "./draft.ts";
import { PasteBox } from "./paste-box.tsx";
import { Preview } from "./preview.tsx";
import { tooLargeWords } from "./text-file.ts";
import { useUnsavedGuard } from "./unsaved.ts";

interface IngestProps {
  readonly outlets: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly OutletKindChoice[];
}

/** Bringing an article in: paste, look at what was found, save. */
export function Ingest({ outlets, kinds }: IngestProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [draft, setDraft] = useState<Draft>();
  const [stage, setStage] = useState<"paste" | "preview" | "saved">("paste");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [got, setGot] = useState<Got>();
  /** The text that a fetched page left here: nobody's work until it is changed or read on. */
  const [left, setLeft] = useState("");
  const untouched = text.trim() === "" || (text === left && draft?.paste !== text);
  useUnsavedGuard(stage !== "saved" && !untouched, "What you pasted is not saved yet. Leave this page?");

  async function read() {
    // Back from the preview with the same text: what was moved and written there is still there.
    if (draft?.paste === text) return setStage("preview");
    const tooLarge = tooLargeWords(new TextEncoder().encode(text).length);
    if (tooLarge) return setProblem(tooLarge);
    setBusy(true);
    setProblem(undefined);
    try {
      const found = draftOf(text, await deskPost<CleanedArticle>("/api/desk/preview", { paste: text }));
      setDraft({ ...found, url: got?.url ?? "" });
      setStage("preview");
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }

  const onDraft = useCallback(
    (next: (draft: Draft) => Draft) => setDraft((before) => before && next(before)),
    [],
  );

  if (stage === "saved") return <p role="status">Saved. Opening the article …</p>;
  if (stage === "preview" && draft)
    return (
      <Preview
        draft={draft}
        onDraft={onDraft}
        outlets={outlets}
        kinds={kinds}
        onBack={() => setStage("paste")}
        onSaved={(articleId) => {
          setStage("saved");
          router.push(`/desk/articles/${articleId}`);
          focusPage();
        }}
      />
    );
  return (
    // As wide as the desk's other pages, which begin where this one does; the preview has two columns and takes more.
    <div className="mx-auto max-w-[calc(var(--container-page)-3rem)] *:max-w-[52rem]">
      <h1 className="mb-6 font-serif text-hero-wide font-medium">Bring an article in</h1>
      <AddressBox
        onArticle={(articleId) => {
          setStage("saved");
          router.push(`/desk/articles/${articleId}`);
          focusPage();
        }}
        onGot={(what) => {
          setGot(what);
          if (what) {
            setText(what.text);
            setLeft(what.text);
          }
          setProblem(undefined);
        }}
      />
      <h2 className="rubric mb-4">Or paste its text</h2>
      {got ? (
        <p role="alert" className="mb-4 max-w-measure border-l-2 border-accent py-1 pl-3">
          {got.why} All that was read of{" "}
          <a href={got.url} rel="noreferrer" target="_blank">
            the page
          </a>{" "}
          stands below.
        </p>
      ) : null}
      <PasteBox
        text={text}
        onText={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        problem={problem}
        busy={busy}
        onRead={read}
      />
    </div>
  );
}

function problemWords(error: unknown): string {
  if (error instanceof DeskRefusal && error.code === "signedOut")
    return "Your session has ended. Sign in in another tab, then try again; the text is still here.";
  return error instanceof Error ? error.message : "The text could not be read. Try again.";
}

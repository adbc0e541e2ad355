"use client";

import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useHydrated } from "../../desk/use-hydrated.ts";
import { Button } from "../../ui/button.tsx";
import { Field, fieldControl } from "../../ui/field.tsx";
import { Textarea } from "../../ui/input.tsx";
import { readTextFile } from "./text-file.ts";

interface PasteBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is wrong with the text, from the server. */
  readonly problem: string | undefined;
  readonly busy: boolean;
  readonly onRead: () => void;
}

/** Where a page is pasted, or a text file dropped. */
export function PasteBox({ text, onText, problem, busy, onRead }: PasteBoxProps) {
  const [fileProblem, setFileProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const hydrated = useHydrated();
  const box = useRef<HTMLTextAreaElement>(null);
  // What was pasted before scripts ran stands in the box alone: without a word it would be taken out again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anything is drawn anew
  useLayoutEffect(() => {
    const { value = "" } = box.current ?? {};
    if (value !== text) onText(value);
  }, []);
  const chooser = useRef<HTMLInputElement>(null);
  const shown = fileProblem ?? problem;
  const hint = "Select the whole page, copy it and paste it here: menus and notices are found and dropped.";

  async function take(file: Blob | null | undefined) {
    if (!file) return;
    const reading = await readTextFile(file);
    // What stands in the box is kept when the file is of no use.
    if ("problem" in reading) return setFileProblem(reading.problem);
    setFileProblem(undefined);
    onText(reading.text);
  }

  function drop(event: DragEvent) {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return; // Dropped words: the box takes them by itself.
    event.preventDefault();
    void take(file);
  }

  function paste(event: ClipboardEvent) {
    const [file] = event.clipboardData.files;
    if (file && event.clipboardData.getData("text/plain") === "") {
      event.preventDefault();
      void take(file);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setFileProblem(undefined);
    onRead();
  }

  return (
    <form onSubmit={submit} aria-busy={busy}>
      <Field id="paste" label="The page’s text" hint={hint} problem={shown}>
        <Textarea
          ref={box}
          value={text}
          rows={18}
          spellCheck={false}
          autoComplete="off"
          className={over ? "border-accent" : ""}
          onChange={(event) => {
            setFileProblem(undefined);
            onText(event.target.value);
          }}
          onPaste={paste}
          onDrop={drop}
          onDragOver={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
          }}
          {...fieldControl("paste", shown, hint)}
        />
      </Field>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button type="submit" look="primary" disabled={busy || !hydrated} focusableWhenDisabled={hydrated}>
          {busy ? "Finding the article …" : "Find the article"}
        </Button>
        <Button look="quiet" onClick={() => chooser.current?.click()}>
          Choose a text file
        </Button>
        {hydrated ? (
          <input
            ref={chooser}
            type="file"
            accept=".txt,text/plain"
            aria-label="Text file"
            hidden
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        ) : null}
        <span className="text-small text-muted">
          {text === "" ? "" : `${text.length.toLocaleString("en-GB")} characters`}
        </span>
        <span role="status" className="sr-only">
          {busy ? "Finding the article" : shown}
        </span>
      </div>
    </form>
  );
}

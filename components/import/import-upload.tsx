"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { focusPage } from "../desk/focus-page.ts";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.tsx";
import { Field, fieldControl } from "../ui/field.tsx";
import { Input, NativeSelect } from "../ui/input.tsx";
import { Bar } from "./bar.tsx";
import { HEAD_BYTES, type ImportKind, kindOf } from "./kind-of.ts";
import { linesOfPages, upload } from "./upload.ts";
import { KIND_WORDS, sizeWords } from "./words.ts";

/** What a file that was sent as it is may be called instead. */
const OTHER_KINDS = ["jsonl", "csv", "warc"] as const;
const LARGEST = 2 * 1024 ** 3;
const LARGEST_FOLDER = 200_000_000;

interface Chosen {
  readonly name: string;
  readonly kind: ImportKind;
  readonly size: number;
  readonly blob: () => Promise<Blob>;
}

const pathOf = (page: File) => page.webkitRelativePath || page.name;

/** Choosing a file or a folder of pages, and sending it. */
export function ImportUpload({ outlets }: { readonly outlets: readonly string[] }) {
  const router = useRouter();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [outlet, setOutlet] = useState("");
  const [problem, setProblem] = useState<string>();
  const [share, setShare] = useState<number>();
  const [over, setOver] = useState(false);
  const hydrated = useHydrated();

  function choosePages(pages: readonly File[]) {
    const size = pages.reduce((sum, page) => sum + page.size, 0);
    const inOrder = [...pages].sort((a, b) => pathOf(a).localeCompare(pathOf(b), "en", { numeric: true }));
    if (size > LARGEST_FOLDER)
      return setProblem("More than 200 MB of pages: bring the folder in by command on the server.");
    const [first] = pages;
    const name = first?.webkitRelativePath.split("/")[0] || first?.name || "pages";
    setChosen({ name, kind: "html", size, blob: () => linesOfPages(inOrder) });
  }

  async function choose(all: readonly File[]) {
    setProblem(undefined);
    setChosen(undefined);
    const pages = all.filter(({ name }) => /\.x?html?$/i.test(name));
    if (pages.length > 0) return choosePages(pages);
    const [first] = all;
    if (!first) return;
    if (first.size > LARGEST)
      return setProblem(`${first.name} is over 2 GB: bring it in by command on the server.`);
    const head = await first
      .slice(0, HEAD_BYTES)
      .arrayBuffer()
      .catch(() => null);
    if (head === null) return setProblem(`${first.name} can’t be read. A folder has a button of its own.`);
    const told = kindOf(first.name, new Uint8Array(head));
    if ("problem" in told) return setProblem(told.problem);
    if (told.kind === "html") return choosePages([first]);
    setChosen({ name: first.name, kind: told.kind, size: first.size, blob: async () => first });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    choose([...event.dataTransfer.files]);
  }

  async function send() {
    if (!chosen) return;
    setProblem(undefined);
    setShare(0);
    try {
      const id = await upload(await chosen.blob(), { ...chosen, outlet: outlet.trim() }, setShare);
      router.push(`/desk/imports/${id}`);
      focusPage();
    } catch (error) {
      setShare(undefined);
      setProblem(error instanceof Error ? error.message : "It was not sent. Try again.");
    }
  }

  return (
    <section
      aria-labelledby="new-import"
      className={`border-y py-5 ${over ? "border-accent" : ""}`}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <h2 id="new-import" className="rubric mb-2">
        Bring a file in
      </h2>
      <p className="mb-4 max-w-measure text-small text-muted">
        JSON with an article a line, a CSV table (Media Cloud’s exports too), a web archive, or a folder of
        saved pages. Drop it here or choose it. A bad line is reported and stops nothing.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => files.current?.click()}>Choose a file</Button>
        <Button look="quiet" onClick={() => folder.current?.click()}>
          Choose a folder of pages
        </Button>
        {hydrated ? (
          <>
            <input
              ref={files}
              type="file"
              aria-label="File to bring in"
              accept=".jsonl,.ndjson,.json,.csv,.tsv,.warc,.gz,.html,.htm"
              hidden
              onChange={(event) => {
                choose([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
            <input
              ref={folder}
              type="file"
              aria-label="Folder of saved pages"
              hidden
              multiple
              {...{ webkitdirectory: "" }}
              onChange={(event) => {
                choose([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
          </>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className="mt-4 max-w-measure border-l-2 border-accent py-1 pl-3">
          {problem}
        </p>
      ) : null}
      {chosen ? (
        <div className="mt-5 max-w-[34rem]">
          <p className="mb-3">
            <span className="font-medium">{chosen.name}</span>{" "}
            <span className="text-muted">
              {chosen.kind === "html" ? `${KIND_WORDS.html}, ` : ""}
              {sizeWords(chosen.size)}
            </span>
          </p>
          {chosen.kind === "html" ? null : (
            <Field id="import-kind" label="Kind of file" className="mb-4">
              <NativeSelect
                value={chosen.kind}
                onChange={(event) => setChosen({ ...chosen, kind: event.target.value as ImportKind })}
                {...fieldControl("import-kind")}
              >
                {OTHER_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {KIND_WORDS[kind]}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          )}
          <Field
            id="import-outlet"
            label="Outlet"
            hint="For lines that name none. Leave it empty where each line or page says whose it is."
          >
            <Input
              list="import-outlets"
              value={outlet}
              autoComplete="off"
              onChange={(event) => setOutlet(event.target.value)}
              {...fieldControl("import-outlet", undefined, "hint")}
            />
          </Field>
          <datalist id="import-outlets">
            {outlets.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <div className="mt-4 flex flex-wrap items-center gap-4">
            <Button look="primary" disabled={share !== undefined} focusableWhenDisabled onClick={send}>
              {share === undefined ? "Bring it in" : "Sending …"}
            </Button>
            {share === undefined ? null : (
              <span className="flex items-center gap-3 text-small text-muted">
                <Bar share={share} label="Sent" className="w-40" />
                {Math.round(share * 100)} % sent
              </span>
            )}
          </div>
        </div>
      ) : null}
    </section>
  );
}

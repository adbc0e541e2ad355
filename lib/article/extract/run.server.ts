import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { OnRecordError } from "#lib/errors.ts";
import type { ExtractedArticle } from "./extract.ts";
import { LARGEST_PAGE, PASTE_ARTICLE } from "./page.ts";
import { type Answer, htmlOf, type PageSource } from "./page-source.ts";
import { plainText } from "./plain-text.ts";

export type { PageSource };

/** Longest time that one page may take, and most memory, before its thread is ended. */
const WITHIN_MS = 5_000;
const MOST_MEMORY_MB = 512;
/** How many pages are read at once; more wait their turn. */
const MOST_THREADS = 2;

/** Longest time that a thread may take to load its libraries; it is nobody's page that is to blame. */
const STARTS_WITHIN_MS = 30_000;

const idle: Worker[] = [];
/** Threads that have not yet said that they are ready. */
const starting = new WeakSet<Worker>();
const waiting: ((worker: Worker) => void)[] = [];
let threads = 0;

/**
 * Finds the article in a page, in a thread of its own that is ended when it takes too long or too much memory, whatever
 * the page does. Never waits longer than `within` once its turn has come.
 * @throws OnRecordError "unusable": `detail.reason` "noArticle", "tooDeep", "extractTimeout", "extractMemory" or
 * "extractFailed", and `detail.got` {title, lines} for the paste form; "tooLarge" as extractArticle
 */
export async function extractInWorker(
  source: PageSource,
  { within = WITHIN_MS, memory = MOST_MEMORY_MB }: { within?: number; memory?: number } = {},
): Promise<ExtractedArticle> {
  refuseTooLarge(source);
  const worker = await take(memory);
  const outcome = await ask(worker, source, within);
  if (typeof outcome === "string" || "failure" in outcome) {
    await drop(worker);
    throw unread(source, typeof outcome === "string" ? outcome : "extractFailed");
  }
  if (memory === MOST_MEMORY_MB) give(worker);
  else await drop(worker);
  if ("article" in outcome) return outcome.article;
  const { code, fault, advice, detail } = outcome.refusal;
  throw new OnRecordError(code, { fault, advice }, { got: plainText(htmlOf(source)), ...detail });
}

/** Ends all threads: a process that only reads pages ends by itself without it. */
export async function endExtraction(): Promise<void> {
  await Promise.all([...idle].map((worker) => drop(worker)));
}

function refuseTooLarge(source: PageSource): void {
  const size = "html" in source ? source.html.length : source.bytes.length;
  if (size > LARGEST_PAGE)
    throw new OnRecordError(
      "tooLarge",
      {
        fault: `The page has ${(size / 1024 / 1024).toFixed(1)} MB; at most 5 MB can be read.`,
        advice: PASTE_ARTICLE,
      },
      { reason: "tooLarge" },
    );
}

const FAILURES = {
  extractTimeout: "The page took too long to read.",
  extractMemory: "The page took too much memory to read.",
  extractFailed: "The page could not be read.",
} as const;
type Failure = keyof typeof FAILURES;

const unread = (source: PageSource, reason: Failure): OnRecordError =>
  new OnRecordError(
    "unusable",
    { fault: FAILURES[reason], advice: PASTE_ARTICLE },
    { reason, got: plainText(htmlOf(source)) },
  );

/** What the thread answers, or why it never will. */
async function ask(worker: Worker, source: PageSource, within: number): Promise<Answer | Failure> {
  try {
    if (starting.has(worker))
      await once(worker, "message", { signal: AbortSignal.timeout(STARTS_WITHIN_MS) });
    starting.delete(worker);
    const answered = once(worker, "message", { signal: AbortSignal.timeout(within) }) as Promise<[Answer]>;
    worker.postMessage(source);
    const [answer] = await answered;
    return answer;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (name === "AbortError") return "extractTimeout";
    return code === "ERR_WORKER_OUT_OF_MEMORY" ? "extractMemory" : "extractFailed";
  }
}

async function take(memory: number): Promise<Worker> {
  // A thread with other limits is not lent.
  const ready = memory === MOST_MEMORY_MB ? idle.pop() : undefined;
  if (ready !== undefined) {
    ready.ref();
    return ready;
  }
  if (threads < MOST_THREADS) return begin(memory);
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

function give(worker: Worker): void {
  const next = waiting.shift();
  if (next !== undefined) {
    next(worker);
    return;
  }
  worker.unref();
  idle.push(worker);
}

async function drop(worker: Worker): Promise<void> {
  await worker.terminate();
}

/** A thread is gone, however it went: the next page gets a new one. */
function gone(worker: Worker): void {
  threads -= 1;
  const place = idle.indexOf(worker);
  if (place >= 0) idle.splice(place, 1);
  const next = waiting.shift();
  if (next !== undefined) next(begin(MOST_MEMORY_MB));
}

function begin(memory: number): Worker {
  threads += 1;
  const worker = new Worker(pathToFileURL(workerFile()), {
    // The process's own options name files that are not the thread's, and what stands in its environment is none of its business.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  // Whoever asked it learns of it; an idle thread that breaks concerns nobody.
  worker.on("error", () => {});
  worker.once("exit", () => gone(worker));
  starting.add(worker);
  return worker;
}

/**
 * The thread's source, which Node runs as it stands. A bundle doesn't know where it came from; the app is started in
 * the project's folder.
 */
function workerFile(): string {
  const here = import.meta.dirname as string | undefined;
  return here === undefined
    ? path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "article", "extract", "worker.ts")
    : path.join(here, "worker.ts");
}

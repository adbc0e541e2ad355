/** Runs in a thread of its own (run.server.ts): reads one page after another; whoever asks may end it at any moment. */
import { parentPort } from "node:worker_threads";
import { OnRecordError } from "#lib/errors.ts";
import { extractArticle } from "./extract.ts";
import { type Answer, htmlOf, type PageSource } from "./page-source.ts";

function answer(source: PageSource): Answer {
  try {
    return { article: extractArticle({ html: htmlOf(source), url: source.url }) };
  } catch (error) {
    if (error instanceof OnRecordError) {
      const { code, fault, advice, detail } = error;
      return { refusal: { code, fault, advice, detail } };
    }
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// What libraries print about a stranger's page is nobody's news.
for (const say of ["debug", "error", "info", "log", "warn"] as const) console[say] = () => {};

parentPort?.on("message", (source: PageSource) => parentPort?.postMessage(answer(source)));
parentPort?.postMessage("ready");

import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { readLocalDate } from "#lib/article/publication-date.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { type TrainingDocument, trainingDocuments } from "#lib/desk/training.server.ts";
import { OnRecordError } from "#lib/errors.ts";

interface TrainingFile {
  readonly out: string;
  /** YYYY-MM-DD */
  readonly since: string | undefined;
  readonly includeSample: boolean;
}

interface Written {
  readonly articles: number;
  readonly complete: number;
}

/**
 * Writes what editors decided to a file that only its owner may read, one article a line. Holds one article at a time.
 * @throws OnRecordError "invalid" for a date that is none
 */
export async function writeTrainingData(viewer: Viewer, file: TrainingFile): Promise<Written> {
  const range = { since: sinceOf(file.since), includeSample: file.includeSample };
  const written = { articles: 0, complete: 0 };
  async function* lines(documents: AsyncIterable<TrainingDocument>): AsyncGenerator<string> {
    for await (const document of documents) {
      written.articles++;
      if (document.complete) written.complete++;
      yield `${JSON.stringify(document)}\n`;
    }
  }
  await pipeline(
    lines(trainingDocuments(db(), viewer, range)),
    createWriteStream(file.out, { encoding: "utf8", mode: 0o600 }),
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined || error instanceof OnRecordError) throw error;
    throw new OnRecordError("unusable", `Can't write ${file.out}: ${error.message}`);
  });
  return written;
}

function sinceOf(since: string | undefined): Date | null {
  if (since === undefined) return null;
  const { at, precision } = readLocalDate(since);
  if (precision !== "day") throw new OnRecordError("invalid", "--since needs a day, such as 2024-06-30.");
  return at;
}

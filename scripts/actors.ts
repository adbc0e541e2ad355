import { readFile, writeFile } from "node:fs/promises";
import { actorFile } from "#lib/actor/export.server.ts";
import { type ImportReport, importActors } from "#lib/actor/import.server.ts";
import { type LineProblem, readActorFile } from "#lib/actor/import.ts";
import { operator } from "#lib/auth/operator.server.ts";
import { allow } from "#lib/auth/permission.ts";
import { findUser } from "#lib/auth/user.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";

/** What a list may weigh: a bigger one is a dump, not a list. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Options {
  readonly "dry-run"?: string | undefined;
  readonly strict?: string | undefined;
  readonly new?: string | undefined;
  readonly by?: string | undefined;
}

/**
 * Brings the actors of a file in and returns what was done, in words.
 * @throws OnRecordError "missing" without a readable file; "invalid" that lists every bad line, after the others went in.
 */
export async function importFile(path: string, options: Options): Promise<string> {
  const text = await readText(path);
  const format = /\.csv$/iu.test(path)
    ? "csv"
    : /\.jsonl?$|\.ndjson$/iu.test(path) || /^\s*[[{]/u.test(text)
      ? "json"
      : "csv";
  const file = readActorFile(text, format);
  const viewer = options.by === undefined ? await operator(db()) : await accountOf(options.by);
  const report = await importActors(db(), viewer, file, {
    dryRun: options["dry-run"] === "true",
    strict: options.strict === "true",
    addNew: options.new === "true",
  });
  const words = reportWords(report, options["dry-run"] === "true");
  if (report.problems.length === 0) return words;
  throw new OnRecordError("invalid", `${listed(report.problems)}\n${words}`);
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new OnRecordError("missing", `Can't read ${path}: ${error.message}`);
  });
  if (bytes.byteLength > MOST_BYTES)
    throw new OnRecordError("tooLarge", `${path} has more than 64 MB: bring it in in parts.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new OnRecordError("invalid", `${path} is not UTF-8: save it as UTF-8 first.`);
  }
}

async function accountOf(email: string): Promise<Viewer> {
  const { id, name, email: address, role, disabledAt } = await findUser(email);
  if (disabledAt) throw new OnRecordError("forbidden", `${address} is disabled.`);
  const viewer = { userId: id, name, email: address, role, sample: false };
  allow(viewer, "decide");
  return viewer;
}

const listed = (problems: readonly LineProblem[]) =>
  problems.map(({ line, message }) => `line ${line}: ${message}`).join("\n");

function reportWords(
  { added, completed, unchanged, problems, kept, stored }: ImportReport,
  dryRun: boolean,
): string {
  const counts = `${added} added, ${completed} completed, ${unchanged} on record already, ${problems.length} bad`;
  const outcome = stored
    ? `${counts}.`
    : dryRun
      ? `Nothing was stored (--dry-run). It would be: ${counts}.`
      : `Nothing was stored (--strict): ${problems.length} of the lines are bad.`;
  return kept.length === 0 ? outcome : `${outcome}\nLeft as it is on record:\n${listed(kept)}`;
}

/** Writes all actors to a file that the import reads back. Returns how many. */
export async function exportFile(path: string): Promise<number> {
  const { text, actors } = await actorFile(db());
  await writeFile(path, text).catch((error: Error) => {
    throw new OnRecordError("unusable", `Can't write ${path}: ${error.message}`);
  });
  return actors;
}

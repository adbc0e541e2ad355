import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import type { ImportOutcome } from "./line.server.ts";
import { type Progress, progressOf } from "./progress.ts";

export interface ShownImport {
  readonly id: string;
  readonly name: string;
  readonly kind: "jsonl" | "csv" | "html" | "warc";
  readonly state: "uploading" | "waiting" | "running" | "paused" | "done" | "stopped" | "failed";
  readonly outlet: string | null;
  readonly sizeBytes: number;
  readonly lines: number;
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  readonly progress: Progress;
  readonly problem: string | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

const MOST = 100;

/** Imports, the latest first. @throws OnRecordError without permission to bring in. */
export async function readImports(reader: Reader, viewer: Viewer | null): Promise<readonly ShownImport[]> {
  allow(viewer, "ingest");
  const rows = await reader.import.findMany({
    orderBy: { createdAt: "desc" },
    take: MOST,
    include: { outlet: { select: { name: true } } },
  });
  return rows.map(shown);
}

/** One import. @throws OnRecordError "missing". */
export async function readImport(reader: Reader, viewer: Viewer | null, id: string): Promise<ShownImport> {
  allow(viewer, "ingest");
  const row = await reader.import.findUnique({
    where: { id },
    include: { outlet: { select: { name: true } } },
  });
  if (!row) throw new OnRecordError("missing", "That import is not on record.");
  return shown(row);
}

type Row = NonNullable<Awaited<ReturnType<Reader["import"]["findFirst"]>>> & {
  readonly outlet: { readonly name: string } | null;
};

function shown(row: Row): ShownImport {
  const { id, name, kind, state, lines, problem } = row;
  const { added, seen, revised, otherText, deleted, leftOut, bad } = row;
  const sizeBytes = Number(row.sizeBytes);
  return {
    id,
    name,
    kind,
    state,
    lines,
    problem,
    sizeBytes,
    outlet: row.outlet?.name ?? null,
    counts: { added, seen, revised, otherText, deleted, leftOut, bad },
    progress: progressOf({
      lines,
      sizeBytes,
      position: Number(row.position),
      workedMs: Number(row.workedMs),
      done: state === "done",
    }),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

export interface ShownLine {
  readonly number: number;
  readonly outcome: ImportOutcome;
  readonly articleId: string | null;
  readonly problem: string | null;
  readonly excerpt: string;
}

/** A line with the headline its article has now; null: it has no article, or that one is deleted. */
export interface TitledLine extends ShownLine {
  readonly headline: string | null;
  readonly language: string | null;
}

/** The report for the screen: with the headlines of what came in. */
export async function readTitledLines(
  reader: Reader,
  viewer: Viewer | null,
  wanted: Parameters<typeof readLines>[2],
): Promise<readonly TitledLine[]> {
  const lines = await readLines(reader, viewer, wanted);
  const ids = lines.flatMap(({ articleId }) => articleId ?? []);
  const found = await reader.article.findMany({
    where: { id: { in: ids }, deletedReason: null },
    select: { id: true, headline: true, currentRevision: { select: { language: true } } },
  });
  const articles = new Map(found.map((article) => [article.id, article]));
  return lines.map((line) => {
    const article = articles.get(line.articleId ?? "");
    return {
      ...line,
      headline: article?.headline ?? null,
      language: article?.currentRevision?.language ?? null,
    };
  });
}

/** The report, line by line, from a number on. `only`: lines with that outcome. */
export async function readLines(
  reader: Reader,
  viewer: Viewer | null,
  wanted: {
    readonly importId: string;
    readonly only?: ImportOutcome;
    readonly after?: number;
    readonly most?: number;
  },
): Promise<readonly ShownLine[]> {
  allow(viewer, "ingest");
  const { importId, only, after = 0, most = 200 } = wanted;
  return reader.importLine.findMany({
    where: { importId, number: { gt: after }, ...(only ? { outcome: only } : {}) },
    orderBy: { number: "asc" },
    take: most,
    omit: { importId: true },
  });
}

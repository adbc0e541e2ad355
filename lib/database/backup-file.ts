import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { OnRecordError } from "../errors.ts";

/**
 * A backup is a gzip file of JSON lines: a header, then one line [table, row] for each row with all values as
 * PostgreSQL writes them as text (so nothing is rounded), then the SHA-256 of all lines before.
 */
export const FORMAT = "on-record-backup-1";

const Header = z.object({
  format: z.literal(FORMAT),
  version: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int().nonnegative() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^\d+$/) })),
});
export type BackupHeader = z.infer<typeof Header>;

const Trailer = z.object({ sha256: z.string() });
const Row = z.tuple([z.string(), z.record(z.string(), z.string().nullable())]);

/** The SHA-256 of lines, each with its line break. */
export function lineHash() {
  const hash = createHash("sha256");
  return { add: (line: string | Buffer) => hash.update(line).update("\n"), digest: () => hash.digest("hex") };
}

/**
 * Reads a whole backup and makes sure that nothing in it changed since it was written.
 * @throws OnRecordError "invalid" with one line when it is no backup, is cut off or damaged
 */
export async function verifiedHeader(file: string): Promise<BackupHeader> {
  const hash = lineHash();
  let header: BackupHeader | undefined;
  let last: Buffer | undefined;
  for await (const line of lines(file)) {
    header ??= headerFrom(line, file);
    if (last !== undefined) hash.add(last);
    last = line;
  }
  const trailer = last === undefined ? undefined : Trailer.safeParse(parsed(last)).data;
  if (!header || trailer?.sha256 !== hash.digest()) {
    throw new OnRecordError(
      "invalid",
      `${file} is damaged or cut off: its checksum doesn't match. Nothing was restored.`,
    );
  }
  return header;
}

/** The rows of a backup as [table, the row's JSON text], in the order in which they were written. Verify it first. */
export async function* backupRows(file: string): AsyncGenerator<readonly [table: string, row: string]> {
  let first = true;
  for await (const line of lines(file)) {
    const row = first ? undefined : Row.safeParse(parsed(line)).data;
    first = false;
    if (row) yield [row[0], JSON.stringify(row[1])];
  }
}

function headerFrom(line: Buffer, file: string): BackupHeader {
  const { data, success } = Header.safeParse(parsed(line));
  if (!success)
    throw new OnRecordError("invalid", `${file} is no backup of On Record, or one of another version.`);
  return data;
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

/** Lines by line feed only: text may hold other characters that some readers take for an end of line. */
async function* lines(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(file), gunzip).catch((error: NodeJS.ErrnoException) =>
    gunzip.destroy(error),
  );
  let rest: Buffer[] = [];
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]);
        rest = [];
        from = at + 1;
      }
      rest.push(chunk.subarray(from));
    }
    await reading;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): OnRecordError {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new OnRecordError("missing", `There is no file ${file}.`);
  if (code.startsWith("Z_"))
    return new OnRecordError("invalid", `${file} is no backup of On Record, or is cut off.`);
  return new OnRecordError("invalid", `${file} can't be read (${code || error}).`);
}

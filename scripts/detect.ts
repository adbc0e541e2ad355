import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { packagedAuthority } from "#lib/actor/packaged/authority.ts";
import type { Authority } from "#lib/attribution/authority.ts";
import { detect } from "#lib/attribution/detect.ts";
import { type DetectedStatement, type DetectInput, PART_KINDS } from "#lib/attribution/statement.ts";
import { OnRecordError } from "#lib/errors.ts";
import { CodePointIndex, codePointLength } from "#lib/text/code-points.ts";

const partSchema = z.object({
  kind: z.enum(PART_KINDS),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

/** One text to read: a line of the file that comes in. Offsets of parts are code points of `text`. */
const lineSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/, "not a date such as 2024-06-30")
    .nullish(),
  parts: z.array(partSchema).nullish(),
});

/**
 * Reads texts, one JSON object a line, and writes the statements found in each, one line a text, in the same order.
 * Works with the packaged actors and without a database; holds one line at a time.
 * @throws OnRecordError `invalid` with the number of the first line that can't be read; `missing` when the file can't.
 */
export async function detectFile({ in: from, out }: { in: string; out: string }): Promise<void> {
  if (resolve(from) === resolve(out))
    throw new OnRecordError("invalid", `${out} is the file to read: give --out another name.`);
  const source = createReadStream(from, { encoding: "utf8" });
  // Opened before the other file is written, so that a wrong name leaves nothing behind.
  await once(source, "open").catch((error: Error) => {
    throw new OnRecordError("missing", `Can't read ${from}: ${error.message}`);
  });
  await pipeline(predictions(source, from), createWriteStream(out, { encoding: "utf8" }));
}

async function* predictions(source: NodeJS.ReadableStream, from: string): AsyncGenerator<string> {
  const authority = packagedAuthority();
  let number = 0;
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const { id, input } = readLine(line.replace(/^\uFEFF/u, ""), number, from);
    yield `${JSON.stringify({ id, statements: statementsIn(input, authority) })}\n`;
  }
}

function statementsIn(input: DetectInput, authority: Authority) {
  const index = new CodePointIndex(input.text);
  return detect(input, authority).map((statement) => shown(inGoldForm(statement, input.text, index)));
}

function readLine(line: string, number: number, from: string): { id: string; input: DetectInput } {
  const refuse = (why: string) => new OnRecordError("invalid", `${from}, line ${number}: ${why}`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw refuse(`not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const read = lineSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refuse(`${issue?.path.join(".") || "the line"}: ${issue?.message ?? "not a text"}`);
  }
  const { date, id, parts, text } = read.data;
  const length = codePointLength(text);
  if (parts?.some((part) => part.start > part.end || part.end > length))
    throw refuse(`parts: one lies outside the text, which has ${length} code points`);
  return { id, input: { text, ...(date && { date }), ...(parts && { parts }) } };
}

/**
 * A statement with its spans as annotated corpora have them (PolNeAR, PARC): content holds the "that" in front of it, a
 * speaker the "’s" behind it. Offsets in code points of `text`.
 */
export function inGoldForm(statement: DetectedStatement, text: string, index: CodePointIndex) {
  const content = statement.content.map(({ end, start }, piece) => {
    const from = index.toUtf16(start);
    const that =
      piece === 0 ? /(?<![\p{L}\p{N}])that\s+$/iu.exec(text.slice(Math.max(0, from - 8), from)) : null;
    return { start: that ? index.fromUtf16(from - that[0].length) : start, end };
  });
  const speaker = statement.speaker.map(({ end, start }) => {
    const owns = /^[’']s(?![\p{L}\p{N}])/u.test(text.slice(index.toUtf16(end), index.toUtf16(end) + 3));
    return { start, end: owns ? end + 2 : end };
  });
  return { ...statement, speaker, content };
}

/** A statement as the file shows it: actors by name. */
function shown(statement: DetectedStatement) {
  const { actor, confidence, content, cue, dateSaid, hedgedCue, kind, mention, mode, negatedCue } = statement;
  const { reason, speaker, via } = statement;
  return {
    speaker,
    cue,
    content,
    kind,
    mode,
    mention,
    negatedCue,
    hedgedCue,
    dateSaid: dateSaid?.date ?? null,
    actor: actor?.name ?? null,
    via: via.map((relay) => relay.name),
    confidence,
    reason: actor ? `${reason}; actor: ${actor.reason}` : reason,
  };
}

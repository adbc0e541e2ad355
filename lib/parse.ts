import { z } from "zod";
import { OnRecordError } from "./errors.ts";
import { normaliseText } from "./text/normalise.ts";

/** Words of one line as they are stored: normalised like every text, space folded, at most `most` characters. */
export const line = (most: number, tooLong?: string) =>
  z
    .string()
    .overwrite((words) => normaliseText(words).replace(/\s+/gu, " ").trim())
    .max(most, tooLong);

/** Reads input at a door. @throws OnRecordError "invalid" that names the first wrong field; detail has them all. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({
    field: issue.path.join("."),
    message: issue.message,
  }));
  const [first] = fields;
  throw new OnRecordError(
    "invalid",
    first ? `${first.field ? `${first.field}: ` : ""}${first.message}` : "Not understood.",
    {
      fields,
    },
  );
}

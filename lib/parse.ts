import type { z } from "zod";
import { OnRecordError } from "./errors.ts";

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

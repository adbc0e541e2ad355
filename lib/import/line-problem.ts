import { OnRecordError } from "../errors.ts";

/** The fields of an article as a report names them. */
const FIELDS: Readonly<Record<string, string>> = {
  outlet: "name of the outlet",
  headline: "headline",
  standfirst: "standfirst",
  paragraphs: "text",
  byline: "author",
  publishedAt: "date",
  zone: "time zone",
  url: "address",
  language: "language",
};

/** Words for the report where the line is at fault; undefined where nobody knows what went wrong. */
export function problemOf(error: unknown): string | undefined {
  if (error instanceof OnRecordError) return lineProblem(error);
  const own = error instanceof Error && (error.constructor === Error || error.name === "ZodError");
  return own ? error.message : undefined;
}

/**
 * What is wrong with a line, for the report, without what the error advises: nobody sits in front of a form here.
 */
export function lineProblem(error: OnRecordError): string {
  const { detail, fault } = error;
  const [wrong] = Array.isArray(detail?.fields) ? (detail.fields as readonly Wrong[]) : [];
  return wrong ? fieldProblem(wrong) : fault;
}

interface Wrong {
  readonly field: string;
  readonly message: string;
}

function fieldProblem({ field, message }: Wrong): string {
  const [name = "", part] = field.split(".");
  const words = FIELDS[name] ?? name;
  if (name === "paragraphs" && part !== undefined && message.startsWith("Too big"))
    return "A paragraph of the text is too long.";
  if (message.startsWith("Too big")) return `The ${words} is too long.`;
  if (message.startsWith("That is not a web address")) return "The address is not a web address (https://…).";
  // Words of ours are a sentence; what the reader of fields says by itself is none.
  return message.endsWith(".") ? message : `The ${words} can’t be used.`;
}

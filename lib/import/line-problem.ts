import type { OnRecordError } from "../errors.ts";

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

/**
 * What is wrong with a line, for the report. The errors of the doors speak to somebody who pastes one article: what they
 * advise (paste the text, check the address) is left out here, where nobody sits in front of a form.
 */
export function lineProblem(error: OnRecordError): string {
  const { detail, message } = error;
  const [wrong] = Array.isArray(detail?.fields) ? (detail.fields as readonly Wrong[]) : [];
  if (wrong) return fieldProblem(wrong);
  // An error with a reason says first what is wrong, then what to do about it.
  return typeof detail?.reason === "string" ? firstSentence(message) : message;
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

const firstSentence = (words: string): string => /^.*?[.!?](?=\s+\p{Lu})/su.exec(words)?.[0] ?? words;

import { z } from "zod";
import { readLocalDate } from "../article/publication-date.ts";

/** What the engine's page counts, as its address says it. An empty string is a field left empty. */
export interface PrecisionQuery {
  readonly from: string;
  readonly to: string;
  readonly sample: boolean;
}

export interface ReadPrecisionQuery {
  readonly query: PrecisionQuery;
  /** What is wrong with a field, in words; the field is then left out. */
  readonly problems: Readonly<Partial<Record<"from" | "to", string>>>;
}

const Day = z.string().refine(isDay);

/** Reads the address. Never throws: what isn't understood is named and left out. */
export function readPrecisionQuery(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): ReadPrecisionQuery {
  const problems: { from?: string; to?: string } = {};
  const dayIn = (field: "from" | "to"): string => {
    const value = params[field];
    if (value === undefined || value === "") return "";
    const read = Day.safeParse(typeof value === "string" ? value : value[0]);
    if (!read.success) problems[field] = "Write a day, such as 2024-06-30.";
    return read.success ? read.data : "";
  };
  const from = dayIn("from");
  const to = dayIn("to");
  if (from !== "" && to !== "" && from > to) problems.to = "This day is before the first one.";
  return { query: { from, to, sample: params.sample === "1" }, problems };
}

function isDay(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
  try {
    readLocalDate(words);
    return true;
  } catch {
    return false;
  }
}

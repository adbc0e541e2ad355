import { OnRecordError } from "../errors.ts";

export const PRECISIONS = ["minute", "day", "month", "year"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A date as printed: local, with the zone the page gives or none. Never shifted from one zone to another. */
export interface PublicationDate {
  /** "2024", "2024-06", "2024-06-30" or "2024-06-30T10:41". */
  readonly local: string;
  readonly zone: string | null;
}

// No calendar of ours has a year 0, and PostgreSQL refuses it.
const SHAPE = /^(?!0000)(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?)?$/;

/**
 * Reads a local date for the database: its fields as if they were UTC (the column has no zone), and how precise
 * it is. @throws OnRecordError "invalid" for another shape or a day that doesn't exist.
 */
export function readLocalDate(local: string): { readonly at: Date; readonly precision: Precision } {
  const match = SHAPE.exec(local.trim());
  if (match) {
    const [, year, month, day, hour, minute] = match;
    const filled = `${year}-${month ?? "01"}-${day ?? "01"}T${hour ?? "00"}:${minute ?? "00"}:00.000Z`;
    const at = new Date(filled);
    if (!Number.isNaN(at.getTime()) && at.toISOString() === filled)
      return {
        at,
        precision:
          minute !== undefined
            ? "minute"
            : day !== undefined
              ? "day"
              : month !== undefined
                ? "month"
                : "year",
      };
  }
  throw new OnRecordError(
    "invalid",
    "That is not a date: write 2024-06-30 10:41, 2024-06-30, 2024-06 or 2024.",
  );
}

const SHOWN: Record<Precision, number> = { year: 4, month: 7, day: 10, minute: 16 };

/** The local date as text again, no more precise than it was. */
export function localDateText(at: Date, precision: Precision): string {
  return at.toISOString().slice(0, SHOWN[precision]);
}

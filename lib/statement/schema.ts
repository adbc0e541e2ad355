import { z } from "zod";
import { ActorChoice } from "../actor/schema.ts";
import { STATEMENT_KINDS, STATEMENT_MODES } from "../attribution/statement.ts";

const SpanInput = z
  .object({ start: z.int().min(0), end: z.int().positive() })
  .strict()
  .refine((span) => span.start < span.end, "A passage must hold at least one character.");

/** Where a statement stands: spans in code points of the revision's text, in reading order. */
export const Spans = z
  .object({
    speaker: z.array(SpanInput).max(3).default([]),
    cue: z.array(SpanInput).max(10).default([]),
    content: z.array(SpanInput).min(1, "Select the words that were said.").max(50),
  })
  .strict();
export type Spans = z.input<typeof Spans>;

const versioned = { version: z.int().positive() };
const reading = { kind: z.enum(STATEMENT_KINDS).optional(), mode: z.enum(STATEMENT_MODES).optional() };

/** Relays, outermost first, each with the words that prove it. */
export const Via = z.array(z.object({ actor: ActorChoice, proof: SpanInput }).strict()).max(5);

/** Accept a suggestion, as it stands or corrected on the way. Without `via`: its relays that are on record. */
export const Acceptance = z
  .object({
    suggestionId: z.uuid(),
    ...versioned,
    actor: ActorChoice.optional(),
    ...reading,
    spans: Spans.optional(),
    via: Via.optional(),
  })
  .strict();
export type Acceptance = z.input<typeof Acceptance>;

export const Rejection = z.object({ suggestionId: z.uuid(), ...versioned }).strict();
export type Rejection = z.input<typeof Rejection>;

/** A statement marked by hand. Without `kind` it is read off the quotation marks. */
export const NewStatement = z
  .object({
    revisionId: z.uuid(),
    spans: Spans,
    actor: ActorChoice,
    ...reading,
    via: Via.default([]),
  })
  .strict();
export type NewStatement = z.input<typeof NewStatement>;

/** Correct what a statement says; what is left out stays. */
export const Correction = z
  .object({
    statementId: z.uuid(),
    ...versioned,
    actor: ActorChoice.optional(),
    ...reading,
    spans: Spans.optional(),
    via: Via.optional(),
  })
  .strict();
export type Correction = z.input<typeof Correction>;

export const Withdrawal = z.object({ statementId: z.uuid(), ...versioned }).strict();
export type Withdrawal = z.input<typeof Withdrawal>;

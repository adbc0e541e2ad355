import type { StatementKind, StatementMode } from "#lib/attribution/statement.ts";

export const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  direct: "direct",
  mixed: "mixed",
  indirect: "indirect",
};

export const KIND_NOTES: Readonly<Record<StatementKind, string>> = {
  direct: "all of it in quotation marks",
  mixed: "some of it in quotation marks",
  indirect: "none of it in quotation marks",
};

export const MODE_WORDS: Readonly<Record<StatementMode, string>> = {
  said: "said",
  attributedView: "attributed view",
};

export const MODE_NOTES: Readonly<Record<StatementMode, string>> = {
  said: "the outlet reports an act of speaking",
  attributedView: "a view, plan or finding the outlet attributes; no act of speaking",
};

/** Of a relay whose words stood in an earlier text only. */
export const UNPROVED_NOTE =
  "No words of this text prove it. Correct the statement: mark them and choose Relay, or take the relay out.";

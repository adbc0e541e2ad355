import { z } from "zod";
import { type AddressParams, addressWith, fieldsIn } from "../address-bar.ts";
import { line } from "../parse.ts";
import { type Turning, turningIn } from "../place.ts";

/** Kinds of work the inbox is narrowed to. */
export const WORK = ["suggestions", "toLook", "changed", "signedOff"] as const;
export type Work = (typeof WORK)[number];
/** What brought an article in first. */
export const SOURCES = ["paste", "url", "feed", "bulk"] as const;
export type Source = (typeof SOURCES)[number];

const text = line(200).catch("").default("");
const InboxForm = z.object({
  words: text,
  work: z
    .enum(["", ...WORK])
    .catch("")
    .default(""),
  outlet: text,
  source: z
    .enum(["", ...SOURCES])
    .catch("")
    .default(""),
});

/** What the inbox is asked for. An empty string is a field left empty. */
export type InboxQuery = z.output<typeof InboxForm>;

export interface InboxAsked extends Required<Turning> {
  readonly query: InboxQuery;
}

/** Reads what is asked for out of an address. Never throws: what isn't understood is left out. */
export function readInboxQuery(params: AddressParams): InboxAsked {
  const query = InboxForm.parse(fieldsIn(params, Object.keys(InboxForm.shape)));
  return { query, ...turningIn(params) };
}

/** Everything, from the beginning. */
export const WHOLE_INBOX: InboxAsked = readInboxQuery({});

/** The address of the inbox so narrowed; another query begins on its first page. */
export function inboxAddress(
  query: InboxQuery,
  change: Partial<InboxQuery> & { readonly after?: string; readonly before?: string } = {},
): string {
  return addressWith("/desk", { ...query, ...change });
}

/** Whether anything is asked for besides the kind of work. */
export const isNarrowed = ({ words, outlet, source }: InboxQuery): boolean =>
  words !== "" || outlet !== "" || source !== "";

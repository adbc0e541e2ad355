import { z } from "zod";
import { line } from "../parse.ts";
import { type Place, readPlace } from "../place.ts";

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

export interface InboxAsked {
  readonly query: InboxQuery;
  readonly after: Place | null;
  readonly before: Place | null;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads what is asked for out of an address. Never throws: what isn't understood is left out. */
export function readInboxQuery(params: Params): InboxAsked {
  const one = (key: string) => {
    const value = params[key];
    return typeof value === "object" ? value[0] : value;
  };
  const query = InboxForm.parse(
    Object.fromEntries(Object.keys(InboxForm.shape).map((key) => [key, one(key)])),
  );
  const after = readPlace(one("after"));
  return { query, after, before: after ? null : readPlace(one("before")) };
}

/** Everything, from the beginning. */
export const WHOLE_INBOX: InboxAsked = readInboxQuery({});

/** The address of the inbox so narrowed; another query begins on its first page. */
export function inboxAddress(
  query: InboxQuery,
  change: Partial<InboxQuery> & { readonly after?: string; readonly before?: string } = {},
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, ...change }))
    if (value !== "") params.set(key, value);
  return params.size === 0 ? "/desk" : `/desk?${params}`;
}

/** Whether anything is asked for besides the kind of work. */
export const isNarrowed = ({ words, outlet, source }: InboxQuery): boolean =>
  words !== "" || outlet !== "" || source !== "";

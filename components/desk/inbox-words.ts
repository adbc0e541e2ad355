import type { InboxRow } from "#lib/desk/inbox.server.ts";
import type { InboxQuery, Source, Work } from "#lib/desk/inbox-query.ts";

/** Kinds of work, in the order in which they are offered. */
export const WORK_WORDS: readonly { readonly work: Work | ""; readonly words: string }[] = [
  { work: "", words: "All" },
  { work: "suggestions", words: "Suggestions wait" },
  { work: "toLook", words: "Text changed" },
  { work: "changed", words: "Changed since sign-off" },
  { work: "signedOff", words: "Signed off" },
];

export const SOURCE_WORDS: Readonly<Record<Source, { readonly option: string; readonly came: string }>> = {
  paste: { option: "pasted", came: "by paste" },
  url: { option: "from an address", came: "by address" },
  feed: { option: "from a feed", came: "by feed" },
  bulk: { option: "from an import", came: "by import" },
};

export const STATE_WORDS: Readonly<Record<InboxRow["state"], string>> = {
  new: "new",
  begun: "begun",
  changed: "changed since sign-off",
  signedOff: "signed off",
};

/** Why a kind of work lists nothing of what was looked for. */
export const NONE_FOUND_WORDS: Readonly<Record<Work, string>> = {
  suggestions: "Nothing that is found has a suggestion waiting.",
  toLook: "Nothing that is found has a changed text to look at.",
  changed: "Nothing that is found was changed since its sign-off.",
  signedOff: "Nothing that is found is signed off.",
};

/** Why a kind of work lists nothing, and what there is to do then. */
export const NOTHING_WORDS: Readonly<Record<InboxQuery["work"], readonly [title: string, next: string]>> = {
  "": ["No article is on the desk.", "Bring one in."],
  suggestions: [
    "No suggestion waits.",
    "Every suggestion the desk shows is decided. Articles without any may still hold statements to mark by hand.",
  ],
  toLook: [
    "No changed text waits for a look.",
    "When a later text of an article moves a statement’s words, or the outlet changes it, the article is listed here.",
  ],
  changed: [
    "Nothing was changed since its sign-off.",
    "What the public sees is what the desk says. An article that is worked on again after its sign-off is listed here.",
  ],
  signedOff: [
    "Nothing is signed off yet.",
    "Open an article, decide on its suggestions and sign it off: then it is public.",
  ],
};

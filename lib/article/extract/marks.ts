/**
 * What an element says it is for, by its tag and by the words of its class, id and role. Pages of all kinds use the
 * same few words; a mark counts only on elements that hold a small part of the page's prose (body.ts), so that
 * `<body class="has-newsletter">` means nothing.
 */
export type Mark =
  | "ad"
  | "author"
  | "caption"
  | "comments"
  | "consent"
  | "hidden"
  | "menu"
  | "newsletter"
  | "player"
  | "pull quote"
  | "related"
  | "share"
  | "tags";

/** For a person, as the reason in the list of what was left out. */
export const MARK_REASONS: Readonly<Record<Mark, string>> = {
  ad: "advertisement",
  author: "about the author",
  caption: "photo caption or credit",
  comments: "comments",
  consent: "cookie or consent notice",
  hidden: "not shown on the page",
  menu: "menu or page frame",
  newsletter: "newsletter or subscription",
  player: "sound or video player",
  "pull quote": "pull quote",
  related: "promotion of another article",
  share: "share bar",
  tags: "topics",
};

const BY_TAG: Readonly<Record<string, Mark>> = {
  figure: "caption",
  figcaption: "caption",
  nav: "menu",
  footer: "menu",
  aside: "related",
  dialog: "consent",
};

const BY_ROLE: Readonly<Record<string, Mark>> = {
  navigation: "menu",
  contentinfo: "menu",
  complementary: "related",
  dialog: "consent",
  alertdialog: "consent",
};

/** Matched against the names as " word word word ": camelCase, dashes and underscores are cut. */
const BY_NAME: readonly (readonly [Mark, RegExp])[] = [
  [
    "caption",
    / (?:captions?|credits?|figcaption|photo ?credits?|image ?(?:credits?|source|meta|attribution|info|text)|photographer|media ?(?:info|meta|caption)|wp caption text|copyright holder) /,
  ],
  [
    "newsletter",
    / (?:newsletters?|news ?letter \w+|subscribe|subscription|sign ?up|opt ?in|mailing ?list|mc embed) /,
  ],
  [
    "related",
    / (?:related\w*|recirc\w*|recommend\w*|promos?|promoted|promo\w*box|read ?(?:more|next|also)|more ?(?:stories|news|articles|on|from|links)|also ?(?:read|like)|up ?next|trending|most ?(?:read|popular|viewed)|popular|outbrain|taboola|zergnet|revcontent|further ?reading|teasers?|in ?depth ?links|rail|right ?(?:column|col|rail)|side ?bar|jump ?links?|product ?(?:card|list)? ?cta) /,
  ],
  [
    "share",
    / (?:share|sharing|shares|share ?\w*(?:bar|tools|buttons?)|social|social ?(?:media|links|share|icons|follow|bar|buttons?)|add ?to ?any|add ?this|follow ?us|follow ?(?:button|buttons|links)|print ?button|save ?button|bookmark) /,
  ],
  [
    "ad",
    / (?:ads?|adverts?|advertisement|advertising|sponsor|sponsored|sponsors|ad ?(?:slot|unit|container|wrapper|label|block|box|break|zone)s?|dfp|gpt|google ads?|affiliate ?disclaimer|paid ?content|partner ?content) /,
  ],
  ["comments", / (?:comments?|comment ?\w+|disqus|coral|spot ?im|respond|replies|conversation) /],
  [
    "author",
    / (?:(?:author|writer|contributor)s? ?(?:bio|box|info|card|profile|details|description|block|meta|about|blurb|section|footer)s?|about ?(?:the )?(?:author|writer)s?|bio|biography|bylines?|contributors?) /,
  ],
  [
    "tags",
    / (?:tags|tag ?(?:list|cloud|links)|topics|topic ?(?:list|links|tags)|keywords|breadcrumbs?|categories|filed ?under) /,
  ],
  [
    "menu",
    / (?:nav|navbar|navigation|menu|sub ?menu|masthead|site ?(?:header|footer)|global ?(?:header|footer)|page ?footer|toc|table ?of ?contents|skip ?link|pagination|pager) /,
  ],
  ["consent", / (?:cookies?|consent|gdpr|onetrust|ccpa|privacy ?(?:banner|notice)) /],
  [
    "player",
    / (?:player|video ?(?:player|js|caption|title|meta|info|container|embed)|jw ?\w*|audio ?(?:player|embed)|podcast ?(?:player|embed)|playlist|carousel|gallery ?\w*|slide ?show) /,
  ],
  ["pull quote", / (?:pull ?quotes?|quote ?pull|block ?quote ?pull) /],
  [
    "hidden",
    / (?:sr only|screen ?reader(?: ?text| ?only)?|visually ?hidden|visuallyhidden|assistive ?text|a11y ?hidden|print ?only|no ?script|modal|popup|pop ?up|overlay|tooltip|lightbox) /,
  ],
];

/** The names an element is given, as small words with a space around each. */
export function nameWords(names: string): string {
  const words = names
    .slice(0, 600)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return ` ${words} `;
}

/** What the element is marked as: the first that fits, or null. */
export function markOf(tag: string, role: string, names: string): Mark | null {
  const named = names === "" ? undefined : BY_NAME.find(([, pattern]) => pattern.test(nameWords(names)));
  return BY_TAG[tag] ?? BY_ROLE[role] ?? named?.[0] ?? null;
}

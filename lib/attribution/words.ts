/** Closed classes of English words that several rules ask for. */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const AUXILIARIES = set(
  "has have had having do does did will would shall should may might can could must be is are was were been being am 's 're 've 'd isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't ain't",
);
export const BE = set("be is are was were been being am isn't aren't wasn't weren't");
export const ADVERBS = set(
  "also then later now once even previously repeatedly still never always again recently long further not n't n’t just only already since often sometimes however instead simply quickly first soon ever subsequently earlier yesterday today",
);
export const SUBORDINATORS = set(
  "while although though because since after before when if unless whereas as until where once whether",
);
export const RELATIVES = set("who which that whom whose");
export const DAYS = set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon tue wed thu fri sat sun",
);
export const MONTHS = set(
  "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec.",
);
export const TIME_NOUNS = set(
  "morning afternoon evening night week month year day hour time weekend minute moment earlier later ago",
);
export const PREPOSITIONS = set(
  "in on at during after before to from via through of about by with over ahead following outside inside near under since among between against within without amid despite upon into regarding concerning per throughout around",
);
export const PRONOUNS = set("he she they it i we you one some many others everyone nobody somebody both");
/** Subjects that point at a fact rather than at a speaker. */
export const POINTERS = set("this that these those which there what all everything nothing");
/** "declined to say": the verb of saying hangs on a verb that takes it back. */
export const WITHHOLDING = set(
  "decline declines declined declining refuse refuses refused refusing fail fails failed failing",
);
/** "denied saying" */
export const DENYING = set("denied denies deny denying avoided avoids avoid");
/** "is believed to have told", "is expected to say", "appeared to suggest": the saying is in doubt or to come. */
export const RAISING = set(
  `believed thought said reported alleged understood rumoured rumored expected likely unlikely set due scheduled slated
  poised appears appeared appear seems seemed seem`,
);
/** "was quick to add": the saying is affirmed. */
export const READY = set("quick careful keen eager happy sorry pleased proud anxious reluctant forced");
/** "a study published in June", "a statement posted on Saturday": what happened to a document. */
export const PUT_OUT = set(
  "published released issued posted conducted filed dated obtained unveiled aired broadcast distributed circulated sent signed",
);

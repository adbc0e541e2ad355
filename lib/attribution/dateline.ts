const NAME = "\\p{Lu}[\\p{L}.'’-]*";
const PLACE = `${NAME}(?:[ -](?:${NAME}|de|del|la|las|los|al|el|of|on|sur|an|am|der|upon)){0,4}`;
const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const DAY = `(?:${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${MONTH}(?: \\d{4})?)`;
/** "PORT HALDEN, Norway, June 30 (Harbour Wire) - ": a source in brackets, or a date, or capitals, and then a dash; else a long one. */
const DATELINE = new RegExp(
  `^(?:${PLACE}(?:, ${PLACE}){0,2}(?:,? ${DAY})? ?\\(\\p{Lu}[^()\\n]{1,40}\\)|${PLACE}(?:, ${PLACE}){0,2},? ${DAY}|\\p{Lu}{2}[\\p{Lu} .'’-]{1,30}(?:, ${PLACE}){0,2}|${NAME}(?: ${NAME}){0,2}(?= —)) ?(?:--|[-–—])[ \\u00a0]+(?=["“'‘]?\\p{Lu})`,
  "u",
);

/** Where the dateline in front of a paragraph's first sentence ends, in UTF-16 units from its beginning; 0: it has none. */
export const datelineEnd = (paragraph: string): number =>
  DATELINE.exec(paragraph.slice(0, 160))?.[0].length ?? 0;

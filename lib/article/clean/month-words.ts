/** Names of the months, January first, as French, German, Spanish, Russian and Arabic pages print them in dates. */
const MONTHS: readonly string[] = [
  "janvier janv januar jänner enero января январь يناير كانون_الثاني جانفي",
  "février févr fév februar feber febrero февраля февраль فبراير شباط فيفري",
  "mars märz marzo марта март مارس آذار",
  "avril avr april abril апреля апрель أبريل إبريل ابريل نيسان أفريل",
  "mai mayo мая май مايو أيار ماي",
  "juin juni junio июня июнь يونيو يونية حزيران جوان",
  "juillet juil juli julio июля июль يوليو يولية تموز جويلية",
  "août aout agosto августа август أغسطس اغسطس آب أوت",
  "septembre sept septiembre setiembre сентября сентябрь سبتمبر أيلول",
  "octobre oct oktober octubre октября октябрь أكتوبر اكتوبر تشرين_الأول",
  "novembre nov noviembre ноября ноябрь نوفمبر تشرين_الثاني",
  "décembre déc dezember diciembre декабря декабрь ديسمبر كانون_الأول",
];

const NAMES: readonly (readonly [name: string, month: number])[] = MONTHS.flatMap((names, at) =>
  names.split(" ").map((name) => [name.replace("_", " "), at + 1] as const),
);

/** The number of a month, 1 to 12, by its name in small letters. */
export const MONTHS_OF_OTHERS: ReadonlyMap<string, number> = new Map(NAMES);

/** All these names as a pattern, the longer ones first. */
export const MONTHS_IN_WORDS: string = NAMES.map(([name]) => name)
  .sort((a, b) => b.length - a.length)
  .join("|");

/** A text with Arabic and Persian figures as Western ones; of the same length. */
export const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/**
 * Abbreviations an English news page prints behind a clock time. They are kept as printed: "IST" alone is
 * used by three countries, so turning it into an offset would be a guess.
 */
const ABBREVIATIONS =
  "UTC|GMT|BST|WET|WEST|CET|CEST|EET|EEST|MSK|TRT|GST|PKT|IST|NPT|ICT|WIB|SGT|HKT|PHT|JST|KST|AWST|ACST|ACDT|AEST|AEDT|NZST|NZDT|SAST|EAT|CAT|WAT|BRT|ART|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|AKST|HST|AST|ADT|NST";

const OFFSET = "[+\\-\u2212]\\d{1,2}(?::?\\d{2})?";

/** Source of a pattern for the zone right behind a clock time; one group, the zone. */
export const ZONE_PATTERN = `((?:UTC|GMT)\\s?${OFFSET}|[+\\-\u2212]\\d{2}:?\\d{2}|(?:${ABBREVIATIONS})\\b|Z\\b|(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_]+)`;

/** The zone as the page printed it, only its shape made regular: "Z" is "UTC", "GMT+2" and "+0200" are "+02:00". */
export function zoneAsPrinted(printed: string): string {
  const zone = printed.trim();
  if (zone === "Z") return "UTC";
  const offset = /([+\-\u2212])(\d{1,2}?)(?::?(\d{2}))?$/.exec(zone);
  if (offset === null || !/^(?:UTC|GMT)?\s?[+\-\u2212]/.test(zone)) return zone;
  const sign = offset[1] === "+" ? "+" : "-";
  return `${sign}${(offset[2] ?? "").padStart(2, "0")}:${offset[3] ?? "00"}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago a moment was, for a person: "just now", "5 minutes ago", "yesterday", "3 weeks ago". */
export function agoWords(moment: Date, now: Date): string {
  const past = Math.max(0, now.getTime() - moment.getTime());
  if (past < MINUTE) return "just now";
  if (past < HOUR) return counted(past / MINUTE, "minute");
  if (past < DAY) return counted(past / HOUR, "hour");
  if (past < 2 * DAY) return "yesterday";
  if (past < 14 * DAY) return counted(past / DAY, "day");
  if (past < 60 * DAY) return counted(past / (7 * DAY), "week");
  if (past < 730 * DAY) return counted(past / (30.44 * DAY), "month");
  return counted(past / (365.25 * DAY), "year");
}

function counted(amount: number, unit: string): string {
  const whole = Math.max(1, Math.floor(amount));
  return `${whole} ${unit}${whole === 1 ? "" : "s"} ago`;
}

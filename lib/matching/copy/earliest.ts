import { type Interval, intervalOf, type PrintedTime, surelyBefore } from "./printed-time.ts";

/** One text of a copy group. */
export interface GroupMember {
  readonly id: string;
  /** Who publishes it. */
  readonly outlet: { readonly id: string; readonly name: string };
  /** Agencies its byline or text is credited to. */
  readonly credits: readonly { readonly id: string; readonly name: string }[];
  readonly published: PrintedTime | null;
  /** Share of this text that each other member holds, by the other's id; missing: not compared. */
  readonly heldBy: ReadonlyMap<string, number>;
}

export interface Earliest {
  /** Null: nothing on record tells. */
  readonly id: string | null;
  readonly by: "credit" | "time" | "containment" | null;
  /** What it rests on, for people. It says which text is likely the earliest on record, never who is right. */
  readonly reason: string;
}

/** Held whole, but for a headline or a word. */
const WHOLE = 0.95;
/** Has paragraphs of its own. */
const MORE = 0.85;

/** Which of the texts is likely the earliest on record: by what agency they are credited to, else by time, else by what holds what. */
export function likelyEarliest(members: readonly GroupMember[]): Earliest {
  return byCredit(members) ?? byTime(members, members) ?? byContainment(members) ?? nothingTells(members);
}

/** The others credit one outlet, whose text is among them. */
function byCredit(members: readonly GroupMember[]): Earliest | null {
  const own = members.filter(({ outlet }) =>
    members.some((other) => other.outlet.id !== outlet.id && credits(other, outlet.id)),
  );
  const outlets = new Map(own.map(({ outlet }) => [outlet.id, outlet.name]));
  if (outlets.size !== 1) return null;
  const [[agencyId, agency] = ["", ""]] = outlets;
  const others = members.filter(({ outlet }) => outlet.id !== agencyId);
  const crediting = others.filter((other) => credits(other, agencyId)).length;
  const reason = `${of(crediting, others.length, "other text")} credit${crediting === 1 ? "s" : ""} ${agency}`;
  if (own.length === 1) return { id: own[0]?.id ?? null, by: "credit", reason };
  const first = byTime(own, members);
  return { id: first?.id ?? null, by: "credit", reason: `${reason}, which has ${own.length} texts of it` };
}

const credits = (member: GroupMember, outletId: string) => member.credits.some(({ id }) => id === outletId);

/** One text is dated before every other dated one, whatever the printed dates leave open. */
function byTime(among: readonly GroupMember[], all: readonly GroupMember[]): Earliest | null {
  const dated = among.flatMap((member) => {
    const interval = member.published && intervalOf(member.published);
    return interval === null ? [] : [{ member, interval }];
  });
  if (dated.length < 2) return null;
  const first = dated.find(({ member, interval }) =>
    dated.every((other) => other.member === member || surelyBefore(interval, other.interval)),
  );
  if (first === undefined) return null;
  const undated = among.length - dated.length;
  const open =
    undated === 0 ? "" : `; ${of(undated, among.length, "text")} ${undated === 1 ? "has" : "have"} no date`;
  const said = `published before the others, by the dates they print (by ${apart(first.interval, dated)})${open}`;
  return { id: first.member.id, by: "time", reason: `${said}${absentAgency(all)}` };
}

/** At least how long before the next one. */
function apart(first: Interval, dated: readonly { readonly interval: Interval }[]): string {
  const next = Math.min(...dated.map(({ interval }) => interval.from).filter((from) => from > first.to));
  const minutes = Math.ceil((next - first.to) / 60_000);
  if (minutes < 120) return `${minutes} minute${minutes === 1 ? "" : "s"} or more`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours or more` : `${Math.floor(hours / 24)} days or more`;
}

/** Weak: one text stands whole in two others at least, each of which has more of its own. */
function byContainment(members: readonly GroupMember[]): Earliest | null {
  const cores = members.filter((member) => {
    const others = members.filter(({ id }) => id !== member.id);
    return (
      others.length >= 2 &&
      others.every(
        (other) => (member.heldBy.get(other.id) ?? 0) >= WHOLE && (other.heldBy.get(member.id) ?? 1) < MORE,
      )
    );
  });
  const [core] = cores;
  if (core === undefined || cores.length > 1) return null;
  return {
    id: core.id,
    by: "containment",
    reason: `a weak sign: it stands whole in all ${members.length - 1} others, which each have more of their own${absentAgency(members)}`,
  };
}

function nothingTells(members: readonly GroupMember[]): Earliest {
  return {
    id: null,
    by: null,
    reason: `nothing on record tells: no agency’s own text, and the printed dates leave the order open${absentAgency(members)}`,
  };
}

/** Agencies that are credited and whose own text is not in the group: it may be earlier than all of these. */
function absentAgency(members: readonly GroupMember[]): string {
  const here = new Set(members.map(({ outlet }) => outlet.id));
  const absent = new Map(
    members
      .flatMap((member) => member.credits)
      .flatMap(({ id, name }) => (here.has(id) ? [] : [[id, name] as const])),
  );
  return absent.size === 0
    ? ""
    : `; ${[...absent.values()].join(" and ")} is credited, its own text is not on record`;
}

const of = (count: number, all: number, noun: string) => `${count} of ${all} ${noun}${all === 1 ? "" : "s"}`;

import { introducedAs } from "./introductions.ts";
import { type Known, known, unknown, withOthers } from "./known.ts";
import { headOf } from "./mention.ts";
import { TITLES } from "./names.ts";
import { proposalFor } from "./proposal.ts";
import { POINTS, type ResolvingRule, type Setting } from "./setting.ts";
import { namesakes, staysKnown } from "./surname.ts";

/** Words of the longest name of a person. */
const LONGEST_PERSON = 5;

/** Somebody the authority lacks, with what the text says about them. */
export function proposed(
  name: string,
  surface: string,
  reason: string,
  personal: boolean,
  { names }: Setting,
): Known {
  const { proposal, rule } = proposalFor(name, names, personal);
  return unknown(name, surface, `${reason}; taken for ${rule}`, proposal.kind === "person", proposal);
}

/** The one whom the text names in full: on record, or proposed. */
export function byFullName(full: string, surface: string, given: string, setting: Setting): Known {
  const reason = `“${surface}” → ${full}, ${given}`;
  const [authorised, ...others] = setting.lookUp(full);
  return authorised
    ? known(authorised, surface, reason, others)
    : proposed(full, surface, reason, true, setting);
}

/** A surname, a title with a name: whom the text names in full, before anyone the authority knows by it. */
export const inFull: ResolvingRule = ({ context, core, surface }, setting) => {
  const { lookUp, memory, names, on } = setting;
  const same = namesakes(core, names, memory.pronouns, context.start ?? 0);
  if (!same) return undefined;
  const surname = core.split(/\s+/).at(-1) ?? "";
  const candidates = lookUp(surname);
  if (same.by === "first name" && candidates.length > 0) return undefined;
  if (!names.fullNames.has(surname) && same.by === "surname" && candidates.length > 0) return undefined;
  if (staysKnown(surname, same.names, names, lookUp, on)) return undefined;
  const given =
    same.by === "first name"
      ? "whose first name it is"
      : same.names.length > 1
        ? `the last named of ${same.names.length} with this name`
        : "named in full in the text";
  const [found, ...others] = same.names.map((name) => byFullName(name, surface, given, setting));
  if (!found) return undefined;
  const famous = candidates.filter(({ actorId }) => actorId !== found.actor.actorId);
  return withOthers(found, [...others, ...famous.map((candidate) => known(candidate, surname))]);
};

/** "Coast Guard chief of staff Mira Holt": the full name at the end, whatever its role has in front. */
export const behindRole: ResolvingRule = ({ context, core, surface }, { find, lookUp, names }) => {
  const words = core.split(/\s+/);
  for (let first = Math.max(1, words.length - LONGEST_PERSON); first < words.length - 1; first++) {
    const before = words[first - 1] ?? "";
    if (/^(?:of|for|from|in|at|with|on|to|by|under|against|and|&|the)$|,$/.test(before)) continue;
    const name = words.slice(first).join(" ");
    const person = names.inFull.has(name) || lookUp(name)[0]?.kind === "person";
    if (!person || lookUp(core).length > 0) continue;
    const found = find(name, context);
    return found?.personal ? { ...found, surface } : undefined;
  }
  return undefined;
};

/** "the professor", "Union chair" in a headline: the person whom the text introduces so. */
export const introduced: ResolvingRule = ({ context, core, surface }, setting) => {
  const last = headOf(core).split(/\s+/).at(-1) ?? "";
  if (/^\p{Lu}/u.test(last) && !TITLES.has(last.toLowerCase())) return undefined;
  if (!POINTS.test(surface) && !/^\p{Lu}/u.test(core)) return undefined;
  const [meant, ...more] = introducedAs(setting.names.introductions, core, context.start ?? 0);
  if (!meant) return undefined;
  const of = (name: string) => byFullName(name, surface, `introduced as “${meant.words}”`, setting);
  return withOthers(
    of(meant.name),
    more.map(({ name }) => of(name)),
  );
};

import { properName } from "./body-rules.ts";
import { type Known, known, renamed, withOthers } from "./known.ts";
import { bare, PREPOSITION } from "./mention.ts";
import { looksPersonal, TITLES } from "./names.ts";
import { byFullName, proposed } from "./person-rules.ts";
import { type MentionContext, NAME_WORD, type ResolvingRule, type Setting } from "./setting.ts";

/** A name, an acronym, a capital or an office that the authority knows, with titles or a description in front. */
export const authorised: ResolvingRule = ({ context, core, surface }, setting) => {
  const words = core.split(/\s+/);
  for (let first = 0; first < words.length; first++) {
    const lead = ` ${words.slice(0, first).join(" ")} `;
    if (PREPOSITION.test(lead)) break;
    const tail = words.slice(first).join(" ");
    if (first > 0 && /^\p{Ll}/u.test(tail)) continue;
    const candidates = setting.lookUp(tail);
    const [best] = candidates;
    // What is left in front of a name must be what a title or a description is.
    if (!best || !(first === 0 || best.kind === "person" || /^[\p{Ll}\s-]+$/u.test(lead))) continue;
    const found = setting.chosen(candidates, surface);
    return found && insideDocument(withBodies(found, setting), context, setting);
  }
  const office = setting.authority.holder(core, setting.on);
  if (office) return known(office, surface);
  const acronym = setting.names.acronyms.get(core);
  const byLongForm = acronym ? setting.chosen(setting.lookUp(acronym), surface) : undefined;
  return byLongForm && renamed(byLongForm, `${core} stands for ${acronym} (${byLongForm.actor.reason})`);
};

/** A capital that speaks may also be the body of its state that the text has named: offered, not taken. */
function withBodies(found: Known, { authority, memory }: Setting): Known {
  const { candidate } = found;
  if (candidate?.kind !== "state" || candidate.by !== "metonym") return found;
  const bodies = memory.known.filter((other) => {
    const noun = other.candidate?.kind === "governmentBody" && bare(other.actor.name).split(/\s+/).slice(-2);
    return noun && authority.body(candidate.actorId, noun.join(" "))?.actorId === other.actor.actorId;
  });
  return withOthers(
    found,
    bodies.slice(-3).map((body) => renamed(body, `${body.actor.name} spoke before, for the same state`)),
  );
}

/** A capital or country that speaks inside a ministry’s own statement is that ministry. */
function insideDocument(found: Known, context: MentionContext, { authority, memory }: Setting): Known {
  const ministry = memory.known.findLast((other) => other.candidate?.kind === "governmentBody");
  if (!context.inDocument || found.candidate?.kind !== "state" || !ministry) return found;
  const noun = bare(ministry.surface).split(/\s+/).slice(-2).join(" ");
  const body = authority.body(found.candidate.actorId, noun);
  if (!body || body.actorId !== ministry.candidate?.actorId) return found;
  const reason = `${found.actor.reason}; inside the statement of ${ministry.actor.name}`;
  const own = { ...renamed(ministry, reason), key: `${ministry.key}|${found.key}` };
  return withOthers(own, [found]);
}

/** Names the authority lacks: the full name behind a surname or a title, or the words as they stand. */
export const namedInText: ResolvingRule = (sought, setting) => {
  const { core, surface } = sought;
  const { names } = setting;
  const words = core.split(/\s+/);
  const isName = (word: string | undefined) =>
    word !== undefined && NAME_WORD.test(word) && !TITLES.has(word.toLowerCase());
  let first = words.length;
  while (first > 0 && isName(words[first - 1])) first--;
  const name = words.slice(first).join(" ");
  if (PREPOSITION.test(` ${words.slice(0, first).join(" ")} `)) return properName(sought, setting);
  if (!name) return undefined;
  const full = names.fullNames.get(name);
  if (full) return byFullName(full, surface, "named in full in the text", setting);
  const personal = looksPersonal(name) && names.goesOnAs.get(name) !== "it";
  const whole = personal || first === 0 ? name : core;
  const long = names.acronyms.get(whole) ?? names.firms.get(whole) ?? whole;
  return proposed(long, surface, "named in the text, not in the authority", personal, setting);
};

import { firstFrom } from "./bodies.ts";
import { type Known, renamed } from "./known.ts";
import type { NamedPerson } from "./names.ts";
import type { MentionContext, Setting } from "./setting.ts";

/** Possessives name their owner: "their claim that". */
const POSSESSIVE: Readonly<Record<string, string>> = { his: "he", her: "she", their: "they", its: "it" };
const OUTLET_SELF = /^(?:i|we|you|one)$/;
/** Persons named that are looked back at. */
const REACH = 200;

/** Whether a mention is a pronoun, and whom it means: nobody for the outlet's own "we". */
export function pronounMeant(
  surface: string,
  context: MentionContext,
  setting: Setting,
): { readonly found: Known | undefined } | undefined {
  const low = POSSESSIVE[surface.toLowerCase()] ?? surface.toLowerCase();
  const { memory } = setting;
  if (OUTLET_SELF.test(low)) return { found: undefined };
  if (/^(?:who|which|that)$/.test(low)) {
    const { antecedent, inDocument } = context;
    const meant = antecedent
      ? setting.find(antecedent, { ...(inDocument && { inDocument }) })
      : memory.last(surface, () => true);
    return { found: meant };
  }
  if (low === "he" || low === "she") return { found: sheOrHe(low, surface, context, setting) };
  if (low === "they")
    return { found: memory.last(surface, (known) => known.plural) ?? memory.last(surface, () => true) };
  if (low === "it") return { found: memory.last(surface, (known) => !known.personal && !known.plural) };
  return undefined;
}

/**
 * The person whom the paragraph has turned to since somebody spoke, else the last one who spoke, else the last one
 * named; never one whom a title or the text has called by the other pronoun while there is somebody else.
 */
function sheOrHe(
  pronoun: string,
  surface: string,
  { part = 0, start = 0 }: MentionContext,
  setting: Setting,
): Known | undefined {
  const { memory, names } = setting;
  const mayBe = (name: string) => (memory.pronouns.get(name) ?? pronoun) === pronoun;
  const passed = firstFrom(names.persons, start);
  const fitting = names.persons
    .slice(Math.max(0, passed - REACH), passed)
    .filter((person) => !person.quoted && mayBe(person.name));
  const since = Math.max(memory.spokeAt + 1, part);
  const named = (person: NamedPerson | undefined) => {
    const found = person && setting.find(person.name, {});
    return found?.personal ? renamed(found, `“${surface}” → ${found.actor.name}, named last`) : undefined;
  };
  const found =
    named(fitting.findLast((one) => one.opens && one.start >= since && isPerson(one, setting))) ??
    memory.last(surface, (known) => known.personal && mayBe(known.actor.name)) ??
    named(fitting.findLast((one) => isPerson(one, setting))) ??
    memory.last(surface, (known) => known.personal) ??
    named(fitting.at(-1));
  if (found) memory.pronouns.set(found.actor.name, pronoun);
  return found;
}

/** Whether a name that looks like a person’s is one: by its title, by the authority, or because that one has spoken. */
function isPerson(person: NamedPerson, { lookUp, memory }: Setting): boolean {
  if (person.titled || memory.known.some((other) => other.personal && other.actor.name === person.name))
    return true;
  return lookUp(person.name)[0]?.kind === "person";
}

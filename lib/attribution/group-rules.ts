import { firstFrom } from "./bodies.ts";
import { renamed, unknown } from "./known.ts";
import { issuedDocument, meansPeople, SPOKESPERSON } from "./mention.ts";
import { POINTS, type ResolvingRule, type Setting } from "./setting.ts";
import { allNamed, personsMeant, statesInRow, statesMeant } from "./together.ts";

/** "a spokesman for the ministry", "the ministry’s spokeswoman": the body speaks; a named one speaks as herself. */
export const spokesperson: ResolvingRule = ({ core }, { find }) => {
  if (!SPOKESPERSON.test(core)) return undefined;
  const [before = "", after = ""] = core.split(SPOKESPERSON).map((side) => side.trim());
  if (/^\p{Lu}/u.test(after)) return undefined;
  const body = (/^(?:for|of|from|at)\s+(.*)$/iu.exec(after)?.[1] ?? before).replace(/[’']s?$/u, "");
  const found = body ? find(body, {}) : undefined;
  return found && { ...renamed(found, `spokesperson of ${found.actor.name}`), personal: false };
};

/** "the statement", "a letter from the guild", "a joint statement": whoever issued it. */
export const document: ResolvingRule = (sought, setting) => {
  const { core, surface } = sought;
  const { find, lookUp, memory, names } = setting;
  const { start = 0 } = sought.context;
  const issued = issuedDocument(core);
  if (!issued) return undefined;
  const owner = issued.owner ? find(issued.owner, {}) : undefined;
  if (owner) return renamed(owner, `“${surface}”, issued by ${owner.actor.name}`);
  const row = /\bjoint\b/i.test(core) ? statesInRow(names, lookUp, start) : undefined;
  const states = row && groupOf(row, surface, setting);
  if (states) return renamed(states, `“${surface}” → ${states.actor.name}, named in a row before it`);
  if (issued.owner || !/^(?:the|this|that|another|its|his|her|their)\s/i.test(surface)) return undefined;
  const behind = firstFrom(names.issuers, start);
  const named = names.issuers[behind - 1] ?? names.issuers[behind];
  const last =
    memory.issuer ??
    (named && find(named.name, {})) ??
    memory.known.findLast((other) => !other.personal && !other.plural) ??
    memory.known.at(-1);
  return last && renamed(last, `“${surface}” → its issuer, ${last.actor.name}`);
};

/** "the three countries", "the two ministers": those the text named in a row, or by that role. */
export const counted: ResolvingRule = (sought, setting) => {
  const { core, surface } = sought;
  const { start = 0 } = sought.context;
  const states = statesMeant(core, setting.names, setting.lookUp, start);
  const found = states && groupOf(states, surface, setting);
  if (found) return renamed(found, `“${surface}” → ${found.actor.name}, named in the text`);
  const persons = POINTS.test(surface) ? personsMeant(core, surface, setting.names, start) : undefined;
  if (!persons) return undefined;
  const reason = `“${surface}” → ${persons}, introduced so in the text`;
  return { ...unknown(persons, surface, reason, false), plural: true };
};

/** "North Korean officials": people without a name, as the outlet calls them. */
export const people: ResolvingRule = ({ core }, { lookUp }) => {
  const sides = core.split(/\s+and\s+/);
  const several = sides.length > 1 && sides.every((side) => meansPeople(side.replace(/^both\s/i, "")));
  if (!several && !meansPeople(core)) return undefined;
  const [state] = lookUp(core);
  if (state?.by === "name") return undefined;
  const reason = state ? `unnamed sources of ${state.name}` : "unnamed sources";
  return { ...unknown(core, core, reason, false), plural: true };
};

/** "Norland and Sudland", "Mira Holt and Ada Brandt": several names speak as one group, never as the last of them. */
export const together: ResolvingRule = ({ core, surface }, setting) => groupOf(core, surface, setting);

function groupOf(core: string, surface: string, setting: Setting) {
  if (!/\s(?:and|&)\s/.test(core)) return undefined;
  const whole = setting.chosen(setting.lookUp(core), surface);
  if (whole) return whole;
  const names = allNamed(core, setting.names, setting.lookUp) ? core : namesOf(core, setting);
  return names ? { ...unknown(names, surface, "several, named together", false), plural: true } : undefined;
}

/** Sides of a row looked through: more are a sentence. */
const MOST_SIDES = 4;

/** "former mayor Mira Holt and Mr. Lind": the names of all sides, each on record or given in full by the text. */
function namesOf(core: string, { find, names }: Setting): string | undefined {
  const sides = core.split(/,\s*(?:and\s+)?|\s+(?:and|&)\s+/).filter((side) => side !== "");
  if (sides.length < 2 || sides.length > MOST_SIDES || !sides.every((side) => /\p{Lu}/u.test(side)))
    return undefined;
  const found = sides.map((side) => find(side, {})?.actor);
  const named = found.every(
    (actor) => actor && (actor.actorId || names.inFull.has(actor.name) || names.nounOf.has(actor.name)),
  );
  const shown = [...new Set(found.map((actor) => actor?.name ?? ""))];
  return named && shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : undefined;
}

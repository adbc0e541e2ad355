import { bodyMeant, firstFrom } from "./bodies.ts";
import { namesPerson } from "./introductions.ts";
import { type Known, known, renamed } from "./known.ts";
import { headOf, meansBody } from "./mention.ts";
import { TITLES } from "./names.ts";
import { proposed } from "./person-rules.ts";
import { type MentionContext, NAME_WORD, POINTS, type ResolvingRule, type Setting } from "./setting.ts";

/** Names of papers and broadcasters. */
const PAPER =
  /\b(?:news|post|times|journal|gazette|herald|tribune|courier|examiner|daily|mail|telegraph|chronicle|radio|television|magazine|observer|guardian|mirror|star|globe|wire|today|standard|bulletin|press|review|monitor|weekly|broadcasting)\b/i;

/** "the Foreign Ministry": the one named before, or that body of the state named before. */
export const bodyBefore: ResolvingRule = ({ core, surface }, { authority, memory }) => {
  if (!/^the\s/i.test(surface) || !meansBody(core)) return undefined;
  const ending = ` ${core.toLowerCase()}`;
  const named = memory.known.findLast(
    ({ actor: { name } }) => /^\p{Lu}/u.test(name) && name.toLowerCase().endsWith(ending),
  );
  if (named) return renamed(named, `“${surface}” → ${named.actor.name}, named before`);
  const state = memory.known.findLast((other) => other.candidate?.kind === "state");
  const body = state?.candidate && authority.body(state.candidate.actorId, core);
  return body ? known(body, surface, `“${surface}” in a text about ${state.actor.name}`) : undefined;
};

/** "the board", "Union" in a headline: the body that the text names in full, whether or not it has spoken. */
export const bodyInText: ResolvingRule = ({ context, core, surface }, setting) => {
  if (!POINTS.test(surface) && !/^\p{Lu}\S*$/u.test(core)) return undefined;
  if (!meansBody(core)) return undefined;
  const meant = bodyMeant(setting.names.bodies, core, context.start ?? 0);
  if (!meant || meant.name === core) return bodyOfStateNamed(surface, core, context, setting);
  const found = bodyOfStateNamed(surface, meant.name, context, setting) ?? setting.find(meant.name, {});
  return found && renamed(found, `“${surface}” → ${found.actor.name}, named in the text`);
};

/** "a Foreign Ministry statement": that of the state which has spoken, else of the one named last. */
function bodyOfStateNamed(
  surface: string,
  name: string,
  context: MentionContext,
  setting: Setting,
): Known | undefined {
  if (!/\s/.test(name) || setting.lookUp(name).length > 0) return undefined;
  const spoken = bodyBefore({ surface: `the ${name}`, core: name, context }, setting);
  if (spoken) return spoken;
  const states = setting.states();
  const last = states[firstFrom(states, context.start ?? 0) - 1];
  const body = last && setting.authority.body(last.state.actorId, name);
  return body && known(body, surface, `“${surface}” in a text about ${last.state.name}`);
}

/** "the Daily News" behind "the Elm Bay Daily News"; "the newspaper" behind either. */
export const shorter: ResolvingRule = ({ core, surface }, { memory }) => {
  const low = core.toLowerCase();
  const paper = /^(?:newspaper|paper|magazine|broadcaster|outlet|website|station)$/.test(low);
  if (!paper && !(/^\p{Lu}/u.test(core) && /\s/.test(core))) return undefined;
  const named = memory.known.findLast(({ actor: { name }, personal }) =>
    paper ? PAPER.test(name) : !personal && name !== core && name.toLowerCase().endsWith(` ${low}`),
  );
  return named && renamed(named, `“${surface}” → ${named.actor.name}, named before`);
};

/** "National Association of Ferry Pilots": a body by its whole name, though not "Mayor of Elm Bay". */
export const properName: ResolvingRule = ({ core, surface }, setting) => {
  const words = core.split(/\s+/);
  const small = /^(?:of|for|and|the|in|on|to|&)$/;
  const head = headOf(core).split(/\s+/).at(-1)?.toLowerCase() ?? "";
  if (!words.every((word) => NAME_WORD.test(word) || small.test(word)) || small.test(words[0] ?? ""))
    return undefined;
  if (TITLES.has(head) || namesPerson(head) || !meansBody(core)) return undefined;
  return proposed(core, surface, "named in the text, not in the authority", false, setting);
};

/** "the ministry": the actor named before with that noun. */
export const earlier: ResolvingRule = ({ core, surface }, { memory }) => {
  if (!/^(?:the|this|that|its|his|her|their)\s/i.test(surface)) return undefined;
  const noun = headOf(core).split(/\s+/).at(-1)?.toLowerCase() ?? "";
  if (noun.length < 4) return undefined;
  const holds = (words: string) =>
    words
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .includes(noun);
  const named = memory.known.findLast((other) => holds(other.surface) || holds(other.actor.name));
  return named && renamed(named, `“${surface}” → ${named.actor.name}, named before`);
};

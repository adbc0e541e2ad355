import type { Authority, Candidate } from "./authority.ts";
import { DOCUMENTS } from "./cues.ts";
import { looksPersonal, type NamesInText, TITLES } from "./names.ts";
import type { DetectedActor } from "./statement.ts";

/** An actor with what later words in the text may call it. */
interface Known {
  readonly actor: DetectedActor;
  readonly surface: string;
  readonly personal: boolean;
  readonly plural: boolean;
  readonly candidate?: Candidate;
}

/** What a mention is resolved with besides its own words. */
export interface MentionContext {
  /** The noun phrase that "who" stands for. */
  readonly antecedent?: string;
  /** The sentence reports a statement or another document. */
  readonly inDocument?: boolean;
}

/** Actors remembered for later words of the text. */
const MEMORY = 200;
const PLURAL_PEOPLE =
  /\b(?:officials|critics|experts|analysts|sources|lawmakers|supporters|opponents|researchers|scientists|diplomats|prosecutors|authorities|activists|residents|witnesses|observers|economists|leaders|aides|lawyers|reporters|voters|republicans|democrats|conservatives|liberals|people|members|police|officers|investigators|others|some|many|ministers|senators|governments|media|commentators|historians|spokesmen|advocates|groups|parties|families|protesters|doctors|engineers|farmers|fishermen|workers|soldiers|commanders|advisers|advisors|strategists|executives|insiders|delegates)\b/i;
const SPOKESPERSON = /\bspokes(?:man|woman|person|people)\b/i;
/** Nouns for one person, by their endings. */
const PERSON_NOUN =
  /(?:[^n]er|or|ist|cian|man|woman|boy|girl|mother|father|aide|official|witness|pilot|nominee|chief|expert|critic|diplomat|guard|wife|husband|son|daughter|friend|resident|advocate|delegate|president|student|veteran|farmer|year-old|source|insider|activist)$/i;
const SHE = /^(?:mrs|ms|lady|queen|princess|dame)\b|(?:woman|mother|wife|daughter)\b/i;
const HE =
  /^(?:mr|sir|lord|king|prince)\b|\b(?:spokesman|chairman|congressman|councilman|father|husband|son)\b/i;
const OUTLET_SELF = new Set(["i", "we", "you", "one"]);
const PREPOSITION = /\s(?:of|for|from|in|at|with|on|to|under|near|against)\s/i;

const bare = (surface: string) =>
  surface
    .replace(/\s*\([^)]*\)/gu, "")
    .replace(/^(?:the|a|an|this|that|these|those|its|his|her|their|our|my)\s+/iu, "")
    .replace(/[’']s?$/u, "")
    .trim();

/** Resolves the mentions of one article in the order of the text, remembering what was named before. */
export class Resolver {
  private readonly authority: Authority;
  private readonly names: NamesInText;
  private readonly on: string | undefined;
  private readonly known: Known[] = [];
  /** "he" or "she", by the name it was last used for or that a title gave. */
  private readonly pronouns = new Map<string, string>();
  /** Who last spoke in a statement or another document. */
  private issuer: Known | undefined;

  constructor(authority: Authority, names: NamesInText, on: string | undefined) {
    this.authority = authority;
    this.names = names;
    this.on = on;
  }

  /** The actor that a mention names, or nothing for the outlet's own voice. */
  resolve(surface: string, context: MentionContext = {}): DetectedActor | null {
    const found = this.find(surface, context);
    if (!found) return null;
    const titled = HE.test(surface) ? "he" : SHE.test(surface) ? "she" : undefined;
    if (titled && found.personal) this.pronouns.set(found.actor.name, titled);
    this.known.push(found);
    if (this.known.length > MEMORY) this.known.shift();
    if (context.inDocument) this.issuer = found;
    return found.actor;
  }

  /** A relay's actor: never an antecedent for later words. */
  relay(surface: string): DetectedActor | null {
    return this.find(surface, {})?.actor ?? null;
  }

  private find(surface: string, context: MentionContext): Known | undefined {
    const low = surface.toLowerCase();
    if (OUTLET_SELF.has(low)) return undefined;
    if (/^(?:who|which|that)$/.test(low))
      return context.antecedent
        ? this.find(context.antecedent, { inDocument: context.inDocument ?? false })
        : this.last(surface, () => true);
    if (low === "he" || low === "she") return this.sheOrHe(low, surface);
    if (low === "they") return this.last(surface, (known) => known.plural) ?? this.last(surface, () => true);
    if (low === "it")
      return this.last(surface, (known) => !known.personal && !known.plural) ?? this.pronounOnly(surface);
    const core = bare(surface);
    if (!core) return undefined;
    return (
      this.spokesperson(surface, core) ??
      this.document(surface, core) ??
      this.unnamedPlural(surface, core) ??
      this.authorised(surface, core, context) ??
      this.namedInText(surface, core) ??
      this.earlier(surface, core) ??
      this.described(surface, core)
    );
  }

  /** The last person who spoke, unless the text has called that one by the other pronoun. */
  private sheOrHe(pronoun: string, surface: string): Known {
    const fits = (known: Known) =>
      known.personal && (this.pronouns.get(known.actor.name) ?? pronoun) === pronoun;
    const found = this.last(surface, fits) ?? this.last(surface, (known) => known.personal);
    if (!found) return this.pronounOnly(surface);
    this.pronouns.set(found.actor.name, pronoun);
    return found;
  }

  private pronounOnly(surface: string): Known {
    return unresolved(surface, surface, `“${surface}”: nobody was named before`, true);
  }

  private last(surface: string, fits: (known: Known) => boolean): Known | undefined {
    const antecedent = this.known.findLast(fits);
    return antecedent && renamed(antecedent, `“${surface}” → ${antecedent.actor.name}, who spoke before`);
  }

  /** "a spokesman for the ministry", "the ministry’s spokeswoman": the body speaks; a named one speaks as herself. */
  private spokesperson(surface: string, core: string): Known | undefined {
    if (!SPOKESPERSON.test(core)) return undefined;
    const [before = "", after = ""] = core.split(SPOKESPERSON).map((side) => side.trim());
    if (/^\p{Lu}/u.test(after)) return this.namedInText(surface, after);
    const body = (/^(?:for|of|from|at)\s+(.*)$/iu.exec(after)?.[1] ?? before).replace(/[’']s$/u, "");
    const found = body ? this.find(body, {}) : undefined;
    return found && { ...renamed(found, `spokesperson of ${found.actor.name}`), personal: false };
  }

  /** "the statement", "its report": whoever issued it. */
  private document(surface: string, core: string): Known | undefined {
    const owner = /^(.+?)[’']s?\s+(?:\S+\s+)*?(\S+)$/u.exec(core);
    const from = /^(?:\S+\s+)*?(\S+)\s+(?:by|from|of)\s+(.+)$/iu.exec(core);
    const noun = (from?.[1] ?? core.split(/\s+/).at(-1) ?? "").toLowerCase();
    if (!DOCUMENTS.has(noun) || /^\p{Lu}/u.test(noun)) return undefined;
    const named =
      from?.[2] ?? (owner && DOCUMENTS.has((owner[2] ?? "").toLowerCase()) ? owner[1] : undefined);
    if (named) {
      const issuer = this.find(named, {});
      return issuer && renamed(issuer, `“${surface}”, issued by ${issuer.actor.name}`);
    }
    if (!/^(?:the|this|that|its|his|her|their)\s/i.test(surface)) return undefined;
    const issuer =
      this.issuer ?? this.known.findLast((other) => !other.personal && !other.plural) ?? this.known.at(-1);
    return issuer && renamed(issuer, `“${surface}” → its issuer, ${issuer.actor.name}`);
  }

  /** "North Korean officials": people without a name, as the outlet calls them. */
  private unnamedPlural(_surface: string, core: string): Known | undefined {
    const head = core.split(PREPOSITION)[0] ?? core;
    if (!PLURAL_PEOPLE.test(head) || this.authority.find(core, this.on).some((found) => found.by === "name"))
      return undefined;
    if (/\p{Lu}\S*$/u.test(head) && !/^\p{Lu}?\p{Ll}+$/u.test(head)) return undefined;
    const [state] = this.authority.find(core, this.on);
    const reason = state ? `unnamed sources of ${state.name}` : "unnamed sources";
    return { ...unresolved(core, core, reason, false), plural: true };
  }

  private authorised(surface: string, core: string, context: MentionContext): Known | undefined {
    const words = core.split(/\s+/);
    for (let first = 0; first < words.length; first++) {
      const lead = ` ${words.slice(0, first).join(" ")} `;
      if (PREPOSITION.test(lead)) break;
      const tail = words.slice(first).join(" ");
      if (first > 0 && !/^\p{Lu}/u.test(tail)) continue;
      const [found] = this.authority.find(tail, this.on);
      // What is left in front of a name must be what a title or an office is.
      if (!found || (first > 0 && found.kind !== "person" && !/^[\p{Ll}\s-]+$/u.test(lead))) continue;
      return this.insideDocument(known(found, surface), context);
    }
    const office = this.authority.holder(core, this.on);
    if (office) return known(office, surface);
    const acronym = this.names.acronyms.get(core);
    const [byLongForm] = acronym ? this.authority.find(acronym, this.on) : [];
    return byLongForm && known(byLongForm, surface, `${core} stands for ${acronym}`);
  }

  /** A capital or country that speaks inside a ministry’s own statement is that ministry. */
  private insideDocument(found: Known, context: MentionContext): Known {
    const ministry = this.known.findLast((other) => other.candidate?.kind === "governmentBody");
    if (!context.inDocument || found.candidate?.kind !== "state" || !ministry) return found;
    const noun = bare(ministry.surface).split(/\s+/).slice(-2).join(" ");
    const body = this.authority.body(found.candidate.actorId, noun);
    if (!body || body.actorId !== ministry.candidate?.actorId) return found;
    return renamed(ministry, `${found.actor.reason}; inside the statement of ${ministry.actor.name}`);
  }

  /** Names the authority lacks: the full name behind a surname or a title, or the words as they stand. */
  private namedInText(surface: string, core: string): Known | undefined {
    const words = core.split(/\s+/);
    let first = words.length;
    while (
      first > 0 &&
      /^\p{Lu}/u.test(words[first - 1] as string) &&
      !TITLES.has((words[first - 1] as string).toLowerCase())
    )
      first--;
    const name = words
      .slice(first)
      .join(" ")
      .replace(/[’']s$/u, "");
    if (!name) return undefined;
    if (PREPOSITION.test(` ${words.slice(0, first).join(" ")} `)) return undefined;
    const full = this.names.fullNames.get(name);
    if (full) {
      const [authorised] = this.authority.find(full, this.on);
      const reason = `“${surface}” → ${full}, named in full in the text`;
      return authorised ? known(authorised, surface, reason) : unresolved(full, surface, reason, true);
    }
    const personal = looksPersonal(name);
    const whole = personal || first === 0 ? name : core;
    return unresolved(
      this.names.acronyms.get(whole) ?? whole,
      surface,
      "named in the text, not in the authority",
      personal,
    );
  }

  /** "the ministry": the actor named before with that noun; "the Foreign Ministry": that body of the state named before. */
  private earlier(surface: string, core: string): Known | undefined {
    if (/^(?:a|an|some|many|one)\s/i.test(surface)) return undefined;
    const noun = (core.split(PREPOSITION)[0] ?? core).split(/\s+/).at(-1)?.toLowerCase() ?? "";
    const named = this.known.findLast(
      (other) => other.surface.toLowerCase().includes(noun) || other.actor.name.toLowerCase().includes(noun),
    );
    if (named && noun.length > 3) return renamed(named, `“${surface}” → ${named.actor.name}, named before`);
    const state = this.known.findLast((other) => other.candidate?.kind === "state");
    const body = state?.candidate && this.authority.body(state.candidate.actorId, core);
    return body ? known(body, surface, `“${surface}” in a text about ${state.actor.name}`) : undefined;
  }

  private described(surface: string, core: string): Known {
    const definite = /^the\s/i.test(surface);
    const before =
      definite &&
      /\b(?:\d+-year-old|man|woman|politician|leader|candidate|nominee|minister|president|senator|governor|mayor|expert|analyst)$/i.test(
        core,
      )
        ? this.known.findLast((known) => known.personal)
        : undefined;
    if (before) return renamed(before, `“${surface}” → ${before.actor.name}, who spoke before`);
    return unresolved(
      surface,
      surface,
      "described, not named",
      PERSON_NOUN.test(core.split(PREPOSITION)[0] ?? core),
    );
  }
}

function known(candidate: Candidate, surface: string, why?: string): Known {
  const reason = why ? `${why} (${candidate.reason})` : candidate.reason;
  return {
    actor: { actorId: candidate.actorId, name: candidate.name, reason },
    surface,
    personal: candidate.kind === "person",
    plural: candidate.kind === "group",
    candidate,
  };
}

function unresolved(name: string, surface: string, reason: string, personal: boolean): Known {
  return { actor: { name, reason }, surface, personal, plural: false };
}

function renamed(known: Known, reason: string): Known {
  return { ...known, actor: { ...known.actor, reason } };
}

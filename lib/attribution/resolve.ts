import type { Authority, Candidate } from "./authority.ts";
import { bodyMeant, firstFrom } from "./bodies.ts";
import { chosen, namedPlainly } from "./chosen.ts";
import { introducedAs, namesPerson } from "./introductions.ts";
import { described, type Known, known, renamed, unknown, withOthers } from "./known.ts";
import {
  bare,
  headOf,
  issuedDocument,
  meansBody,
  meansPeople,
  PREPOSITION,
  pronounOf,
  SPOKESPERSON,
} from "./mention.ts";
import { looksPersonal, type NamedPerson, type NamesInText, TITLES } from "./names.ts";
import { namingPart } from "./naming-part.ts";
import { isInDocument, isPlace } from "./place.ts";
import { proposalFor } from "./proposal.ts";
import type { DetectedActor } from "./statement.ts";
import { namesakes, staysKnown } from "./surname.ts";
import { allNamed, personsMeant, statesInRow, statesMeant } from "./together.ts";

/** What a mention is resolved with besides its own words. */
export interface MentionContext {
  /** The noun phrase that "who" stands for. */
  readonly antecedent?: string;
  /** The sentence reports a statement or another document; read from the text in front where it isn't given. */
  readonly inDocument?: boolean;
  /** UTF-16 offset of the mention, and of the part (paragraph, headline) it stands in. */
  readonly start?: number;
  readonly part?: number;
  /** When it was said, where the text says so (YYYY, YYYY-MM or YYYY-MM-DD); else the date published counts. */
  readonly on?: string;
}

/** Words of the longest name of a person. */
const LONGEST_PERSON = 5;
/** Names of papers and broadcasters. */
const PAPER =
  /\b(?:news|post|times|journal|gazette|herald|tribune|courier|examiner|daily|mail|telegraph|chronicle|radio|television|magazine|observer|guardian|mirror|star|globe|wire|today|standard|bulletin|press|review|monitor|weekly|broadcasting)\b/i;
/** Actors remembered for later words of the text. */
const MEMORY = 200;
const OUTLET_SELF = new Set(["i", "we", "you", "one"]);
/** Possessives name their owner: "their claim that". */
const POSSESSIVE: Readonly<Record<string, string>> = { his: "he", her: "she", their: "they", its: "it" };
/** A word of a name: no small first letter, unless an article belongs to it ("al-Tamrani"). */
const NAME_WORD = /^(?:(?:al|el|ad|ar|as)-\p{Lu}|(?!\p{Ll})\p{L})/u;
const POINTS = /^(?:the|this|that|these|those|its|his|her|their|both)\s/i;

/** Resolves the mentions of one article in the order of the text, remembering what was named before. */
export class Resolver {
  private readonly authority: Authority;
  private readonly names: NamesInText;
  private readonly published: string | undefined;
  /** When the mention at hand was said. */
  private on: string | undefined;
  private readonly known: Known[] = [];
  /** "he" or "she", by the name it was last used for or that a title gave. */
  private readonly pronouns = new Map<string, string>();
  /** Numbers of the chains of mentions, by key. */
  private readonly chains = new Map<string, number>();
  private readonly looked = new Map<string, readonly Candidate[]>();
  /** Who last spoke in a statement or another document. */
  private issuer: Known | undefined;
  /** How many of the persons named stand before the mention at hand. */
  private passed = 0;
  /** States the text names, in its order; read when first asked for. */
  private states: { start: number; state: Candidate }[] | undefined;
  private plainly: Set<string> | undefined;
  /** UTF-16 offset of the last mention of a person who spoke. */
  private spokeAt = -1;

  constructor(authority: Authority, names: NamesInText, on: string | undefined) {
    this.authority = authority;
    this.names = names;
    this.published = on;
    this.on = on;
    for (const { name, pronoun } of names.persons) if (pronoun) this.pronouns.set(name, pronoun);
  }

  /**
   * The actor that a mention stands for, or nothing: the outlet's own voice, a pronoun for nobody named, a place.
   * @param surface the mention as the text has it, with or without its apposition ("Ann Lee, a farmer,").
   */
  resolve(surface: string, context: MentionContext = {}): DetectedActor | null {
    while ((this.names.persons[this.passed]?.start ?? Number.POSITIVE_INFINITY) < (context.start ?? 0))
      this.passed++;
    this.on = context.on ?? this.published;
    const inDocument = context.inDocument ?? isInDocument(this.names.text, context.start);
    const found = this.find(surface.trim(), { ...context, inDocument });
    this.on = this.published;
    if (!found) return null;
    if (found.thing) return this.shown(found);
    const pronoun = pronounOf(surface);
    if (pronoun && found.personal) this.pronouns.set(found.actor.name, pronoun);
    if (found.personal) this.spokeAt = context.start ?? this.spokeAt;
    this.known.push(found);
    if (this.known.length > MEMORY) this.known.shift();
    if (inDocument) this.issuer = found;
    return this.shown(found);
  }

  /** A relay's actor: never an antecedent for later words. */
  relay(surface: string): DetectedActor | null {
    const found = this.find(surface, {});
    return found ? this.shown(found) : null;
  }

  private shown({ actor, key }: Known): DetectedActor {
    const chain = this.chains.get(key) ?? this.chains.size;
    this.chains.set(key, chain);
    return { ...actor, chain };
  }

  /** The authority's answer, each asked once. */
  private lookUp(surface: string): readonly Candidate[] {
    const key = `${this.on ?? ""}|${surface}`;
    const before = this.looked.get(key);
    if (before) return before;
    const found = this.authority.find(surface, this.on);
    this.looked.set(key, found);
    return found;
  }

  private chosen(candidates: readonly Candidate[], surface: string): Known | undefined {
    return chosen(candidates, surface, () => {
      this.plainly ??= namedPlainly(this.names, (name) => this.lookUp(name), this.on);
      return this.plainly;
    });
  }

  private find(surface: string, context: MentionContext): Known | undefined {
    const low = POSSESSIVE[surface.toLowerCase()] ?? surface.toLowerCase();
    if (OUTLET_SELF.has(low)) return undefined;
    if (/^(?:who|which|that)$/.test(low))
      return context.antecedent
        ? this.find(context.antecedent, { ...(context.inDocument && { inDocument: true }) })
        : this.last(surface, () => true);
    if (low === "he" || low === "she") return this.sheOrHe(low, surface, context);
    if (low === "they") return this.last(surface, (known) => known.plural) ?? this.last(surface, () => true);
    if (low === "it") return this.last(surface, (known) => !known.personal && !known.plural);
    if (/,|\s(?:who|whose|which|[–—])\s/u.test(surface)) {
      const named = namingPart(surface);
      const whole = bare(surface);
      if (named !== surface && !(/\s(?:and|&)\s/.test(whole) && this.allNamed(whole)))
        return this.find(named, context);
    }
    const core = bare(surface);
    if (!core || this.isPlace(core, context)) return undefined;
    return (
      this.spokesperson(core) ??
      this.document(surface, core, context) ??
      this.counted(surface, core, context) ??
      this.people(core) ??
      this.together(surface, core) ??
      this.inFull(surface, core, context) ??
      this.behindRole(surface, core, context) ??
      this.authorised(surface, core, context) ??
      this.bodyBefore(surface, core) ??
      this.bodyInText(surface, core, context) ??
      this.introduced(surface, core, context) ??
      this.shorter(surface, core) ??
      this.namedInText(surface, core) ??
      this.earlier(surface, core) ??
      described(surface, core)
    );
  }

  /** "in Pyongyang": where something happens, nobody who speaks. */
  private isPlace(core: string, { start }: MentionContext): boolean {
    return isPlace(this.names.text, start) && this.lookUp(core)[0]?.by === "metonym";
  }

  /**
   * The person whom the paragraph has turned to since somebody spoke, else the last one who spoke, else the last one
   * named; never one whom a title or the text has called by the other pronoun while there is somebody else.
   */
  private sheOrHe(pronoun: string, surface: string, context: MentionContext): Known | undefined {
    const before = this.names.persons.slice(Math.max(0, this.passed - MEMORY), this.passed);
    const fitting = before.filter((person) => !person.quoted && this.mayBe(person, pronoun));
    const since = Math.max(this.spokeAt + 1, context.part ?? 0);
    const turnedTo = fitting.findLast(
      (person) => person.opens && person.start >= since && this.isPerson(person),
    );
    const found =
      this.named(surface, turnedTo, "named last") ??
      this.last(
        surface,
        (known) => known.personal && (this.pronouns.get(known.actor.name) ?? pronoun) === pronoun,
      ) ??
      this.named(
        surface,
        fitting.findLast((person) => this.isPerson(person)),
        "named last",
      ) ??
      this.last(surface, (known) => known.personal) ??
      this.named(surface, fitting.at(-1), "named last");
    if (found) this.pronouns.set(found.actor.name, pronoun);
    return found;
  }

  private mayBe(person: NamedPerson, pronoun: string): boolean {
    return (this.pronouns.get(person.name) ?? pronoun) === pronoun;
  }

  /** Whether a name that looks like a person’s is one: by its title, by the authority, or because that one has spoken. */
  private isPerson(person: NamedPerson): boolean {
    if (person.titled || this.known.some((other) => other.personal && other.actor.name === person.name))
      return true;
    return this.lookUp(person.name)[0]?.kind === "person";
  }

  private named(surface: string, person: NamedPerson | undefined, why: string): Known | undefined {
    const found = person && this.find(person.name, {});
    return found?.personal ? renamed(found, `“${surface}” → ${found.actor.name}, ${why}`) : undefined;
  }

  private last(surface: string, fits: (known: Known) => boolean): Known | undefined {
    const antecedent = this.known.findLast(fits);
    return antecedent && renamed(antecedent, `“${surface}” → ${antecedent.actor.name}, who spoke before`);
  }

  /** "a spokesman for the ministry", "the ministry’s spokeswoman": the body speaks; a named one speaks as herself. */
  private spokesperson(core: string): Known | undefined {
    if (!SPOKESPERSON.test(core)) return undefined;
    const [before = "", after = ""] = core.split(SPOKESPERSON).map((side) => side.trim());
    if (/^\p{Lu}/u.test(after)) return undefined;
    const body = (/^(?:for|of|from|at)\s+(.*)$/iu.exec(after)?.[1] ?? before).replace(/[’']s?$/u, "");
    const found = body ? this.find(body, {}) : undefined;
    return found && { ...renamed(found, `spokesperson of ${found.actor.name}`), personal: false };
  }

  /** "the statement", "a letter from the guild": whoever issued it. */
  private document(surface: string, core: string, { start = 0 }: MentionContext): Known | undefined {
    const document = issuedDocument(core);
    if (!document) return undefined;
    const issuer = document.owner ? this.find(document.owner, {}) : undefined;
    if (issuer) return renamed(issuer, `“${surface}”, issued by ${issuer.actor.name}`);
    if (/\bjoint\b/i.test(core)) {
      const states = statesInRow(this.names, this.authority, this.on, start);
      const found = states && this.together(surface, states);
      if (found) return renamed(found, `“${surface}” → ${found.actor.name}, named in a row before it`);
    }
    if (document.owner || !/^(?:the|this|that|another|its|his|her|their)\s/i.test(surface)) return undefined;
    const { issuers } = this.names;
    const behind = firstFrom(issuers, start);
    const named = issuers[behind - 1] ?? issuers[behind];
    const last =
      this.issuer ??
      (named && this.find(named.name, {})) ??
      this.known.findLast((other) => !other.personal && !other.plural) ??
      this.known.at(-1);
    return last && renamed(last, `“${surface}” → its issuer, ${last.actor.name}`);
  }

  /** "North Korean officials": people without a name, as the outlet calls them. */
  private people(core: string): Known | undefined {
    if (!meansPeople(core)) return undefined;
    const [state] = this.lookUp(core);
    if (state?.by === "name") return undefined;
    const reason = state ? `unnamed sources of ${state.name}` : "unnamed sources";
    return { ...unknown(core, core, reason, false), plural: true };
  }

  private allNamed(core: string): boolean {
    return allNamed(core, this.names, this.authority, this.on);
  }

  /** "Norland and Sudland", "Mira Holt and Ada Brandt": several names speak as one group, never as the last of them. */
  private together(surface: string, core: string): Known | undefined {
    if (!/\s(?:and|&)\s/.test(core)) return undefined;
    const whole = this.chosen(this.lookUp(core), surface);
    if (whole) return whole;
    if (!this.allNamed(core)) return undefined;
    return { ...unknown(core, surface, "several, named together", false), plural: true };
  }

  /** "the three countries", "the two ministers": those the text named in a row, or by that role. */
  private counted(surface: string, core: string, { start = 0 }: MentionContext): Known | undefined {
    const states = statesMeant(core, this.names, this.authority, this.on, start);
    const found = states && this.together(surface, states);
    if (found) return renamed(found, `“${surface}” → ${found.actor.name}, named in the text`);
    const persons = POINTS.test(surface) ? personsMeant(core, surface, this.names, start) : undefined;
    if (!persons) return undefined;
    const reason = `“${surface}” → ${persons}, introduced so in the text`;
    return { ...unknown(persons, surface, reason, false), plural: true };
  }

  /** A surname, a title with a name: whom the text names in full, before anyone the authority knows by it. */
  private inFull(surface: string, core: string, { start = 0 }: MentionContext): Known | undefined {
    const same = namesakes(core, this.names, this.pronouns, start);
    if (!same) return undefined;
    const surname = core.split(/\s+/).at(-1) ?? "";
    const candidates = this.lookUp(surname);
    if (same.by === "first name" && candidates.length > 0) return undefined;
    if (!this.names.fullNames.has(surname) && same.by === "surname" && candidates.length > 0)
      return undefined;
    if (staysKnown(surname, same.names, this.names, (name) => this.lookUp(name), this.on)) return undefined;
    const given =
      same.by === "first name"
        ? "whose first name it is"
        : same.names.length > 1
          ? `the last named of ${same.names.length} with this name`
          : "named in full in the text";
    const [found, ...others] = same.names.map((name) => this.byFullName(name, surface, given));
    if (!found) return undefined;
    const famous = candidates.filter(({ actorId }) => actorId !== found.actor.actorId);
    return withOthers(found, [...others, ...famous.map((candidate) => known(candidate, surname))]);
  }

  /** "Coast Guard chief of staff Mira Holt": the full name at the end, whatever its role has in front. */
  private behindRole(surface: string, core: string, context: MentionContext): Known | undefined {
    const words = core.split(/\s+/);
    for (let first = Math.max(1, words.length - LONGEST_PERSON); first < words.length - 1; first++) {
      const before = words[first - 1] ?? "";
      if (/^(?:of|for|from|in|at|with|on|to|by|under|against|and|&|the)$|,$/.test(before)) continue;
      const name = words.slice(first).join(" ");
      const person = this.names.inFull.has(name) || this.lookUp(name)[0]?.kind === "person";
      if (!person || this.lookUp(core).length > 0) continue;
      const found = this.find(name, context);
      return found?.personal ? { ...found, surface } : undefined;
    }
    return undefined;
  }

  /** "the Daily News" behind "the Elm Bay Daily News"; "the newspaper" behind either. */
  private shorter(surface: string, core: string): Known | undefined {
    const low = core.toLowerCase();
    const paper = /^(?:newspaper|paper|magazine|broadcaster|outlet|website|station)$/.test(low);
    if (!paper && !(/^\p{Lu}/u.test(core) && /\s/.test(core))) return undefined;
    const named = this.known.findLast(({ actor: { name }, personal }) =>
      paper ? PAPER.test(name) : !personal && name !== core && name.toLowerCase().endsWith(` ${low}`),
    );
    return named && renamed(named, `“${surface}” → ${named.actor.name}, named before`);
  }

  private byFullName(full: string, surface: string, given: string): Known {
    const reason = `“${surface}” → ${full}, ${given}`;
    const [authorised, ...others] = this.lookUp(full);
    return authorised
      ? known(authorised, surface, reason, others)
      : this.proposed(full, surface, reason, true);
  }

  /** Somebody the authority lacks, with what the text says about them. */
  private proposed(name: string, surface: string, reason: string, personal: boolean): Known {
    const { proposal, rule } = proposalFor(name, this.names, personal);
    return unknown(name, surface, `${reason}; taken for ${rule}`, proposal.kind === "person", proposal);
  }

  private authorised(surface: string, core: string, context: MentionContext): Known | undefined {
    const words = core.split(/\s+/);
    for (let first = 0; first < words.length; first++) {
      const lead = ` ${words.slice(0, first).join(" ")} `;
      if (PREPOSITION.test(lead)) break;
      const tail = words.slice(first).join(" ");
      if (first > 0 && /^\p{Ll}/u.test(tail)) continue;
      const candidates = this.lookUp(tail);
      const [best] = candidates;
      // What is left in front of a name must be what a title or a description is.
      if (!best || !(first === 0 || best.kind === "person" || /^[\p{Ll}\s-]+$/u.test(lead))) continue;
      const found = this.chosen(candidates, surface);
      return found && this.insideDocument(this.withBodies(found), context);
    }
    const office = this.authority.holder(core, this.on);
    if (office) return known(office, surface);
    const acronym = this.names.acronyms.get(core);
    const byLongForm = acronym ? this.chosen(this.lookUp(acronym), surface) : undefined;
    return byLongForm && renamed(byLongForm, `${core} stands for ${acronym} (${byLongForm.actor.reason})`);
  }

  /** A capital that speaks may also be the body of its state that the text has named: offered, not taken. */
  private withBodies(found: Known): Known {
    const { candidate } = found;
    if (candidate?.kind !== "state" || candidate.by !== "metonym") return found;
    const bodies = this.known.filter((other) => {
      const noun =
        other.candidate?.kind === "governmentBody" && bare(other.actor.name).split(/\s+/).slice(-2);
      return noun && this.authority.body(candidate.actorId, noun.join(" "))?.actorId === other.actor.actorId;
    });
    return withOthers(
      found,
      bodies.slice(-3).map((body) => renamed(body, `${body.actor.name} spoke before, for the same state`)),
    );
  }

  /** A capital or country that speaks inside a ministry’s own statement is that ministry. */
  private insideDocument(found: Known, context: MentionContext): Known {
    const ministry = this.known.findLast((other) => other.candidate?.kind === "governmentBody");
    if (!context.inDocument || found.candidate?.kind !== "state" || !ministry) return found;
    const noun = bare(ministry.surface).split(/\s+/).slice(-2).join(" ");
    const body = this.authority.body(found.candidate.actorId, noun);
    if (!body || body.actorId !== ministry.candidate?.actorId) return found;
    const reason = `${found.actor.reason}; inside the statement of ${ministry.actor.name}`;
    const own = { ...renamed(ministry, reason), key: `${ministry.key}|${found.key}` };
    return withOthers(own, [found]);
  }

  /** "the Foreign Ministry": the one named before, or that body of the state named before. */
  private bodyBefore(surface: string, core: string): Known | undefined {
    if (!/^the\s/i.test(surface) || !meansBody(core)) return undefined;
    const ending = ` ${core.toLowerCase()}`;
    const named = this.known.findLast((other) => other.actor.name.toLowerCase().endsWith(ending));
    if (named) return renamed(named, `“${surface}” → ${named.actor.name}, named before`);
    const state = this.known.findLast((other) => other.candidate?.kind === "state");
    const body = state?.candidate && this.authority.body(state.candidate.actorId, core);
    return body ? known(body, surface, `“${surface}” in a text about ${state.actor.name}`) : undefined;
  }

  /** "the board", "Union" in a headline: the body that the text names in full, whether or not it has spoken. */
  private bodyInText(surface: string, core: string, context: MentionContext): Known | undefined {
    if (!POINTS.test(surface) && !/^\p{Lu}\S*$/u.test(core)) return undefined;
    if (!meansBody(core)) return undefined;
    const meant = bodyMeant(this.names.bodies, core, context.start ?? 0);
    if (!meant || meant.name === core) return this.bodyOfStateNamed(surface, core, context);
    const found = this.bodyOfStateNamed(surface, meant.name, context) ?? this.find(meant.name, {});
    return found && renamed(found, `“${surface}” → ${found.actor.name}, named in the text`);
  }

  /** "a Foreign Ministry statement": that of the state which has spoken, else of the one named last. */
  private bodyOfStateNamed(surface: string, name: string, context: MentionContext): Known | undefined {
    if (!/\s/.test(name) || this.lookUp(name).length > 0) return undefined;
    const spoken = this.bodyBefore(`the ${name}`, name);
    if (spoken) return spoken;
    this.states ??= this.names.capitalised.flatMap((named) => {
      const [found] = this.lookUp(named.name);
      return found?.kind === "state" ? [{ start: named.start, state: found }] : [];
    });
    const last = this.states[firstFrom(this.states, context.start ?? 0) - 1];
    const body = last && this.authority.body(last.state.actorId, name);
    return body && known(body, surface, `“${surface}” in a text about ${last.state.name}`);
  }

  /** "the professor", "Union chair" in a headline: the person whom the text introduces so. */
  private introduced(surface: string, core: string, { start = 0 }: MentionContext): Known | undefined {
    const last = headOf(core).split(/\s+/).at(-1) ?? "";
    if (/^\p{Lu}/u.test(last) && !TITLES.has(last.toLowerCase())) return undefined;
    if (!POINTS.test(surface) && !/^\p{Lu}/u.test(core)) return undefined;
    const [meant, ...more] = introducedAs(this.names.introductions, core, start);
    if (!meant) return undefined;
    const of = (name: string) => this.byFullName(name, surface, `introduced as “${meant.words}”`);
    return withOthers(
      of(meant.name),
      more.map(({ name }) => of(name)),
    );
  }

  /** Names the authority lacks: the full name behind a surname or a title, or the words as they stand. */
  private namedInText(surface: string, core: string): Known | undefined {
    const words = core.split(/\s+/);
    const isName = (word: string | undefined) =>
      word !== undefined && NAME_WORD.test(word) && !TITLES.has(word.toLowerCase());
    let first = words.length;
    while (first > 0 && isName(words[first - 1])) first--;
    const name = words.slice(first).join(" ");
    if (PREPOSITION.test(` ${words.slice(0, first).join(" ")} `)) return this.properName(surface, core);
    if (!name) return undefined;
    const full = this.names.fullNames.get(name);
    if (full) return this.byFullName(full, surface, "named in full in the text");
    const personal = looksPersonal(name);
    const whole = personal || first === 0 ? name : core;
    const long = this.names.acronyms.get(whole) ?? this.names.firms.get(whole) ?? whole;
    return this.proposed(long, surface, "named in the text, not in the authority", personal);
  }

  /** "National Association of Ferry Pilots": a body by its whole name, though not "Mayor of Elm Bay". */
  private properName(surface: string, core: string): Known | undefined {
    const words = core.split(/\s+/);
    const small = /^(?:of|for|and|the|in|on|to|&)$/;
    const head = headOf(core).split(/\s+/).at(-1)?.toLowerCase() ?? "";
    if (!words.every((word) => NAME_WORD.test(word) || small.test(word)) || small.test(words[0] ?? ""))
      return undefined;
    if (TITLES.has(head) || namesPerson(head) || !meansBody(core)) return undefined;
    return this.proposed(core, surface, "named in the text, not in the authority", false);
  }

  /** "the ministry": the actor named before with that noun. */
  private earlier(surface: string, core: string): Known | undefined {
    if (!/^(?:the|this|that|its|his|her|their)\s/i.test(surface)) return undefined;
    const noun = headOf(core).split(/\s+/).at(-1)?.toLowerCase() ?? "";
    if (noun.length < 4) return undefined;
    const holds = (words: string) =>
      words
        .toLowerCase()
        .split(/[^\p{L}\p{N}-]+/u)
        .includes(noun);
    const named = this.known.findLast((other) => holds(other.surface) || holds(other.actor.name));
    return named && renamed(named, `“${surface}” → ${named.actor.name}, named before`);
  }
}

import type { Authority, Candidate } from "./authority.ts";
import { bodyBefore, bodyInText, earlier, shorter } from "./body-rules.ts";
import { chosen, namedPlainly } from "./chosen.ts";
import { counted, document, people, spokesperson, together } from "./group-rules.ts";
import { described, type Known } from "./known.ts";
import { Memory } from "./memory.ts";
import { bare } from "./mention.ts";
import { authorised, namedInText } from "./name-rules.ts";
import type { NamesInText } from "./names.ts";
import { namingPart } from "./naming-part.ts";
import { behindRole, inFull, introduced } from "./person-rules.ts";
import { isInDocument, isPlace } from "./place.ts";
import { pronounMeant } from "./pronoun-rules.ts";
import type { MentionContext, ResolvingRule, Setting } from "./setting.ts";
import type { DetectedActor } from "./statement.ts";
import { allNamed } from "./together.ts";

/** In the order they are asked: the first that speaks decides. */
const RULES: readonly ResolvingRule[] = [
  spokesperson,
  document,
  counted,
  people,
  together,
  inFull,
  behindRole,
  authorised,
  bodyBefore,
  bodyInText,
  introduced,
  shorter,
  namedInText,
  earlier,
  ({ core, surface }) => described(surface, core),
];

/** Resolves the mentions of one article in the order of the text, remembering what was named before. */
export class Resolver implements Setting {
  readonly authority: Authority;
  readonly names: NamesInText;
  readonly memory: Memory;
  on: string | undefined;
  private readonly published: string | undefined;
  private readonly looked = new Map<string, readonly Candidate[]>();
  private plainly: Set<string> | undefined;
  private inOrder: { start: number; state: Candidate }[] | undefined;

  /** @param on the date published, YYYY-MM-DD: decides offices and names held for a time. */
  constructor(authority: Authority, names: NamesInText, on: string | undefined) {
    this.authority = authority;
    this.names = names;
    this.published = on;
    this.on = on;
    this.memory = new Memory(names);
  }

  /**
   * The actor that a mention stands for, or nothing: the outlet's own voice, a pronoun for nobody named, a place.
   * @param surface the mention as the text has it, with or without its apposition ("Ann Lee, a farmer,").
   */
  resolve(surface: string, context: MentionContext = {}): DetectedActor | null {
    this.on = context.on ?? this.published;
    const inDocument = context.inDocument ?? isInDocument(this.names.text, context.start);
    const found = this.find(surface.trim(), { ...context, inDocument });
    this.on = this.published;
    if (!found) return null;
    if (!found.thing) this.memory.keep(found, surface, context.start, inDocument);
    return this.shown(found);
  }

  /** A relay's actor: never an antecedent for later words. */
  relay(surface: string): DetectedActor | null {
    const found = this.find(surface, {});
    return found ? this.shown(found) : null;
  }

  readonly lookUp = (surface: string): readonly Candidate[] => {
    const key = `${this.on ?? ""}|${surface}`;
    const before = this.looked.get(key);
    if (before) return before;
    const found = this.authority.find(surface, this.on);
    this.looked.set(key, found);
    return found;
  };

  readonly chosen = (candidates: readonly Candidate[], surface: string): Known | undefined =>
    chosen(candidates, surface, () => {
      this.plainly ??= namedPlainly(this.names, this.lookUp, this.on);
      return this.plainly;
    });

  readonly states = (): readonly { start: number; state: Candidate }[] => {
    this.inOrder ??= this.names.capitalised.flatMap((named) => {
      const [found] = this.lookUp(named.name);
      return found?.kind === "state" ? [{ start: named.start, state: found }] : [];
    });
    return this.inOrder;
  };

  readonly find = (surface: string, context: MentionContext): Known | undefined => {
    const pronoun = pronounMeant(surface, context, this);
    if (pronoun) return pronoun.found;
    const named = this.namingPart(surface);
    if (named !== surface) return this.find(named, context);
    const core = bare(surface);
    if (!core || this.isPlace(core, context)) return undefined;
    for (const rule of RULES) {
      const found = rule({ surface, core, context }, this);
      if (found) return found;
    }
    return undefined;
  };

  /** The mention without what it says about the one it names; a row of names stays whole. */
  private namingPart(surface: string): string {
    if (!/,|\s(?:who|whose|which|that|[–—])\s/u.test(surface)) return surface;
    const whole = bare(surface);
    const row = /\s(?:and|&)\s/.test(whole) && allNamed(whole, this.names, this.lookUp);
    return row ? surface : namingPart(surface);
  }

  /** "in Pyongyang": where something happens, nobody who speaks. */
  private isPlace(core: string, { start }: MentionContext): boolean {
    return isPlace(this.names.text, start) && this.lookUp(core)[0]?.by === "metonym";
  }

  private shown({ actor, key }: Known): DetectedActor {
    return { ...actor, chain: this.memory.chainOf(key) };
  }
}

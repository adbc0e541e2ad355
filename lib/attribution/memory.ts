import { type Known, renamed } from "./known.ts";
import { pronounOf } from "./mention.ts";
import type { NamesInText } from "./names.ts";

/** Actors remembered for later words of the text. */
const MEMORY = 200;

/** What a text has said so far: who spoke, who is "she", which mentions are one chain. */
export class Memory {
  /** Who was resolved, the last one last. */
  readonly known: Known[] = [];
  /** "he" or "she", by the name it was last used for or that a title gave. */
  readonly pronouns = new Map<string, string>();
  /** Who last spoke in a statement or another document. */
  issuer: Known | undefined;
  /** UTF-16 offset of the last mention of a person who spoke. */
  spokeAt = -1;
  private readonly chains = new Map<string, number>();

  constructor(names: NamesInText) {
    for (const [name, pronoun] of names.goesOnAs) if (pronoun !== "it") this.pronouns.set(name, pronoun);
    for (const { name, pronoun } of names.persons) if (pronoun) this.pronouns.set(name, pronoun);
  }

  /** Keeps somebody who speaks at `start` for later words. */
  keep(found: Known, surface: string, start: number | undefined, inDocument: boolean): void {
    const pronoun = pronounOf(surface);
    if (pronoun && found.personal) this.pronouns.set(found.actor.name, pronoun);
    if (found.personal) this.spokeAt = start ?? this.spokeAt;
    this.known.push(found);
    if (this.known.length > MEMORY) this.known.shift();
    if (inDocument) this.issuer = found;
  }

  /** The last one who fits, as who spoke before. */
  last(surface: string, fits: (known: Known) => boolean): Known | undefined {
    const antecedent = this.known.findLast(fits);
    return antecedent && renamed(antecedent, `“${surface}” → ${antecedent.actor.name}, who spoke before`);
  }

  /** The number of a chain, counted from 0 in the order of the text. */
  chainOf(key: string): number {
    const chain = this.chains.get(key) ?? this.chains.size;
    this.chains.set(key, chain);
    return chain;
  }
}

import type { ActorKind, Authority } from "../attribution/authority.ts";
import type { ActorCandidate } from "../attribution/statement.ts";
import { foldName, foldWords } from "./fold.ts";
import { type Evidence, nameEvidence, type PersonName, personName } from "./name-evidence.ts";
import { push } from "./names.ts";
import { soundOf } from "./spelling.ts";

/** One mention of somebody in one article of an event, as the engine resolved it inside its text. */
export interface EventMention {
  readonly id: string;
  readonly article: string;
  /** Date published or said, YYYY-MM-DD: decides names and offices held for a time. */
  readonly date?: string;
  readonly surface: string;
  /** Chain inside the article; mentions without one stand alone. */
  readonly chain?: number;
  readonly actorId?: string;
  /** Name the text gives: the full one behind a surname. */
  readonly name?: string;
  readonly kind?: ActorKind;
  /** What the text says about them: "a professor at ...". */
  readonly description?: string;
}

/** Mentions that stand for one actor. */
export interface ActorCluster {
  /** Ids of the mentions, in the order given. */
  readonly mentions: readonly string[];
  readonly name: string;
  readonly actorId?: string;
  readonly kind?: ActorKind;
  /** Why mentions of several articles are one, each once. */
  readonly reasons: readonly string[];
  /** Whom a mention may also stand for, where the names don't decide. */
  readonly others: readonly ActorCandidate[];
}

/** A chain of one article with what speaks for who it is. */
interface Node {
  readonly mentions: readonly EventMention[];
  readonly article: string;
  readonly actorId: string | undefined;
  readonly name: string;
  readonly person: PersonName | undefined;
  readonly words: readonly string[];
  readonly description: string | undefined;
}

const WHY: Readonly<Record<Evidence, string>> = {
  same: "same name",
  order: "same words, family name in another place",
  spelling: "another spelling",
  middle: "a middle name left out",
  initials: "initials and surname",
  surname: "surname of the only one who bears it here",
};
/** Nodes compared under one key: a key of more is no name. */
const MOST_ALIKE = 200;
const SMALL = new Set("of the for and in at to a an by on s".split(" "));
/** Not "a senior official" nor "the Tarn harbour master": a name neither begins nor ends with a small letter. */
const isNamed = (name: string) =>
  !/^\p{Ll}|\s(?!\p{Ll}{2}-\p{Lu}|(?:plc|ltd|inc|gmbh|llc|jr|sr)\.?$)\p{Ll}\S*$/u.test(
    name.replace(/^(?:the|an?)\s+/iu, ""),
  );
/** An office is no name, yet the authority knows who holds it: "the NATO chief". */
const mayBeKnown = (name: string) => /^(?:the\s+)?(?!\p{Ll})\p{L}/u.test(name) && !/^an?\s/i.test(name);

/**
 * Ties the mentions of one event to actors: by the authority, by the chains inside each text, and by how names speak
 * for each other for those whom the authority lacks. Whom the names leave open stays apart, with the others named.
 */
export function clusterMentions(
  mentions: readonly EventMention[],
  authority: Pick<Authority, "find">,
): readonly ActorCluster[] {
  const nodes = nodesOf(mentions, authority);
  const groups = new Groups(nodes);
  byActor(nodes, groups);
  const distinct = bySameName(nodes, groups);
  for (const evidence of [["order", "spelling"], ["middle"], ["initials"]] as const)
    byName(nodes, distinct, groups, new Set(evidence));
  byBody(nodes, groups);
  const open = bySurname(nodes, groups);
  byDescription(nodes, groups);
  return groups.clusters(open);
}

function nodesOf(mentions: readonly EventMention[], { find }: Pick<Authority, "find">): Node[] {
  const chains = new Map<string, EventMention[]>();
  mentions.forEach((mention, at) => {
    const key = JSON.stringify([mention.article, mention.chain ?? `alone ${at}`]);
    const chain = chains.get(key);
    if (chain) chain.push(mention);
    else chains.set(key, [mention]);
  });
  return [...chains.values()].map((chain) => {
    const [first] = chain as [EventMention];
    const names = chain.map(({ name, surface }) => name ?? surface).filter(isNamed);
    const name = names.sort((a, b) => b.length - a.length)[0] ?? first.name ?? first.surface;
    const kind = chain.find((mention) => mention.kind)?.kind;
    const found = mayBeKnown(name) ? find(name, first.date) : [];
    const actorId =
      chain.find((mention) => mention.actorId)?.actorId ??
      (found.length === 1 || found[0]?.by !== found[1]?.by ? found[0]?.actorId : undefined);
    const personal = kind === undefined || kind === "person";
    const person = isNamed(name) && personal ? personName(name) : undefined;
    return {
      mentions: chain,
      article: first.article,
      actorId,
      name,
      person: person && person.sounds.length > 0 ? person : undefined,
      words: isNamed(name) ? contentWords(name) : [],
      description: chain.find((mention) => mention.description)?.description,
    };
  });
}

const contentWords = (name: string) =>
  foldWords(name)
    .map(({ text }) => text)
    .filter((word) => !SMALL.has(word))
    .map((word) => word.replace(/s$/, ""));

/** Joins nodes, never two whom the authority knows as different, never two chains with full names of one article. */
class Groups {
  private readonly nodes: readonly Node[];
  private readonly parent: number[];
  private readonly reasons = new Map<number, Set<string>>();

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
    this.parent = nodes.map((_, at) => at);
  }

  root(at: number): number {
    let here = at;
    while (this.parent[here] !== here) {
      this.parent[here] = this.parent[this.parent[here] ?? here] ?? here;
      here = this.parent[here] ?? here;
    }
    return here;
  }

  actorOf(at: number): string | undefined {
    return this.nodes[this.root(at)]?.actorId ?? this.known.get(this.root(at));
  }
  private readonly known = new Map<number, string>();

  /** @returns false where the two can't be one. */
  join(a: number, b: number, why: string): boolean {
    const [left, right] = [this.root(a), this.root(b)];
    if (left === right) return true;
    const [x, y] = [this.actorOf(left), this.actorOf(right)];
    if (x !== undefined && y !== undefined && x !== y) return false;
    const [root, other] = left < right ? [left, right] : [right, left];
    this.parent[other] = root;
    const actor = x ?? y;
    if (actor !== undefined) this.known.set(root, actor);
    const reasons = this.reasons.get(root) ?? new Set();
    for (const reason of [...(this.reasons.get(other) ?? []), why]) reasons.add(reason);
    this.reasons.set(root, reasons);
    return true;
  }

  clusters(open: ReadonlyMap<number, readonly number[]>): readonly ActorCluster[] {
    const members = new Map<number, number[]>();
    this.nodes.forEach((_, at) => {
      const list = members.get(this.root(at));
      if (list) list.push(at);
      else members.set(this.root(at), [at]);
    });
    return [...members].map(([root, list]) => {
      const nodes = list.map((at) => this.nodes[at] as Node);
      const actorId = this.actorOf(root);
      const kind = nodes.flatMap((node) => node.mentions).find((mention) => mention.kind)?.kind;
      const others = list.flatMap((at) => open.get(at) ?? []).flatMap((at) => this.asCandidate(at));
      return {
        mentions: nodes.flatMap((node) => node.mentions.map(({ id }) => id)),
        name: [...nodes].sort((a, b) => b.name.length - a.name.length)[0]?.name ?? "",
        ...(actorId !== undefined && { actorId }),
        ...(kind && { kind }),
        reasons: [...(this.reasons.get(root) ?? [])],
        others,
      };
    });
  }

  private asCandidate(at: number): readonly ActorCandidate[] {
    const actorId = this.actorOf(at);
    const name = this.nodes[at]?.name ?? "";
    return actorId === undefined ? [] : [{ actorId, name, reason: `${name} bears the same surname` }];
  }
}

function byActor(nodes: readonly Node[], groups: Groups): void {
  const first = new Map<string, number>();
  nodes.forEach(({ actorId }, at) => {
    if (actorId === undefined) return;
    const before = first.get(actorId);
    if (before === undefined) first.set(actorId, at);
    else groups.join(before, at, "the same actor on record");
  });
}

/** Joins persons of the same name; returns one place for each name and actor, so that each is compared once. */
function bySameName(nodes: readonly Node[], groups: Groups): ReadonlySet<number> {
  const distinct = new Set<number>();
  const first = new Map<string, number>();
  nodes.forEach(({ actorId, person }, at) => {
    if (!person) return;
    const key = person.sounds.length > 1 ? person.text : `${person.text}|${actorId ?? ""}`;
    const before = first.get(key);
    if (before !== undefined && person.sounds.length > 1 && groups.join(before, at, WHY.same)) return;
    first.set(key, at);
    distinct.add(at);
  });
  return distinct;
}

/** Places of nodes by a key of their names; keys that most names have are left out. */
function blocks(
  nodes: readonly Node[],
  keysOf: (node: Node) => readonly string[],
  among?: ReadonlySet<number>,
): readonly number[][] {
  const byKey = new Map<string, number[]>();
  nodes.forEach((node, at) => {
    if (among && !among.has(at)) return;
    for (const key of new Set(keysOf(node))) {
      const block = byKey.get(key);
      if (block) block.push(at);
      else byKey.set(key, [at]);
    }
  });
  return [...byKey.values()].filter(({ length }) => length > 1 && length <= MOST_ALIKE);
}

const personKeys = ({ person }: Node) =>
  [person, person?.other].flatMap((person) =>
    person === undefined
      ? []
      : [
          ...person.sounds.filter((sound) => sound.length > 1),
          person.sounds.join(""),
          ...person.sounds.map((sound) => sound.replace(/[aeiou]+/g, "")).filter((bones) => bones.length > 2),
        ],
  );

/** Persons whose full names speak for each other; of several whom initials fit, nobody is taken. */
function byName(
  nodes: readonly Node[],
  among: ReadonlySet<number>,
  groups: Groups,
  wanted: ReadonlySet<Evidence>,
): void {
  const found = new Map<number, { at: number; evidence: Evidence }[]>();
  for (const block of blocks(nodes, personKeys, among))
    for (const a of block)
      for (const b of block) {
        if (a >= b) continue;
        const [x, y] = [nodes[a]?.person, nodes[b]?.person];
        const evidence = x && y && nameEvidence(x, y);
        if (!evidence || !wanted.has(evidence)) continue;
        push(found, a, { at: b, evidence });
        push(found, b, { at: a, evidence });
      }
  const weak = wanted.has("initials");
  for (const [a, matches] of found) {
    const spelledOut = (at: number) => nodes[at]?.person?.sounds.every((sound) => sound.length > 1) === true;
    const full = new Set(matches.filter(({ at }) => spelledOut(at)).map(({ at }) => groups.root(at)));
    if (weak && !spelledOut(a) && full.size > 1) continue;
    for (const { at, evidence } of matches) {
      if (weak && !spelledOut(at) && spelledOut(a) && !isOnly(at, found, groups, spelledOut)) continue;
      groups.join(a, at, WHY[evidence]);
    }
  }
}

function isOnly(
  at: number,
  found: ReadonlyMap<number, readonly { at: number }[]>,
  groups: Groups,
  spelledOut: (at: number) => boolean,
): boolean {
  const full = (found.get(at) ?? [])
    .filter((match) => spelledOut(match.at))
    .map((match) => groups.root(match.at));
  return new Set(full).size === 1;
}

const initialsOf = (name: string) =>
  foldWords(name)
    .filter(({ text }) => !SMALL.has(text))
    .map(({ text }) => text[0])
    .join("");

/** Bodies: the same words, an acronym of the long name, or a name whose words only one longer name holds. */
function byBody(nodes: readonly Node[], groups: Groups): void {
  const same = blocks(nodes, ({ words }) => (words.length > 0 ? [words.join(" ")] : []));
  for (const block of same)
    for (const at of block) {
      const [a, b] = [nodes[block[0] ?? 0], nodes[at]];
      if (a && b && (a.words.length > 1 || !clash(a, b))) groups.join(block[0] ?? 0, at, WHY.same);
    }
  const acronyms = blocks(nodes, ({ name, words }) =>
    /^[\p{Lu}\d&]{2,}$/u.test(name) ? [foldName(name)] : words.length > 1 ? [initialsOf(name)] : [],
  );
  for (const block of acronyms) {
    const long = block.filter((at) => (nodes[at]?.words.length ?? 0) > 1);
    const short = block.filter((at) => !long.includes(at));
    const [only] = long;
    if (only !== undefined && new Set(long.map((at) => groups.root(at))).size === 1)
      for (const at of short) groups.join(only, at, "acronym");
  }
  const holding = blocks(nodes, (node) => (isBody(node) ? node.words : []));
  const longer = new Map<number, Set<number>>();
  for (const block of holding)
    for (const a of block)
      for (const b of block) {
        const [short, long] = [nodes[a], nodes[b]];
        if (!short || !long || short.words.length >= long.words.length) continue;
        if (short.article === long.article || !holds(long.words, short.words)) continue;
        longer.set(a, (longer.get(a) ?? new Set()).add(b));
      }
  for (const [a, candidates] of longer) {
    const roots = new Set([...candidates].map((at) => groups.root(at)));
    const [only] = candidates;
    if (only !== undefined && roots.size === 1) groups.join(a, only, "the only longer name with these words");
  }
  byFirm(nodes, groups);
}

/** "Tarn" in one paper, "Tarn Boats" in the other: the only company whose name begins so, and nobody’s surname. */
function byFirm(nodes: readonly Node[], groups: Groups): void {
  const surnames = new Set(nodes.flatMap(({ person }) => person?.sounds.slice(1) ?? []));
  for (const block of blocks(nodes, ({ words }) => words.slice(0, 1))) {
    const firms = block.filter(
      (at) =>
        (nodes[at]?.words.length ?? 0) > 1 && nodes[at]?.mentions.some(({ kind }) => kind === "company"),
    );
    const [only] = firms;
    if (only === undefined || new Set(firms.map((at) => groups.root(at))).size > 1) continue;
    for (const at of block) {
      const { actorId, words = [] } = nodes[at] ?? {};
      if (words.length === 1 && actorId === undefined && !surnames.has(soundOf(words[0] ?? "")))
        groups.join(only, at, "the only company whose name begins so");
    }
  }
}

const isBody = ({ mentions }: Node) =>
  mentions.every((mention) => mention.kind !== undefined && mention.kind !== "person");
const clash = (a: Node, b: Node) => isBody(a) !== isBody(b);
const holds = (long: readonly string[], short: readonly string[]) =>
  short.every((word) => long.includes(word));

/** A surname alone: the only one of the event who bears it. Returns who else it may be where there are several. */
function bySurname(nodes: readonly Node[], groups: Groups): ReadonlyMap<number, readonly number[]> {
  const open = new Map<number, readonly number[]>();
  const bearers = new Map<string, number[]>();
  nodes.forEach(({ person }, at) => {
    if (!person || person.sounds.length < 2) return;
    for (const end of new Set([person.sounds.at(-1) ?? "", person.sounds[0] ?? ""]))
      if ((bearers.get(end)?.length ?? 0) < MOST_ALIKE) push(bearers, end, at);
  });
  nodes.forEach((node, at) => {
    const [surname] = node.person?.sounds ?? [];
    if (surname === undefined || node.person?.sounds.length !== 1 || node.actorId !== undefined) return;
    const all = bearers.get(soundOf(surname)) ?? [];
    const last = all.filter((other) => nodes[other]?.person?.sounds.at(-1) === surname);
    const fitting = last.length > 0 ? last : all;
    const roots = new Set(fitting.map((other) => groups.root(other)));
    const [only] = fitting;
    if (only !== undefined && roots.size === 1) groups.join(at, only, WHY.surname);
    else if (roots.size > 1) open.set(at, [...roots]);
  });
  return open;
}

/** "the harbour master" of one paper is "harbour master Ilse Brandt" of another, where only one is called so. */
function byDescription(nodes: readonly Node[], groups: Groups): void {
  const described = nodes.flatMap(({ description }, at) =>
    description ? [{ at, words: new Set(contentWords(description)) }] : [],
  );
  nodes.forEach((node, at) => {
    const surface = node.mentions[0]?.surface ?? "";
    if (node.actorId !== undefined || isNamed(node.name) || !/^the\s/i.test(surface)) return;
    const words = contentWords(surface);
    if (words.length < 2) return;
    const fitting = described.filter((one) => words.every((word) => one.words.has(word)));
    const roots = new Set(fitting.map((one) => groups.root(one.at)));
    const [only] = fitting;
    if (only && roots.size === 1) groups.join(only.at, at, "the only one described so");
  });
}

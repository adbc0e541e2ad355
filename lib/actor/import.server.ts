import type { Viewer } from "../auth/viewer.ts";
import type { Db, Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { foldName } from "./fold.ts";
import type { ActorFile, LineProblem, ListedEntry } from "./import.ts";
import { matchEntry, namesakesOf, recordByKey, saysAll } from "./import-match.server.ts";
import { bringOffice } from "./import-office.server.ts";
import { referenceIndex, wholesFirst } from "./import-references.ts";
import { type ActorState, actorState, lockActor, namesOf } from "./state.server.ts";
import { addActor, editActor } from "./write.server.ts";

export interface ImportOptions {
  /** Store nothing: say what would be done. */
  readonly dryRun?: boolean;
  /** Store nothing where any line is bad. */
  readonly strict?: boolean;
  /** Add an actor whose name another record bears. */
  readonly addNew?: boolean;
}

export interface ImportReport {
  readonly added: number;
  readonly completed: number;
  /** On record with all they say. */
  readonly unchanged: number;
  readonly problems: readonly LineProblem[];
  /** Where a record says otherwise than the list, or all of it without a key that leads there: it stays as it is. */
  readonly kept: readonly LineProblem[];
  readonly stored: boolean;
}

const LIMIT_MS = 1_800_000;

/**
 * Brings a list of actors in, signed by `viewer`, in one transaction. A record is matched by key or Wikidata id, never by
 * name alone, and is completed, never overwritten. Nothing of a bad line is stored: where one turns out bad, all is begun
 * anew without it, so that nothing refers to it either.
 */
export async function importActors(
  client: Db,
  viewer: Viewer,
  file: ActorFile,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { ordered, problems: circles } = wholesFirst(file.entries);
  const problems = [...file.problems, ...circles];
  for (let entries = ordered; ; ) {
    const stop = options.strict === true && problems.length > 0;
    const outcome = await onePass(client, viewer, { entries, bad: problems, options, store: !stop });
    if (outcome.problems.length === 0 || options.strict) {
      const all = [...problems, ...outcome.problems].sort((a, b) => a.line - b.line);
      return { ...outcome, problems: all };
    }
    problems.push(...outcome.problems);
    const lines = new Set(problems.map(({ line }) => line));
    entries = entries.filter(({ line }) => !lines.has(line));
  }
}

interface Plan {
  readonly entries: readonly ListedEntry[];
  readonly bad: readonly LineProblem[];
  readonly options: ImportOptions;
  readonly store: boolean;
}

/** Thrown to take a pass back; holds what it found. */
class TakenBack extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("taken back");
    this.report = report;
  }
}

async function onePass(client: Db, viewer: Viewer, plan: Plan): Promise<ImportReport> {
  try {
    return await client.$transaction(
      async (tx) => {
        const report = await new Pass(tx, viewer, plan).run();
        if (report.problems.length > 0 || plan.options.dryRun || !plan.store) throw new TakenBack(report);
        return { ...report, stored: true };
      },
      { timeout: LIMIT_MS, maxWait: 10_000 },
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.report;
    throw error;
  }
}

/** All lines once: actors first, wholes before their parts, then offices, whose holders are on record by then. */
class Pass {
  readonly #tx: Tx;
  readonly #viewer: Viewer;
  readonly #plan: Plan;
  readonly #find: (reference: string) => readonly ListedEntry[];
  readonly #records = new Map<ListedEntry, string>();
  readonly #outcome = new Map<ListedEntry, "added" | "completed" | "unchanged">();
  readonly #problems: LineProblem[] = [];
  readonly #kept: LineProblem[] = [];

  constructor(tx: Tx, viewer: Viewer, plan: Plan) {
    this.#tx = tx;
    this.#viewer = viewer;
    this.#plan = plan;
    this.#find = referenceIndex(plan.entries);
  }

  async run(): Promise<ImportReport> {
    const { entries } = this.#plan;
    for (const listed of entries) await this.#line(listed, () => this.#bringActor(listed));
    for (const listed of entries)
      if (this.#records.has(listed)) await this.#line(listed, () => this.#bringOffices(listed));
    const count = (what: string) => [...this.#outcome.values()].filter((outcome) => outcome === what).length;
    return {
      added: count("added"),
      completed: count("completed"),
      unchanged: count("unchanged"),
      problems: this.#problems,
      kept: this.#kept.toSorted((a, b) => a.line - b.line),
      stored: false,
    };
  }

  /** What a line does, or why it can't: what it began goes with the pass, which is then taken back whole. */
  async #line({ line }: ListedEntry, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      this.#problems.push({ line, message: error.message });
    }
  }

  async #bringActor(listed: ListedEntry): Promise<void> {
    const { entry } = listed;
    const partOfId = entry.part_of === null ? null : await this.#refer("part_of", entry.part_of);
    const match = await matchEntry(this.#tx, entry);
    if (match) {
      this.#records.set(listed, match.id);
      this.#outcome.set(
        listed,
        (await this.#complete(listed, match.id, partOfId)) ? "completed" : "unchanged",
      );
      return;
    }
    const namesakes = await namesakesOf(this.#tx, entry, this.#apart(listed));
    for (const { id, name } of namesakes) {
      if (!(await saysAll(this.#tx, id, entry, partOfId))) continue;
      this.#records.set(listed, id);
      this.#outcome.set(listed, "unchanged");
      this.#keep(listed.line, `${name} (${id}) says all of this; give a key if it is somebody else`);
      return;
    }
    const [namesake] = namesakes;
    if (namesake && !this.#plan.options.addNew)
      throw new OnRecordError(
        "conflict",
        `a record named so exists: ${namesake.name} (${namesake.id}). Give its key or Wikidata id if it is the same; --new adds another`,
      );
    const { key, name, kind, description, state_code: stateCode, wikidata, aliases } = entry;
    const actor = { name, kind, description, partOfId, stateCode, wikidata, aliases };
    const { id } = await addActor(this.#tx, this.#viewer, actor, { key });
    this.#records.set(listed, id);
    this.#outcome.set(listed, "added");
  }

  /** Records of other lines: within one file keys and Wikidata ids tell namesakes apart. */
  #apart({ entry }: ListedEntry): ReadonlySet<string> {
    const marked = (one: ListedEntry["entry"]) => one.key !== null || one.wikidata !== null;
    if (!marked(entry)) return new Set();
    return new Set([...this.#records].flatMap(([other, id]) => (marked(other.entry) ? [id] : [])));
  }

  /** Fills in what the record lacks; returns whether that was anything. */
  async #complete({ line, entry }: ListedEntry, id: string, partOfId: string | null): Promise<boolean> {
    const row = await lockActor(this.#tx, id);
    const state = actorState(row);
    const said = {
      description: entry.description,
      partOfId,
      stateCode: entry.state_code,
      wikidata: entry.wikidata,
    };
    const filled: Partial<Record<keyof typeof said, string>> = {};
    for (const [field, value] of Object.entries(said) as [keyof typeof said, string | null][]) {
      if (value === null || value === state[field]) continue;
      if (state[field] === null) filled[field] = value;
      else this.#keep(line, `${WORDS[field]} stays as it is on record`);
    }
    if (entry.kind !== state.kind) this.#keep(line, `kind stays ${state.kind}`);
    const names = missingNames(state, entry);
    if (names.length === 0 && Object.keys(filled).length === 0) return false;
    const aliases = names.length > 0 ? { aliases: [...state.aliases, ...names] } : {};
    await editActor(this.#tx, this.#viewer, { actorId: id, version: row.version, ...filled, ...aliases });
    return true;
  }

  #keep(line: number, message: string): void {
    this.#kept.push({ line, message });
  }

  async #bringOffices(listed: ListedEntry): Promise<void> {
    const bodyId = this.#records.get(listed);
    if (bodyId === undefined) return;
    for (const office of listed.entry.offices) {
      const changed = await bringOffice(this.#tx, this.#viewer, bodyId, office, (holder) =>
        this.#refer(`${office.title}, holder`, holder),
      );
      if (changed && this.#outcome.get(listed) === "unchanged") this.#outcome.set(listed, "completed");
    }
  }

  /** The record that a key or a name refers to: in this file, else on record. @throws OnRecordError where that is not one. */
  async #refer(field: string, reference: string): Promise<string> {
    const inFile = this.#find(reference);
    const records = inFile.flatMap((listed) => this.#records.get(listed) ?? []);
    if (inFile.length === 1 && records[0] !== undefined) return records[0];
    if (inFile.length === 1)
      throw new OnRecordError("invalid", `${field}: line ${inFile[0]?.line} is not taken in`);
    const keyed = inFile.length === 0 ? await recordByKey(this.#tx, reference) : null;
    if (keyed && keyed.kind !== "unnamedSource") return keyed.id;
    const named = await this.#tx.actor.findMany({
      where: {
        aliases: {
          some: { folded: foldName(reference), kind: { in: ["name", "transliteration", "acronym"] } },
        },
      },
      select: { id: true, name: true },
      take: 6,
    });
    const ids = [...new Set([...records, ...named.map(({ id }) => id)])];
    if (ids.length === 1 && ids[0] !== undefined) return ids[0];
    throw new OnRecordError(
      "invalid",
      ids.length === 0
        ? `${field}: “${reference}” is no key and no name, in this file or on record`
        : `${field}: “${reference}” may be ${named.map(({ id, name }) => `${name} (${id})`).join(", ") || "several lines"}: give a key`,
    );
  }
}

const WORDS = {
  description: "description",
  partOfId: "part of",
  stateCode: "state code",
  wikidata: "Wikidata id",
};

/** The entry's names that the record lacks, its shown one among them, of whatever kind it is on record. */
function missingNames(state: ActorState, entry: ListedEntry["entry"]) {
  const known = namesOf(state);
  const has = new Set(known.map(({ kind, name }) => `${kind} ${name}`));
  const lacking = entry.aliases.filter(({ kind, name }) => !has.has(`${kind} ${name}`));
  const shown = { name: entry.name, kind: "name" as const, language: null, from: null, to: null };
  return [...known, ...lacking].some(({ name }) => name === entry.name) ? lacking : [...lacking, shown];
}

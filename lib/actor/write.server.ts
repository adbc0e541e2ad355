import type { z } from "zod";
import { giveAddress } from "../address/write.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { sameState } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { namesOfActors } from "./read.server.ts";
import { type ActorChoice, ActorEdit, NewActor } from "./schema.ts";
import { type ActorState, actorState, lockActor, setActorState } from "./state.server.ts";
import { unnamedWording } from "./unnamed.ts";

export interface ChosenActor {
  readonly id: string;
  readonly name: string;
}

/** The article that names the actor. */
export interface NamingArticle {
  readonly id: string;
  readonly sample: boolean;
}

export interface ActorPlace {
  /** It belongs to a sample article. */
  readonly sample?: boolean;
  /** The article that quotes an unnamed source. */
  readonly article?: NamingArticle;
  /** Key of a list that was brought in. */
  readonly key?: string | null;
}

/**
 * Adds an actor with its names and address. Returns the record.
 * @throws OnRecordError "unusable" for an unnamed source without its article, "conflict" when another has its Wikidata id.
 */
export async function addActor(
  tx: Tx,
  viewer: Viewer | null,
  input: NewActor,
  { sample = false, article, key = null }: ActorPlace = {},
): Promise<ChosenActor> {
  allow(viewer, "decide");
  const actor = parse(NewActor, input);
  const unnamed = actor.kind === "unnamedSource";
  if (unnamed && !article)
    throw new OnRecordError(
      "unusable",
      "An unnamed source belongs to the article that quotes it: add it there, with its statement.",
    );
  const state = { ...NOTHING_SAID, name: actor.name, kind: actor.kind, ...given(actor) };
  checkUnnamed(state);
  await checkWikidata(tx, null, state.wikidata);
  const row = await tx.actor.create({
    data: {
      key,
      name: actor.name,
      kind: actor.kind,
      sample: sample || viewer.sample,
      ...(unnamed && article ? { articleId: article.id, wording: unnamedWording(actor.name) } : {}),
    },
  });
  await setActorState(tx, row.id, state);
  await giveAddress(tx, "actor", row.id, row.name, row.sample);
  await recordDecision(tx, {
    viewer,
    action: "add",
    sample: row.sample,
    summary: `added actor ${row.name}`,
    before: [{ noun: "actor", id: row.id, state: null }],
    after: [{ noun: "actor", id: row.id, state: actorState(await lockActor(tx, row.id)) }],
  });
  return row;
}

/**
 * The actor an editor chose for an article: on record, else added. An unnamed source is one record for each article and
 * wording, and of no other article. @throws OnRecordError "missing" for an unknown id, "unusable" for another article's.
 */
export async function chooseActor(
  tx: Tx,
  viewer: Viewer | null,
  choice: z.output<typeof ActorChoice>,
  article: NamingArticle | { readonly sample: boolean },
): Promise<ChosenActor> {
  const { sample } = article;
  const place = "id" in article ? { sample, article } : { sample };
  if (!("id" in choice)) {
    const known =
      choice.kind === "unnamedSource" && place.article
        ? await unnamedIn(tx, place.article, choice.name)
        : null;
    return known ?? addActor(tx, viewer, choice, place);
  }
  // The record that stands for it: one merged since it was suggested or looked up is not decided on any more.
  // Not held: nothing of it is changed, and two articles that name the same actors in another order must not meet.
  const stands = await tx.actorCanonical.findUnique({
    where: { actorId: choice.id },
    select: { canonical: { select: { id: true, name: true, kind: true, articleId: true } } },
  });
  const actor = stands?.canonical;
  if (!actor) throw new OnRecordError("missing", "That actor is not on record any more: choose it again.");
  if (actor.articleId !== null && actor.articleId !== place.article?.id)
    throw new OnRecordError(
      "unusable",
      `“${actor.name}” is an unnamed source of another article: nobody knows that these are the same.`,
    );
  return actor;
}

// The article is held by whoever adds statements to it, so that two editors don't make the same record twice.
async function unnamedIn(tx: Tx, article: NamingArticle, words: string): Promise<ChosenActor | null> {
  return tx.actor.findUnique({
    where: { articleId_wording: { articleId: article.id, wording: unnamedWording(words) } },
    select: { id: true, name: true },
  });
}

/**
 * Corrects an actor: name, kind, description, part of, codes, names. What is left out stays.
 * @throws OnRecordError "conflict" with both sides on a stale version.
 */
export async function editActor(tx: Tx, viewer: Viewer | null, input: ActorEdit): Promise<void> {
  allow(viewer, "decide");
  const { actorId, version, ...edit } = parse(ActorEdit, input);
  const row = await lockActor(tx, actorId);
  const before = actorState(row);
  if (row.version !== version)
    throw new OnRecordError("conflict", "Someone else has changed this actor. Look at both and save again.", {
      yours: edit,
      theirs: before,
      version: row.version,
      names: await namesOfActors(tx, [edit.partOfId, before.partOfId]),
    });
  const wanted = { ...before, ...given(edit) } as ActorState;
  checkKind(before, wanted);
  if (wanted.wikidata !== before.wikidata) await checkWikidata(tx, actorId, wanted.wikidata);
  await setActorState(tx, actorId, wanted);
  if (wanted.name !== row.name) await giveAddress(tx, "actor", actorId, wanted.name, row.sample);
  const after = actorState(await lockActor(tx, actorId));
  await recordDecision(tx, {
    viewer,
    action: "edit",
    sample: row.sample,
    summary: `corrected actor ${after.name}${changed(before, after)}`,
    before: [{ noun: "actor", id: actorId, state: before }],
    after: [{ noun: "actor", id: actorId, state: after }],
  });
}

const NOTHING_SAID = { description: null, partOfId: null, stateCode: null, wikidata: null, aliases: [] };

/** The fields that are there, as a state has them. */
function given(fields: Omit<z.output<typeof ActorEdit>, "actorId" | "version">): Partial<ActorState> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function checkKind(before: ActorState, after: ActorState): void {
  checkUnnamed(after);
  if ((before.kind === "unnamedSource") === (after.kind === "unnamedSource")) return;
  throw new OnRecordError(
    "unusable",
    before.kind === "unnamedSource"
      ? "An unnamed source stays one, as its outlet left it. Say who it was with “Identify”."
      : "A record becomes no unnamed source: correct the statement’s actor in its article instead.",
  );
}

/** Whoever keeps a source unnamed says neither what it is part of nor who it is. */
function checkUnnamed({
  kind,
  partOfId,
  wikidata,
}: Pick<ActorState, "kind" | "partOfId" | "wikidata">): void {
  if (kind === "unnamedSource" && (partOfId !== null || wikidata !== null))
    throw new OnRecordError("unusable", "An unnamed source is part of nothing and has no Wikidata id.");
}

async function checkWikidata(tx: Tx, actorId: string | null, wikidata: string | null): Promise<void> {
  if (wikidata === null) return;
  const other = await tx.actor.findFirst({
    where: { wikidata, ...(actorId === null ? {} : { id: { not: actorId } }) },
    select: { id: true, name: true },
  });
  if (other)
    throw new OnRecordError("conflict", `${other.name} has the Wikidata id ${wikidata} already.`, { other });
}

const FIELD_WORDS: Readonly<Record<keyof ActorState, string>> = {
  name: "name",
  kind: "kind",
  description: "description",
  partOfId: "part of",
  stateCode: "state code",
  wikidata: "Wikidata",
  aliases: "names",
};

function changed(before: ActorState, after: ActorState): string {
  const words = Object.entries(FIELD_WORDS).filter(
    ([field]) => !sameState(before[field] ?? null, after[field] ?? null),
  );
  return words.length === 0 ? "" : `: ${words.map(([, word]) => word).join(", ")}`;
}

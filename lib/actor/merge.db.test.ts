import { afterAll, describe, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { currentAddress, listedAddresses } from "../address/published.server.ts";
import { claimCandidates } from "../claim/candidates.server.ts";
import { claimsOfActor } from "../claim/published.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction, openDb, type Tx } from "../db.server.ts";
import { publicationNumber } from "../decision/publication.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import type { OnRecordError } from "../errors.ts";
import { front } from "../search/front.server.ts";
import { searchStatements } from "../search/published.server.ts";
import { readSearch } from "../search/query.ts";
import { countStatements, publishedStatements } from "../statement/published.server.ts";
import { storedAuthority } from "./authority.server.ts";
import { canonicalId } from "./canonical.server.ts";
import type { MergeInput } from "./merge.ts";
import { currentDistinctions, currentMerges } from "./merge-read.server.ts";
import { mergeActors } from "./merge-write.server.ts";
import { publishedActor, publishedActors, publishedAliases } from "./published.server.ts";
import { findActors } from "./read.server.ts";

const url = await freshDatabase();
/** Two connections of their own, as two app processes have. */
const here = openDb(url, 2);
const there = openDb(url, 2);
afterAll(async () => {
  for (const client of [here, there, db()]) await client.$disconnect();
});

const editor = await makeViewer(db(), "editor");
const other = await makeViewer(db(), "editor");

type Named = { id: string; name: string };
const desk = <T = unknown>(name: string, input: unknown, client = db(), viewer = editor) =>
  runDeskWrite(client, viewer, name, input) as Promise<T>;

let made = 0;
/** An actor with a name nobody else has. */
async function makeActor(name = `Actor ${++made}`, kind = "person"): Promise<Named> {
  const { id } = await desk<Named>("add-actor", { name, kind });
  return { id, name };
}

async function mergeInput(actor: Named, into: Named) {
  const version = async ({ id }: Named) =>
    (await db().actor.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
  return {
    actorId: actor.id,
    version: await version(actor),
    intoId: into.id,
    intoVersion: await version(into),
  };
}
type Merged = { mergeId: string; seq: string };
const merge = async (actor: Named, into: Named, client = db(), viewer = editor) =>
  desk<Merged>("merge-actors", await mergeInput(actor, into), client, viewer);
const standsFor = (actor: Named) => canonicalId(db(), actor.id);
const refusal = async (work: Promise<unknown>): Promise<OnRecordError> =>
  work.then(
    () => Promise.reject(new Error("it was not refused")),
    (error: OnRecordError) => error,
  );

/**
 * Two merges at once, on two connections: the second begins before the first has ended and waits for it. Their outcomes,
 * in this order.
 */
const overlapping = (first: MergeInput, second: MergeInput) =>
  whileHeld(
    (tx) => mergeActors(tx, editor, first),
    () => desk<Merged>("merge-actors", second, there, other),
  );

/** `second` begins when `first` has done its work and not ended, and is seen to wait for it. Both outcomes. */
async function whileHeld<A, B>(first: (tx: Tx) => Promise<A>, second: () => Promise<B>) {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = () => {};
  const worked = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const one = inTransaction(here, async (tx) => {
    const done = await first(tx);
    begun();
    await held;
    return done;
  });
  await worked;
  const two = second();
  for (let waiting = false; !waiting; )
    [{ waiting } = { waiting: false }] = await db().$queryRaw<{ waiting: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waiting`;
  release();
  return Promise.allSettled([one, two]);
}

/** Two merges at once, whichever comes first. */
const racing = (first: MergeInput, second: MergeInput) =>
  Promise.allSettled([
    desk<Merged>("merge-actors", first, here),
    desk<Merged>("merge-actors", second, there, other),
  ]);

/** A signed-off article whose one statement is of `speaker`. */
async function publish(speaker: Named) {
  const article = await makeArticle(db(), editor);
  const { statementId } = await desk<{ statementId: string }>("add-statement", {
    revisionId: article.revisionId,
    actor: { id: speaker.id },
    spans: { content: [article.span("“The night boat loses money on every crossing,”")] },
  });
  const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
  await desk("sign-off", { articleId: article.articleId, lastSeq });
  return { ...article, statementId };
}

/** Every row that a merge must leave where it is. */
async function rowsOf(actors: readonly Named[]) {
  const actorId = { in: actors.map(({ id }) => id) };
  return {
    actors: await db().actor.findMany({ where: { id: actorId }, orderBy: { id: "asc" } }),
    aliases: await db().alias.findMany({ where: { actorId }, orderBy: { id: "asc" } }),
    tenures: await db().tenure.findMany({ where: { holderId: actorId }, orderBy: { id: "asc" } }),
    addresses: await db().address.findMany({ where: { actorId }, orderBy: { slug: "asc" } }),
    statements: await db().statement.findMany({ where: { attributedToId: actorId }, orderBy: { id: "asc" } }),
    relays: await db().relay.findMany({ where: { actorId }, orderBy: { statementId: "asc" } }),
    signed: await db().signedStatement.findMany({
      where: { attributedToId: actorId },
      orderBy: { statementId: "asc" },
    }),
  };
}

describe("a merge", () => {
  it("moves no row, and a split puts everything back", async () => {
    const [a, b] = [await makeActor(), await makeActor()];
    await publish(a);
    await publish(b);
    const before = await rowsOf([a, b]);
    const { mergeId } = await merge(a, b);
    expect(await standsFor(a)).toBe(b.id);
    expect(await rowsOf([a, b])).toEqual(before);
    await desk("split-actors", { mergeId, version: 1 });
    expect(await standsFor(a)).toBe(a.id);
    expect(await rowsOf([a, b])).toEqual(before);
  });

  it.each(["A into B first", "B into C first"])(
    "A into B and B into C at once, %s; undone, A stands alone and B still leads to C",
    async (order) => {
      const [a, b, c] = [await makeActor(), await makeActor(), await makeActor()];
      for (const actor of [a, b, c]) await publish(actor);
      const before = await rowsOf([a, b, c]);
      const [ab, bc] = [await mergeInput(a, b), await mergeInput(b, c)];
      const merged =
        order === "A into B first" ? await overlapping(ab, bc) : (await overlapping(bc, ab)).reverse();
      const [mergedAb] = merged.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : null));
      expect([await standsFor(a), await standsFor(b), await standsFor(c)]).toEqual([c.id, c.id, c.id]);
      await desk("undo", { seq: mergedAb?.seq });
      expect([await standsFor(a), await standsFor(b), await standsFor(c)]).toEqual([a.id, c.id, c.id]);
      expect(await rowsOf([a, b, c])).toEqual(before);
      // And again: undoing the undo.
      const last = await db().decision.findFirstOrThrow({ orderBy: { seq: "desc" } });
      await desk("undo", { seq: String(last.seq) });
      expect([await standsFor(a), await standsFor(b)]).toEqual([c.id, c.id]);
    },
  );

  it("of the same two in opposite directions at once: one wins, the other sees both sides", async () => {
    for (const both of [overlapping, racing]) {
      const [a, b] = [await makeActor(), await makeActor()];
      const outcomes = await both(await mergeInput(a, b), await mergeInput(b, a));
      const refused = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(refused).toHaveLength(1);
      const error = refused[0]?.reason as OnRecordError;
      expect(error.status).toBe(409);
      expect(error.message).toMatch(/already/);
      const won = outcomes[0]?.status === "fulfilled" ? { actor: a, into: b } : { actor: b, into: a };
      expect(error.detail).toMatchObject({
        yours: { actor: won.into, into: won.actor },
        theirs: { ...won, by: "Test editor", at: expect.any(String) },
      });
      expect(await standsFor(a)).toBe(won.into.id);
      expect(await standsFor(b)).toBe(won.into.id);
    }
  });

  it("that would go round in a circle is refused in words, also when three are at it at once", async () => {
    const [a, b, c] = [await makeActor("Circle A"), await makeActor("Circle B"), await makeActor("Circle C")];
    await merge(a, b);
    await merge(b, c);
    const error = await refusal(merge(c, a));
    expect(error.code).toBe("conflict");
    expect(error.message).toBe(
      "Circle A is merged into Circle B already, and so leads to Circle C: merging Circle C into it would go round in a circle.",
    );
    const ring = [await makeActor(), await makeActor(), await makeActor()] as const;
    const outcomes = await Promise.allSettled([
      merge(ring[0], ring[1], here),
      merge(ring[1], ring[2], there),
      merge(ring[2], ring[0]),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(new Set(await Promise.all(ring.map(standsFor))).size).toBe(1);
  });

  it("of a record that is merged already is refused and says where it is; into one that is, leads on", async () => {
    const [a, b, c, d] = [
      await makeActor("Twice A"),
      await makeActor("Twice B"),
      await makeActor(),
      await makeActor(),
    ];
    await merge(a, b);
    expect((await refusal(merge(a, c))).message).toBe(
      "Twice A is merged into Twice B already. Split it from there first.",
    );
    expect((await refusal(merge(a, b))).message).toBe("Twice A is merged into Twice B already.");
    await merge(d, a);
    expect(await standsFor(d)).toBe(b.id);
  });

  it("of a record that was changed since it was looked at is refused with what it is now", async () => {
    const [a, b] = [await makeActor(), await makeActor()];
    const input = await mergeInput(a, b);
    await desk("edit-actor", { actorId: b.id, version: input.intoVersion, description: "somebody else" });
    const error = await refusal(desk("merge-actors", input));
    expect(error).toMatchObject({ code: "conflict", detail: { theirs: { description: "somebody else" } } });
    expect(await standsFor(a)).toBe(a.id);
  });

  it("is refused from outside, by readers, of itself and of nobody", async () => {
    const [a, b] = [await makeActor(), await makeActor()];
    const input = await mergeInput(a, b);
    const { mergeId } = await merge(await makeActor(), b);
    const reader = await makeViewer(db(), "reader");
    for (const [name, given] of [
      ["merge-actors", input],
      ["split-actors", { mergeId, version: 1 }],
      ["distinguish-actors", { oneId: a.id, otherId: b.id }],
    ] as const) {
      expect(await refusal(runDeskWrite(db(), null, name, given))).toMatchObject({ code: "signedOut" });
      expect(await refusal(runDeskWrite(db(), reader, name, given))).toMatchObject({ code: "forbidden" });
    }
    expect(await refusal(desk("merge-actors", { ...input, intoId: a.id }))).toMatchObject({
      code: "invalid",
    });
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(await refusal(desk("merge-actors", { ...input, intoId: nobody }))).toMatchObject({
      code: "missing",
    });
    await expect(currentMerges(db(), null)).rejects.toMatchObject({ code: "signedOut" });
  });

  it("of an unnamed source is refused: that is identify", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await desk<{ statementId: string }>("add-statement", {
      revisionId: article.revisionId,
      actor: { name: "a harbour official", kind: "unnamedSource" },
      spans: { content: [article.span("every crossing")] },
    });
    const { attributedTo } = await db().statement.findUniqueOrThrow({
      where: { id: statementId },
      include: { attributedTo: true },
    });
    const person = await makeActor();
    for (const [from, into] of [
      [attributedTo, person],
      [person, attributedTo],
    ] as const)
      expect(await refusal(merge(from, into))).toMatchObject({
        code: "unusable",
        message: expect.stringMatching(/identify/),
      });
  });

  it("can't be undone behind its split, and its undo's undo looks for what stands in its way", async () => {
    const [a, b, c] = [await makeActor(), await makeActor(), await makeActor("Undo C")];
    const { mergeId, seq } = await merge(a, b);
    const { seq: split } = await desk<{ seq: string }>("split-actors", { mergeId, version: 1 });
    expect(await refusal(desk("undo", { seq }))).toMatchObject({ code: "conflict" });
    expect((await refusal(desk("split-actors", { mergeId, version: 2 }))).message).toMatch(/split already/);
    await merge(a, c);
    expect((await refusal(desk("undo", { seq: split }))).message).toMatch(/merged into Undo C already/);
    expect(await standsFor(a)).toBe(c.id);
  });

  it("whatever is merged and split, each record stands for what its merges say", async () => {
    const actors: Named[] = [];
    for (let n = 0; n < 8; n++) actors.push(await makeActor());
    let random = 7;
    const next = (below: number) => {
      random = (random * 16807) % 2147483647;
      return random % below;
    };
    const active: { from: number; into: number; mergeId: string; version: number }[] = [];
    for (let step = 0; step < 60; step++) {
      if (active.length > 0 && next(3) === 0) {
        const [gone] = active.splice(next(active.length), 1);
        if (gone) await desk("split-actors", { mergeId: gone.mergeId, version: gone.version });
      } else {
        const [from, into] = [next(8), next(8)];
        const merged = await merge(actors[from] as Named, actors[into] as Named).catch(() => null);
        if (merged) active.push({ from, into, mergeId: merged.mergeId, version: 1 });
      }
      const root = (n: number): number => {
        const on = active.find(({ from }) => from === n);
        return on ? root(on.into) : n;
      };
      expect(await Promise.all(actors.map(standsFor))).toEqual(actors.map((_, n) => actors[root(n)]?.id));
    }
  }, 60_000);
});

describe("telling two apart", () => {
  it("keeps them from being merged, through other merges too, until it is taken back", async () => {
    const [a, b, c] = [await makeActor("Apart A"), await makeActor("Apart B"), await makeActor()];
    const { distinctionId, seq } = await desk<{ distinctionId: string; seq: string }>("distinguish-actors", {
      oneId: b.id,
      otherId: a.id,
      reason: "father and son",
    });
    await merge(a, c);
    expect((await refusal(merge(c, b))).message).toMatch(/were decided to be two actors/);
    expect(await refusal(desk("distinguish-actors", { oneId: a.id, otherId: b.id }))).toMatchObject({
      code: "conflict",
    });
    expect(await currentDistinctions(db(), editor)).toMatchObject([
      { id: distinctionId, reason: "father and son", by: "Test editor" },
    ]);
    await desk("retract-distinction", { distinctionId, version: 1 });
    expect(await currentDistinctions(db(), editor)).toEqual([]);
    await merge(c, b);
    expect(await refusal(desk("undo", { seq }))).toMatchObject({ code: "conflict" });
    expect((await refusal(desk("distinguish-actors", { oneId: a.id, otherId: b.id }))).message).toMatch(
      /are merged/,
    );
  });

  it("is undone by its decision's number", async () => {
    const [a, b] = [await makeActor(), await makeActor()];
    const { seq } = await desk<{ seq: string }>("distinguish-actors", { oneId: a.id, otherId: b.id });
    await desk("undo", { seq });
    await merge(a, b);
    expect(await standsFor(a)).toBe(b.id);
  });
});

describe("in public, merged records are one", () => {
  it("by name, address, statement, search, claim and count; and two again after a split", async () => {
    const [ferry, line] = [await makeActor("Sorley Ferry Co"), await makeActor("Sorley Ferries")];
    const one = await publish(ferry);
    const two = await publish(line);
    await desk("tie-claim", {
      statementId: one.statementId,
      version: 1,
      claim: { sentence: "The Sorley night boat makes a loss." },
      stance: "asserts",
    });
    const { lastSeq } = await readDeskArticle(db(), editor, one.articleId);
    await desk("sign-off", { articleId: one.articleId, lastSeq });
    const before = await publicationNumber();
    expect((await front()).actors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Sorley Ferries", "Sorley Ferry Co"]),
    );

    const { mergeId } = await merge(ferry, line);
    expect(await publicationNumber()).not.toBe(before);
    expect(await publishedActor("sorley-ferry-co")).toBeNull();
    expect(await currentAddress("actor", "sorley-ferry-co")).toEqual({
      slug: "sorley-ferries",
      sample: false,
    });
    expect((await publishedAliases(line.id)).map(({ name }) => name)).toEqual([
      "Sorley Ferries",
      "Sorley Ferry Co",
    ]);
    expect(await countStatements({ actor: line.id })).toBe(2);
    const shown = await publishedStatements({ actor: line.id }, { number: 1, size: 9 });
    expect(shown.map(({ actor }) => actor.slug)).toEqual(["sorley-ferries", "sorley-ferries"]);
    expect(shown.map(({ id }) => id).sort()).toEqual([one.statementId, two.statementId].sort());
    expect(await claimsOfActor(line.id)).toMatchObject([{ statements: 1 }]);
    const found = await searchStatements(readSearch({ actor: "Sorley Ferry Co" }).query);
    expect(found).toMatchObject({ total: 2, meant: [{ name: "Sorley Ferries" }], actors: [{ count: 2 }] });
    const listed = (await publishedActors({ number: 1, size: 100 })).filter(({ name }) =>
      /^Sorley/.test(name),
    );
    expect(listed).toMatchObject([{ name: "Sorley Ferries", statements: 2 }]);
    expect((await front()).actors).toContainEqual(
      expect.objectContaining({ name: "Sorley Ferries", statements: 2 }),
    );
    const addresses = (await listedAddresses(1000)).map(({ slug }) => slug);
    expect(addresses).toContain("sorley-ferries");
    expect(addresses).not.toContain("sorley-ferry-co");

    await desk("split-actors", { mergeId, version: 1 });
    expect(await publishedActor("sorley-ferry-co")).toMatchObject({ name: "Sorley Ferry Co" });
    expect(await currentAddress("actor", "sorley-ferry-co")).toEqual({
      slug: "sorley-ferry-co",
      sample: false,
    });
    expect(await countStatements({ actor: line.id })).toBe(1);
    expect((await searchStatements(readSearch({ actor: "Sorley Ferry Co" }).query)).total).toBe(1);
  });

  it("a record without a public statement that is merged into one with it lends its names, and its address leads there", async () => {
    const [quiet, heard] = [await makeActor("Quiet Name"), await makeActor("Heard Name")];
    await publish(heard);
    await merge(quiet, heard);
    expect(await currentAddress("actor", "quiet-name")).toEqual({ slug: "heard-name", sample: false });
    expect((await publishedAliases(heard.id)).map(({ name }) => name)).toContain("Quiet Name");
  });

  it("the other way round the public address stays alive too", async () => {
    const [heard, quiet] = [await makeActor("Once Heard"), await makeActor("Now Shown")];
    await publish(heard);
    await merge(heard, quiet);
    expect(await currentAddress("actor", "once-heard")).toEqual({ slug: "now-shown", sample: false });
    expect(await publishedActor("now-shown")).toMatchObject({ id: quiet.id });
  });

  it("two relays that are one are named once", async () => {
    const [speaker, wire, agency] = [
      await makeActor(),
      await makeActor("Relay Wire"),
      await makeActor("Relay Agency"),
    ];
    const article = await makeArticle(db(), editor);
    const proof = article.span("said");
    await desk("add-statement", {
      revisionId: article.revisionId,
      actor: { id: speaker.id },
      spans: { content: [article.span("every crossing")] },
      via: [
        { actor: { id: wire.id }, proof },
        { actor: { id: agency.id }, proof },
      ],
    });
    const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
    await desk("sign-off", { articleId: article.articleId, lastSeq });
    await merge(wire, agency);
    const [shown] = await publishedStatements({ relay: agency.id }, { number: 1, size: 9 });
    expect(shown?.via.map(({ name }) => name)).toEqual(["Relay Agency"]);
  });
});

describe("at the desk", () => {
  it("the picker shows the record that stands, by any name of a merged one", async () => {
    const [kept, gone] = [await makeActor("Ottoline Brack"), await makeActor("Otto Brack-Winter")];
    await merge(gone, kept);
    const hits = await findActors(db(), editor, "Otto Brack-Winter");
    expect(hits.filter(({ id }) => [kept.id, gone.id].includes(id))).toEqual([
      expect.objectContaining({
        id: kept.id,
        name: "Ottoline Brack",
        alias: "Otto Brack-Winter",
        formerly: ["Otto Brack-Winter"],
      }),
    ]);
  });

  it("the engine takes every name of a merged record for the one that stands", async () => {
    const [kept, gone] = [await makeActor("Perdita Quill"), await makeActor("Perdy Quillon")];
    const found = async () =>
      (await storedAuthority(db())).find("Perdy Quillon").map(({ actorId }) => actorId);
    expect(await found()).toEqual([gone.id]);
    const { seq } = await merge(gone, kept);
    expect(await found()).toEqual([kept.id]);
    await desk("undo", { seq });
    expect(await found()).toEqual([gone.id]);
  });

  it("a suggestion of a record merged since is of the one that stands, shown and accepted", async () => {
    const gone = await makeActor("Ines Halloran");
    const kept = await makeActor("Ines Maren Halloran");
    const { articleId } = await makeArticle(db(), editor);
    const stored = await db().suggestion.findFirstOrThrow({ where: { articleId, actorId: gone.id } });
    await merge(gone, kept);
    const shown = (await readDeskArticle(db(), editor, articleId)).suggestions.find(
      ({ id }) => id === stored.id,
    );
    expect(shown?.actor).toMatchObject({ id: kept.id, name: "Ines Maren Halloran" });
    const { statementId } = await desk<{ statementId: string }>("accept-suggestion", {
      suggestionId: stored.id,
      version: 1,
    });
    expect(await db().statement.findUniqueOrThrow({ where: { id: statementId } })).toMatchObject({
      attributedToId: kept.id,
    });
  });

  it("a statement is shown by who stands for its record, and a correction of something else leaves the record", async () => {
    const [gone, kept] = [await makeActor("Kept Row"), await makeActor("Shown Row")];
    const { articleId, statementId } = await publish(gone);
    const { mergeId } = await merge(gone, kept);
    const shown = async () => (await readDeskArticle(db(), editor, articleId)).statements[0];
    expect((await shown())?.actor).toMatchObject({ id: kept.id, name: "Shown Row" });
    // The form sends back the actor it was given.
    await desk("correct-statement", {
      statementId,
      version: (await shown())?.version,
      actor: { id: kept.id },
      mode: "attributedView",
    });
    expect(await db().statement.findUniqueOrThrow({ where: { id: statementId } })).toMatchObject({
      attributedToId: gone.id,
      mode: "attributedView",
    });
    await desk("split-actors", { mergeId, version: 1 });
    expect((await shown())?.actor).toMatchObject({ id: gone.id });
  });

  it("a sign-off freezes the record it was decided on, merged or not", async () => {
    const [gone, kept] = [await makeActor(), await makeActor()];
    await merge(gone, kept);
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article, "Frozen Row");
    const { attributedToId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
    await merge({ id: attributedToId, name: "Frozen Row" }, kept);
    const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
    await desk("sign-off", { articleId: article.articleId, lastSeq });
    expect(await db().signedStatement.findFirstOrThrow({ where: { statementId } })).toMatchObject({
      attributedToId,
    });
    expect(await countStatements({ actor: kept.id })).toBe(1);
  });

  it("a claim of a merged record's is offered as the same actor's", async () => {
    const [gone, kept] = [await makeActor(), await makeActor()];
    const { statementId } = await publish(gone);
    await desk("tie-claim", {
      statementId,
      version: 1,
      claim: { sentence: "The Halden night boat is run at a loss." },
      stance: "asserts",
    });
    await merge(gone, kept);
    for (const { id } of [gone, kept]) {
      const offered = await claimCandidates(db(), editor, "The Halden night boat is run at a loss", id);
      expect(offered[0]?.reason).toMatch(/same actor/);
    }
  });

  it("lists the merges there are, who decided them, and where they lead", async () => {
    const [a, b, c] = [await makeActor("List A"), await makeActor("List B"), await makeActor("List C")];
    const { mergeId } = await desk<Merged>("merge-actors", {
      ...(await mergeInput(a, b)),
      reason: "one  desk",
    });
    await merge(b, c, db(), other);
    const list = await currentMerges(db(), editor, c.id);
    expect(list.map(({ actor, into, canonical }) => [actor.name, into.name, canonical.name])).toEqual([
      ["List B", "List C", "List C"],
      ["List A", "List B", "List C"],
    ]);
    expect(list[1]).toMatchObject({ id: mergeId, reason: "one desk", by: "Test editor", version: 1 });
  });
});

describe("the database refuses", () => {
  const run = (sql: string) => db().$executeRawUnsafe(sql);
  const insert = (actorId: string, intoId: string, more = "") =>
    run(
      `INSERT INTO actor_merge (id, actor_id, into_id${more ? ", sample" : ""}) VALUES (gen_random_uuid(), '${actorId}', '${intoId}'${more})`,
    );

  it("a circle, a second merge of one record, a merge into itself, and of unnamed sources", async () => {
    const [a, b, c] = [await makeActor(), await makeActor(), await makeActor()];
    await merge(a, b);
    await expect(insert(b.id, a.id)).rejects.toThrow(/circle/);
    await expect(insert(a.id, c.id)).rejects.toThrow(/actor_merge_once|actor_id/);
    await expect(insert(c.id, c.id)).rejects.toThrow(/actor_merge_two|circle/);
    const unnamed = await db().actor.findFirstOrThrow({ where: { kind: "unnamedSource" } });
    await expect(insert(unnamed.id, c.id)).rejects.toThrow(/never merged/);
    await expect(insert(c.id, a.id, ", true")).rejects.toThrow(/sample newsroom/);
  });

  it("a merge to be turned elsewhere or to leave", async () => {
    const [a, b] = [await makeActor(), await makeActor()];
    const { mergeId } = await merge(a, b);
    const { distinctionId } = await desk<{ distinctionId: string }>("distinguish-actors", {
      oneId: (await makeActor()).id,
      otherId: b.id,
    });
    await expect(run(`UPDATE actor_merge SET into_id = actor_id WHERE id = '${mergeId}'`)).rejects.toThrow(
      /for ever/,
    );
    await expect(run(`UPDATE actor_merge SET sample = true WHERE id = '${mergeId}'`)).rejects.toThrow(
      /for ever/,
    );
    await expect(run(`DELETE FROM actor_merge WHERE id = '${mergeId}'`)).rejects.toThrow(
      /undone, not deleted/,
    );
    await expect(run("TRUNCATE actor_merge")).rejects.toThrow(/never change/);
    await expect(
      run(`UPDATE actor_distinction SET one_id = other_id WHERE id = '${distinctionId}'`),
    ).rejects.toThrow(/for ever/);
    await expect(run(`DELETE FROM actor_distinction WHERE id = '${distinctionId}'`)).rejects.toThrow(
      /taken back/,
    );
    await expect(run("TRUNCATE actor_distinction")).rejects.toThrow(/never change/);
  });

  it("a chain of more than fifty", async () => {
    const chain: Named[] = [];
    for (let n = 0; n < 52; n++) chain.push(await makeActor());
    // Each into the next, the last first: 50 steps are the most.
    for (let n = 50; n > 0; n--) await insert((chain[n] as Named).id, (chain[n + 1] as Named).id);
    await expect(insert((chain[0] as Named).id, (chain[1] as Named).id)).rejects.toThrow(/more than 50/);
  }, 60_000);

  it("that something is part of itself by a detour, also when two transactions close the circle together", async () => {
    const [a, b, c] = [await makeActor(), await makeActor(), await makeActor()];
    const part = (of: Named, whole: Named, client = db()) =>
      client.actor.update({ where: { id: of.id }, data: { partOfId: whole.id } });
    await part(a, b);
    await part(b, c);
    await expect(part(c, a)).rejects.toThrow(/part of itself/);
    const version = async ({ id }: Named) => (await db().actor.findUniqueOrThrow({ where: { id } })).version;
    expect(
      await refusal(desk("edit-actor", { actorId: c.id, version: await version(c), partOfId: a.id })),
    ).toMatchObject({ code: "unusable", message: expect.stringMatching(/part of/) });
    const [x, y] = [await makeActor(), await makeActor()];
    const say = (tx: Tx, of: Named, whole: Named) =>
      tx.actor.update({ where: { id: of.id }, data: { partOfId: whole.id } });
    const [first, second] = await whileHeld(
      async (tx) => {
        await say(tx, x, y);
        // The rule is looked at now, as it is when the transaction ends.
        await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      },
      () => inTransaction(there, (tx) => say(tx, y, x)),
    );
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({
      reason: { code: "conflict", message: expect.stringMatching(/part of itself/) },
    });
  });
});

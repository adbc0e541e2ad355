import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import type { Role, Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import { readJobs } from "../queue/read.server.ts";
import { discardJob, replayJob } from "../queue/write.server.ts";
import type { Handlers } from "./handlers.server.ts";
import { readJobsDesk } from "./read.server.ts";
import { startWorker, type Worker } from "./run.server.ts";
import type { Unfinished } from "./unfinished.server.ts";

const url = await freshDatabase();
const viewer = (role: Role): Viewer => ({
  userId: role,
  name: role,
  email: `${role}@example.org`,
  role,
  sample: false,
});
const editor = viewer("editor");

let worker: Worker | undefined;
const start = async (handlers: Handlers, unfinished: Unfinished = {}) => {
  worker = await startWorker({ url, client: db(), handlers, unfinished });
  return worker;
};
const send = (feedId: string) => inTransaction(db(), (tx) => enqueue(tx, "poll-feed", { feedId }));
const jobs = () => readJobs(db(), editor);
/** What comes sooner or later. */
const sooner = <T>(what: () => T) => vi.waitFor(what, { timeout: 20_000, interval: 50 });

beforeEach(() => db().$executeRaw`DELETE FROM pgboss.job`);
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

describe("a worker", () => {
  it("does each job once, with what it was sent with, and is seen", async () => {
    const done: string[] = [];
    await start({ "poll-feed": async (_, { feedId }) => void done.push(feedId) });
    const sent = Array.from({ length: 20 }, () => randomUUID());
    for (const feedId of sent) await send(feedId);
    await sooner(() => expect(done).toHaveLength(sent.length));
    await sooner(async () =>
      expect((await jobs()).kinds.find(({ done }) => done === sent.length)).toBeDefined(),
    );
    expect(done.sort()).toEqual(sent.sort());
    expect((await jobs()).workers).toMatchObject([{ pid: process.pid }]);
    await worker?.stop();
    expect((await jobs()).workers).toEqual([]);
    expect((await jobs()).lastSeen).not.toBeNull();
  });

  it("lays a job aside that can't succeed, and one of other data; the others are done", async () => {
    const [poison, good] = [randomUUID(), randomUUID()];
    const done: string[] = [];
    await start({
      "poll-feed": async (_, { feedId }) => {
        if (feedId === poison) throw new OnRecordError("unusable", "This is no feed.");
        done.push(feedId);
      },
    });
    await send(poison);
    await db().$executeRaw`
      INSERT INTO pgboss.job (name, data, policy, dead_letter, singleton_key)
      VALUES ('poll-feed', '{"feedId": 7}', 'exclusive', 'dead-letters', '7')`;
    await send(good);
    await sooner(async () => expect((await jobs()).dead).toHaveLength(2));
    await sooner(() => expect(done).toEqual([good]));
    expect((await jobs()).dead.find(({ key }) => key === poison)).toMatchObject({
      name: "poll-feed",
      reason: "This is no feed.",
      tries: 1,
    });
  });

  it("tries again later what may succeed later, and says why and when", async () => {
    await start({
      "poll-feed": async () => {
        throw new Error("The host was not there.");
      },
    });
    const before = Date.now();
    await send(randomUUID());
    await sooner(async () => expect((await jobs()).failing).toHaveLength(1));
    const [failing] = (await jobs()).failing;
    expect(failing).toMatchObject({ reason: "The host was not there.", tries: 1 });
    expect(Date.parse(failing?.nextTry ?? "")).toBeGreaterThan(before + 10_000);
  });

  it("that stops tells its jobs to end, and gives them back uncounted", async () => {
    const begun: string[] = [];
    const long: Handlers = {
      "poll-feed": (_, { feedId }, signal) =>
        new Promise((_resolve, reject) => {
          begun.push(feedId);
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    };
    const deaf: Handlers = { "poll-feed": (_, { feedId }) => new Promise(() => void begun.push(feedId)) };
    const id = randomUUID();
    await send(id);
    for (const [time, handlers] of [long, deaf, long].entries()) {
      await start(handlers);
      await sooner(() => expect(begun).toHaveLength(time + 1));
      await worker?.stop();
      expect((await jobs()).kinds.find(({ name }) => name === "poll-feed")).toMatchObject({
        waiting: 1,
        dead: 0,
      });
    }
    const [left] = await db().$queryRaw<{ left: number }[]>`
      SELECT retry_limit - retry_count AS left FROM pgboss.job WHERE name = 'poll-feed'`;
    // Two of the three tries show as taken up again; neither is missing at the end.
    expect(left?.left).toBe(6);
    expect(begun).toEqual([id, id, id]);
  });

  it("sends what waits by our own rows and has no job, but for what a person must look at", async () => {
    const [lost = "", dead = ""] = [randomUUID(), randomUUID()];
    await db().$executeRaw`
      INSERT INTO pgboss.job (name, singleton_key, source_name) VALUES ('dead-letters', ${dead}, 'poll-feed')`;
    const done: string[] = [];
    await start(
      { "poll-feed": async (_, { feedId }) => void done.push(feedId) },
      { "poll-feed": async () => [{ feedId: lost }, { feedId: dead }] },
    );
    await sooner(async () => expect((await jobs()).kinds.find(({ done }) => done === 1)).toBeDefined());
    expect(done).toEqual([lost]);
  });
});

it("the desk names what a job is about, as long as it is there", async () => {
  const { articleId } = await makeArticle(db(), await makeViewer(db(), "editor"));
  const gone = randomUUID();
  for (const key of [articleId, gone])
    await db().$executeRaw`
      INSERT INTO pgboss.job (name, singleton_key, source_name) VALUES ('dead-letters', ${key}, 'refetch-article')`;
  const { dead, about } = await readJobsDesk(db(), editor);
  expect(dead.map(({ key }) => key).toSorted()).toEqual([articleId, gone].toSorted());
  const { headline } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  expect(about).toEqual({
    [articleId]: { words: headline, language: "en", href: `/desk/articles/${articleId}` },
  });
});

describe("a dead letter", () => {
  const die = async (feedIds: readonly string[], handlers: Handlers) => {
    await start(handlers);
    for (const feedId of feedIds) await send(feedId);
    await sooner(async () => expect((await jobs()).dead).toHaveLength(feedIds.length));
    return (await jobs()).dead;
  };
  const replay = (input: Parameters<typeof replayJob>[2], by = editor) =>
    inTransaction(db(), (tx) => replayJob(tx, by, input));
  const discard = (input: Parameters<typeof discardJob>[2], by = editor) =>
    inTransaction(db(), (tx) => discardJob(tx, by, input));

  it("is replayed when what was wrong is mended, alone or with all of its kind", async () => {
    let broken = true;
    const done: string[] = [];
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const [first] = await die(ids, {
      "poll-feed": async (_, { feedId }) => {
        if (broken) throw new OnRecordError("missing", "There is no such feed.");
        done.push(feedId);
      },
    });
    broken = false;
    expect(await replay({ id: first?.id ?? "" })).toEqual({ jobs: 1 });
    await sooner(() => expect(done).toEqual([first?.key]));
    await expect(replay({ id: first?.id ?? "" })).rejects.toMatchObject({ code: "missing" });
    expect(await replay({ name: "poll-feed" })).toEqual({ jobs: 2 });
    await sooner(() => expect(done.toSorted()).toEqual(ids.toSorted()));
    expect((await jobs()).dead).toEqual([]);
  });

  it("goes when its work waits again anyway", async () => {
    const id = randomUUID();
    const [dead] = await die([id], {
      "poll-feed": async () => {
        throw new OnRecordError("missing", "There is no such feed.");
      },
    });
    await worker?.stop();
    await send(id);
    expect(await replay({ id: dead?.id ?? "" })).toEqual({ jobs: 1 });
    const { dead: left, kinds } = await jobs();
    expect(left).toEqual([]);
    expect(kinds.find(({ name }) => name === "poll-feed")).toMatchObject({ waiting: 1 });
  });

  it("is discarded, once", async () => {
    const [dead] = await die([randomUUID()], {
      "poll-feed": async () => {
        throw new OnRecordError("missing", "There is no such feed.");
      },
    });
    expect(await discard({ id: dead?.id ?? "" })).toEqual({ jobs: 1 });
    expect((await jobs()).dead).toEqual([]);
    await expect(discard({ name: "poll-feed" })).rejects.toMatchObject({ code: "missing" });
  });

  it("is not for everybody", async () => {
    await expect(replay({ name: "import" }, viewer("reader"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(discard({ name: "import" }, viewer("reader"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(readJobs(db(), null)).rejects.toMatchObject({ code: "signedOut" });
    expect(await readJobs(db(), viewer("reader"))).toMatchObject({ dead: [] });
  });
});

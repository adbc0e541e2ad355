import path from "node:path";
import type { ParseArgsOptionsConfig } from "node:util";
import type { OpenDatabase } from "../lib/database/open.ts";
import { callersFolder, completeEnv, env } from "../lib/env.ts";
import { OnRecordError } from "../lib/errors.ts";

/** What the person typed after a command's name. */
export interface Given {
  /** As many as the command's `needs`. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  /** Names of the words that must follow, such as FILE. */
  readonly needs: readonly string[];
  readonly options?: ParseArgsOptionsConfig;
  /** Options that must be there. */
  readonly mustHave?: readonly string[];
  readonly does: string;
  /** Returns what to print, without a line break at its end. */
  run(given: Given): Promise<string>;
}

/** All commands by name. Rooms are loaded when a command needs them: `clean` and `detect` work without a database. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  "user add": {
    needs: ["EMAIL"],
    options: { name: { type: "string" }, role: { type: "string" } },
    mustHave: ["name"],
    does: "add an account (--name NAME, --role admin, editor or reader; editor if not said) and print its link",
    run: ({ words: [email = ""], options: { name = "", role = "editor" } }) =>
      onDatabase(async () => {
        const { addUser } = await import("../lib/auth/user.server.ts");
        const { ROLES } = await import("../lib/auth/viewer.ts");
        const known = ROLES.find((one) => one === role);
        if (!known)
          throw new OnRecordError("invalid", `There is no role "${role}": use ${ROLES.join(", ")}.`);
        return linkFor((await addUser({ email, name, role: known })).id);
      }),
  },
  "user link": {
    needs: ["EMAIL"],
    does: "print a new one-time sign-in link",
    run: ({ words: [email = ""] }) =>
      onDatabase(async () => {
        const { findUser } = await import("../lib/auth/user.server.ts");
        return linkFor((await findUser(email)).id);
      }),
  },
  "user disable": {
    needs: ["EMAIL"],
    does: "close an account and end its sessions; its decisions stay",
    run: ({ words: [email = ""] }) =>
      onDatabase(async () => {
        const { disableUser } = await import("../lib/auth/user.server.ts");
        return `${(await disableUser(email)).email} is disabled.`;
      }),
  },
  "user enable": {
    needs: ["EMAIL"],
    does: "open a disabled account again",
    run: ({ words: [email = ""] }) =>
      onDatabase(async () => {
        const { enableUser } = await import("../lib/auth/user.server.ts");
        return `${(await enableUser(email)).email} is enabled.`;
      }),
  },
  "user list": {
    needs: [],
    does: "list all accounts",
    run: () =>
      onDatabase(async () => {
        const { listUsers } = await import("../lib/auth/user.server.ts");
        const users = await listUsers();
        const line = ({ email, role, name, disabledAt }: (typeof users)[number]) =>
          `${email}\t${role}\t${name}${disabledAt ? "\tdisabled" : ""}`;
        return users.length > 0
          ? users.map(line).join("\n")
          : "There are no accounts: npm start makes the first one.";
      }),
  },
  backup: {
    needs: ["FILE"],
    does: "write everything, as of one moment, to FILE (keep it private)",
    run: ({ words: [file = ""] }) =>
      onDatabase(async ({ url }) => {
        const { backup } = await import("../lib/database/backup.server.ts");
        return `${await backup(url, inCallersFolder(file))} rows written to ${file}.`;
      }),
  },
  restore: {
    needs: ["FILE"],
    does: "put a backup into an empty database",
    run: ({ words: [file = ""] }) =>
      onDatabase(
        async ({ url }) => {
          const { restore } = await import("../lib/database/restore.server.ts");
          return `${await restore(url, inCallersFolder(file))} rows restored from ${file}.`;
        },
        { migrate: true },
      ),
  },
  "sample load": {
    needs: [],
    does: "load the sample newsroom",
    run: () =>
      onDatabase(async () => {
        const { loadPackagedAuthority } = await import("../prisma/seed/authority.ts");
        const { seedSampleNewsroom } = await import("../prisma/seed/newsroom.ts");
        await loadPackagedAuthority();
        const { seeded, articles } = await seedSampleNewsroom();
        return seeded
          ? `The sample newsroom is there: ${articles} articles.`
          : "The sample newsroom was there already.";
      }),
  },
  "sample remove": {
    needs: [],
    does: "take the sample newsroom away",
    run: () =>
      onDatabase(async () => {
        const { db, inTransaction } = await import("../lib/db.server.ts");
        const { removeSample } = await import("../lib/desk/sample.server.ts");
        const { articles } = await inTransaction(db(), (tx) => removeSample(tx, OPERATOR));
        return articles > 0
          ? `The sample newsroom is gone: ${articles} articles.`
          : "There was no sample newsroom.";
      }),
  },
  "actors import": {
    needs: ["FILE"],
    options: {
      "dry-run": { type: "boolean" },
      strict: { type: "boolean" },
      new: { type: "boolean" },
      by: { type: "string" },
    },
    does: "bring a list of actors in, CSV or JSON (--dry-run: store nothing; --strict: all or nothing; --new: add namesakes of records; --by EMAIL: signed by that account)",
    run: ({ words: [file = ""], options }) =>
      onDatabase(async () => {
        const { importFile } = await import("./actors.ts");
        return importFile(inCallersFolder(file), options);
      }),
  },
  "actors export": {
    needs: ["FILE"],
    does: "write all actors to FILE as JSON, as the import reads them",
    run: ({ words: [file = ""] }) =>
      onDatabase(async () => {
        const { exportFile } = await import("./actors.ts");
        return `${await exportFile(inCallersFolder(file))} actors written to ${file}.`;
      }),
  },
  import: {
    needs: ["FILE"],
    options: {
      outlet: { type: "string" },
      kind: { type: "string" },
      report: { type: "string" },
      "dry-run": { type: "boolean" },
    },
    does: "bring articles in from JSON lines, CSV, a web archive (WARC) or a folder of saved pages (--outlet NAME, --kind jsonl|csv|html|warc, --report FILE.csv, --dry-run); the same command goes on where it was left",
    run: ({ words: [file = ""], options }) =>
      onDatabase(async () => {
        const { importByCommand } = await import("./import.ts");
        const { progressLine } = await import("./import-progress.ts");
        const wish = {
          file: inCallersFolder(file),
          outlet: options.outlet,
          kind: options.kind,
          report: options.report === undefined ? undefined : inCallersFolder(options.report),
          dryRun: options["dry-run"] !== undefined,
        };
        const { show, end } = progressLine(process.stderr);
        return importByCommand(wish, show).finally(end);
      }),
  },
  clean: {
    needs: ["FILE"],
    does: "find the article in a pasted page and print it as JSON",
    run: async ({ words: [file = ""] }) => {
      const { cleanFile } = await import("./clean.ts");
      return cleanFile(inCallersFolder(file));
    },
  },
  detect: {
    needs: [],
    options: { in: { type: "string" }, out: { type: "string" } },
    mustHave: ["in", "out"],
    does: "find the statements in texts (--in TEXTS.jsonl --out PREDICTIONS.jsonl)",
    run: async ({ options: { in: from = "", out = "" } }) => {
      const { detectFile } = await import("./detect.ts");
      await detectFile({ in: inCallersFolder(from), out: inCallersFolder(out) });
      return `Statements written to ${out}.`;
    },
  },
  extract: {
    needs: [],
    options: { in: { type: "string" }, out: { type: "string" } },
    mustHave: ["in", "out"],
    does: "find the articles in saved pages (--in PAGES.jsonl with id, url and html or htmlPath, --out ARTICLES.jsonl)",
    run: async ({ options: { in: from = "", out = "" } }) => {
      const { extractFile } = await import("./extract.ts");
      const file = { in: inCallersFolder(from), out: inCallersFolder(out) };
      const { written, leftOut } = await extractFile(file, (line) => console.error(line));
      return `${written} articles written to ${out}, ${leftOut} lines left out.`;
    },
  },
  "suggest-again": {
    needs: [],
    options: { article: { type: "string" }, all: { type: "boolean" }, by: { type: "string" } },
    does: "have the present engine read articles again (--article ID or --all; --by EMAIL signs it)",
    run: async ({ options: { article, all, by } }) => {
      if ((article === undefined) === (all === undefined))
        throw new OnRecordError("invalid", "Say which articles: --article ID, or --all.");
      return onDatabase(async () => {
        const { suggestAgainIn } = await import("./suggest-again.ts");
        return suggestAgainIn({ article, by }, (line) => console.error(line));
      });
    },
  },
  "training-data": {
    needs: [],
    options: {
      out: { type: "string" },
      since: { type: "string" },
      "include-sample": { type: "boolean" },
    },
    mustHave: ["out"],
    does: "write what editors decided as training data (--out FILE.jsonl --since DATE --include-sample); it holds whole articles: keep it in house",
    run: ({ options: { out = "", since, "include-sample": sample } }) =>
      onDatabase(async () => {
        const { writeTrainingData } = await import("./training-data.ts");
        const file = { out: inCallersFolder(out), since, includeSample: sample !== undefined };
        const { articles, complete } = await writeTrainingData(OPERATOR, file);
        return `${articles} articles written to ${out}, ${complete} of them complete. The file holds their whole texts: keep it in house.`;
      }),
  },
  worker: {
    needs: [],
    does: "do the jobs that wait, until Ctrl-C: one more beside the one npm start runs, here or on another machine",
    run: () =>
      onDatabase(async () => {
        const { workUntilStopped } = await import("./worker.ts");
        return workUntilStopped((line) => console.error(line));
      }),
  },
  doctor: {
    needs: [],
    does: "look at versions, data folder, database, migrations and disk, and say what is wrong",
    run: async () => {
      const { examine } = await import("./doctor.ts");
      return examine();
    },
  },
};

/** Who holds the machine may do what an administrator may. */
const OPERATOR = { userId: "", name: "Operator", email: "", role: "admin", sample: false } as const;

const inCallersFolder = (file: string): string => path.resolve(callersFolder(), file);

/** Runs `work` with the database open and `db()` leading to it. */
async function onDatabase(
  work: (database: OpenDatabase) => Promise<string>,
  { migrate = false } = {},
): Promise<string> {
  const { openDatabase } = await import("../lib/database/open.ts");
  const { migrateDeploy, migrationStatus } = await import("../lib/database/migrate.ts");
  const { secretIn } = await import("../lib/database/data-folder.ts");
  const database = await openDatabase(env());
  try {
    if (migrate) await migrateDeploy(database.url);
    else if ((await migrationStatus(database.url)).pending.length > 0) {
      throw new OnRecordError(
        "conflict",
        "The database is not of this version yet: start On Record once (npm start).",
      );
    }
    completeEnv({
      databaseUrl: database.url,
      secret: env().secret ?? secretIn(database.keys, "secret"),
      ...(database.runsAt === null ? {} : { url: database.runsAt }),
    });
    return await work(database);
  } finally {
    await database.close();
  }
}

async function linkFor(userId: string): Promise<string> {
  const { issueSignInLink } = await import("../lib/auth/link.server.ts");
  const { url, expiresAt } = await issueSignInLink(userId);
  return `${url}\nWorks once, until ${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC.`;
}

/** The command on-record: npm run on-record -- COMMAND. Results go to stdout, what is wrong to stderr. */
import { parseArgs } from "node:util";
import { OnRecordError } from "../lib/errors.ts";
import { COMMANDS, type Command, type Given } from "./commands.ts";

/** The person typed something that is no command: exit code 2. */
class Misuse extends Error {}

function usage(name: string, { needs, mustHave = [] }: Command): string {
  return [
    "on-record",
    name,
    ...needs,
    ...mustHave.map((option) => `--${option} ${option.toUpperCase()}`),
  ].join(" ");
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, command]) => `  ${usage(name, command)}\n      ${command.does}`,
  );
  return `Use: npm run on-record -- COMMAND\n\n${lines.join("\n")}\n\nWorks on the database that DATABASE_URL names, else on On Record's own, running or not.`;
}

function find(args: readonly string[]): { name: string; command: Command; rest: string[] } {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(" ");
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command) return { name, command, rest: args.slice(length) };
  }
  const group = Object.keys(COMMANDS).filter((name) => name.startsWith(`${args[0]} `));
  if (group.length > 0) throw new Misuse(`${args[0]} needs a second word. There are: ${group.join(", ")}`);
  throw new Misuse(`There is no command "${args[0]}". See: npm run on-record -- --help`);
}

function read(name: string, command: Command, rest: string[]): Given {
  const use = `Use: ${usage(name, command)}`;
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: command.options ?? {},
      allowPositionals: true,
    });
    const options = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
    const missing = command.mustHave?.find((option) => !options[option]);
    if (missing) throw new Misuse(`--${missing} is missing.`);
    if (positionals.length !== command.needs.length) {
      throw new Misuse(
        positionals.length > command.needs.length
          ? `"${positionals.at(-1)}" is too much.`
          : `${command.needs[positionals.length]} is missing.`,
      );
    }
    return { words: positionals, options };
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : error} ${use}`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes("--help") || args.includes("-h")) {
    console.log(help());
    return args.length === 0 ? 2 : 0;
  }
  try {
    const { name, command, rest } = find(args);
    console.log(await command.run(read(name, command, rest)));
    return 0;
  } catch (error) {
    const meant = error instanceof Misuse || error instanceof OnRecordError;
    console.error(meant ? error.message : error);
    return error instanceof Misuse ? 2 : 1;
  }
}

// Connections that wait for more work would keep the process.
process.exit(await main(process.argv.slice(2)));

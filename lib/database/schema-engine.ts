import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationAdapter } from "./migration-adapter.ts";

/** The last panic of the engine's Rust code. Its glue reports panics through a global; without it each one is an unrelated TypeError. */
let panic: string | undefined;
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (message: string) => {
      panic = message;
    },
  },
});

/**
 * Prisma's schema engine, the WASM build that npm carries, on the database at `url`. Prisma's own command line
 * downloads a binary instead; starting On Record must not depend on a download.
 * @throws Error with the engine's message, without its Rust backtrace
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loaded();
  const adapter = migrationAdapter(url);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(adapter.factory);
    const engine: SchemaEngine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    const message = panic ?? adapter.refusal() ?? (error instanceof Error ? error.message : String(error));
    panic = undefined;
    throw new Error(message.split("\n   0: ")[0]?.trim(), { cause: error });
  } finally {
    await adapter.close();
  }
}

let loading: Promise<void> | undefined;

function loaded(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const file = path.join(path.dirname(entry), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": { ...glue, ...patientTimers() },
  });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start !== "function") throw new Error("The schema engine's WASM build has no start function.");
  start();
}

/** The engine forgets a timer of ten seconds after taking its lock; that alone must not keep a finished process alive. */
function patientTimers(): WebAssembly.ModuleImports {
  const timers = Object.entries(glue).filter(([name]) => name.startsWith("__wbg_setTimeout_"));
  return Object.fromEntries(
    timers.map(([name, setTimer]) => [
      name,
      (...args: unknown[]) => {
        const timer: NodeJS.Timeout = Reflect.apply(setTimer, undefined, args);
        return timer.unref();
      },
    ]),
  );
}

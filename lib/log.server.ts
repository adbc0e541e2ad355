import pino from "pino";
import { env } from "./env.ts";

const held = globalThis as { onRecordLog?: pino.Logger };

/** The process's log: JSON lines on standard output. Never holds article texts, tokens or cookies. */
export function log(): pino.Logger {
  held.onRecordLog ??= pino({ level: env().logLevel, base: { name: "on-record" } });
  return held.onRecordLog;
}

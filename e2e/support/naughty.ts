import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const FILE = path.join(process.env.ON_RECORD_GOLD ?? "../shared", "gold", "badinput", "blns", "blns.json");

/** Strings that break software: a list that lies beside the project. Null where it isn't there. */
export function naughtyStrings(): readonly string[] | null {
  return existsSync(FILE) ? z.array(z.string()).parse(JSON.parse(readFileSync(FILE, "utf8"))) : null;
}

import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { OnRecordError } from "../errors.ts";

/** Where the embedded PostgreSQL listens: nobody but this machine can call it. */
export const LOOPBACK = "127.0.0.1";

/** Keeps the port of earlier starts while it is free, so that saved addresses stay right. */
export async function choosePort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = (await freePort(kept)) ?? (await freePort(0));
  if (port === undefined) throw new OnRecordError("unusable", "This machine has no free port on 127.0.0.1.");
  writeFileSync(file, `${port}\n`);
  return port;
}

/** `port` itself (0: any) if it is free on the loopback address. */
export async function freePort(port: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(port, LOOPBACK);
  const free = await once(server, "listening").then(
    () => true,
    () => false,
  );
  const address = server.address();
  server.close();
  return free && address && typeof address === "object" ? address.port : undefined;
}

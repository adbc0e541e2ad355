import { createServer, type RequestListener } from "node:http";

/** A site on this machine that the app and its worker may fetch from. */
export interface LoopbackSite {
  /** "http://127.0.0.1:4567" */
  readonly at: string;
  close(): Promise<void>;
}

/**
 * Starts a site on the nth of the ports that the app may reach (ON_RECORD_FETCH_LOOPBACK, set in playwright.config).
 * Tests that may run at the same time take different ones.
 */
export async function startLoopbackSite(nth: number, answers: RequestListener): Promise<LoopbackSite> {
  const pair = process.env.ON_RECORD_FETCH_LOOPBACK?.split(",")[nth];
  const port = Number(pair?.split(":")[1]);
  if (!port) throw new Error(`There is no loopback port ${nth} for tests.`);
  const server = createServer(answers);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    at: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

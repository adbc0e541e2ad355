import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer as createRawServer } from "node:net";
import { addressVerdict } from "./address-verdict.ts";
import type { FetcherParts } from "./visit.server.ts";

/** A site on this machine for tests. */
export interface Site {
  readonly port: number;
  /** Paths asked for, in order. */
  readonly hits: string[];
  close(): Promise<void>;
}

type Answers = (request: IncomingMessage, response: ServerResponse) => void;

export async function startSite(answers: Answers, host = "127.0.0.1"): Promise<Site> {
  const hits: string[] = [];
  // A site that would keep every connection for ten minutes: whoever closes one did it on purpose.
  const server = createServer({ keepAliveTimeout: 600_000 }, counted(answers, hits));
  return listen(server, hits, host);
}

export async function startTlsSite(answers: Answers, keys: { key: string; cert: string }): Promise<Site> {
  const hits: string[] = [];
  return listen(createTlsServer(keys, counted(answers, hits)), hits, "127.0.0.1");
}

/** A server that sends what no HTTP library would. */
export async function startRawSite(answers: (socket: Socket, path: string) => void): Promise<Site> {
  const hits: string[] = [];
  const server = createRawServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (head) => {
      const path = head.toString("latin1").split(" ")[1] ?? "";
      hits.push(path);
      answers(socket, path);
    });
  });
  return listen(server, hits, "127.0.0.1");
}

/** Parts of a fetcher that may reach the public internet's addresses and these sites; every name leads to 127.0.0.1. */
export function reaching(...sites: readonly Site[]): FetcherParts {
  return {
    resolve: async () => ["127.0.0.1"],
    mayConnect: (address, port) =>
      addressVerdict(address) === "public" ||
      (address === "127.0.0.1" && sites.some((site) => site.port === port)),
    userAgent: "OnRecord/0 (+https://record.example/about)",
  };
}

const counted =
  (answers: Answers, hits: string[]): RequestListener =>
  (request, response) => {
    hits.push(request.url ?? "");
    answers(request, response);
  };

async function listen(server: Server, hits: string[], host: string): Promise<Site> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hits,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

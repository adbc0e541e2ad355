import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { buildConnector, Client } from "undici";
import { hostOf, privateAddress } from "./web-address.ts";

/** Whether this address and port may be connected to. */
export type MayConnect = (address: string, port: number) => boolean;

export interface Pin {
  /** The checked addresses: no other is connected to, whatever a second look-up would say. */
  readonly addresses: readonly string[];
  readonly mayConnect: MayConnect;
  readonly headerBytes: number;
  readonly connectMilliseconds: number;
  /** Of the body as it comes, still packed: what unpacks into nothing must end too. */
  readonly wireBytes: number;
  /** Certificates trusted instead of the usual ones. */
  readonly ca?: string;
}

/** A client for one request to one site. The certificate is still checked against the host's name. */
export function pinnedClient(url: URL, pin: Pin): Client {
  const host = hostOf(url);
  const connect = buildConnector({
    allowH2: false,
    maxCachedSessions: 0,
    timeout: pin.connectMilliseconds,
    lookup: only(pin.addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 2_500,
    ...(pin.ca === undefined ? {} : { ca: pin.ca }),
  });
  return new Client(url.origin, {
    pipelining: 1,
    maxHeaderSize: pin.headerBytes,
    maxResponseSize: pin.wireBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect(options, callback) {
      const named = isIP(host) === 0 ? { ...options, hostname: host, servername: host } : options;
      connect(named, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        // What was reached is what was checked; asked of the socket itself, so that it rests on nothing above.
        if (pin.mayConnect(socket.remoteAddress ?? "", socket.remotePort ?? 0)) return callback(null, socket);
        socket.destroy();
        callback(privateAddress(), null);
      });
    },
  });
}

/** Answers every look-up with the addresses already known. */
function only(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  return (host, options, callback) => {
    const [first] = known;
    if (first === undefined) callback(Object.assign(new Error(host), { code: "ENOTFOUND" }), "");
    else if (options.all) callback(null, known);
    else callback(null, first.address, first.family);
  };
}

import { Resolver } from "node:dns/promises";

/**
 * All addresses of a host name, asked of the name servers of this machine and nobody else: /etc/hosts holds the
 * house's own names. Unlike the system's look-up it can be stopped and holds no thread while it waits. None: there is
 * no such name, or nobody answers.
 * @param servers other name servers than this machine's, as address:port.
 */
export async function lookUp(
  host: string,
  signal: AbortSignal,
  servers?: readonly string[],
): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  const stop = () => resolver.cancel();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return found.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

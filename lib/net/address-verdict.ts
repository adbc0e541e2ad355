import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** The one part of IPv6 that is given out to the public internet: 2000::/3. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse("2000::");

/**
 * "public" for an address of the public internet, else the name of the range it belongs to. Fails closed: what is not
 * an address in its plain spelling is "unreadable", and every form that carries an IPv4 address inside an IPv6 one
 * (mapped, compatible, NAT64, 6to4, Teredo, ISATAP) is refused whatever it carries, because who translates it is not
 * ours to know.
 */
export function addressVerdict(address: string): string {
  if (isIP(address) === 0 || address.includes("%")) return "unreadable";
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== "unicast") return range;
  if (!(parsed instanceof ipaddr.IPv6)) return "public";
  if (!parsed.match(GLOBAL_UNICAST, 3)) return "unassigned";
  return isIsatap(parsed) ? "isatap" : "public";
}

/** RFC 5214: the interface part is 0000:5efe or 0200:5efe, then an IPv4 address. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  const [, , , , high = 0, low = 0] = parts;
  return (high & 0xfdff) === 0 && low === 0x5efe;
}

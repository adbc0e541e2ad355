import { refusal } from "./refusal.ts";

/** Longer ones name no article: they carry data. */
const LONGEST = 2_000;

/** Names that never lead to the public web: this machine, the house's own network, hidden services. */
const HOUSE_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa|onion)$/;

/**
 * An address that may be asked for, read as a browser reads it (127.1, 0x7f.1 and 2130706433 are one address), without
 * fragment and without the dot that may end a host name.
 * @param base what a redirect's relative address starts from.
 * @throws OnRecordError with reason address or privateAddress.
 */
export function webAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (url === null)
    throw refusal("address", {
      fault: "This is no web address.",
      advice: "Copy it whole, from https:// to its end",
    });
  if (!/^https?:$/.test(url.protocol))
    throw refusal("address", { fault: "Only addresses that begin with http:// or https:// can be fetched." });
  if (url.username !== "" || url.password !== "")
    throw refusal("address", {
      fault: "The address holds a name or password.",
      advice: "Take it out: it would end up on record",
    });
  url.hash = "";
  if (url.href.length > LONGEST)
    throw refusal("address", {
      fault: `The address is longer than ${LONGEST} characters.`,
      advice: "Use the page's short address",
    });
  url.hostname = url.hostname.replace(/\.$/, "");
  const host = url.hostname;
  if (host === "" || host.endsWith(".") || host.includes(".."))
    throw refusal("address", {
      fault: "The address has no proper host name.",
      advice: "Check its spelling",
    });
  if (HOUSE_NAME.test(host) || !/[.:]/.test(host)) throw privateAddress();
  return url;
}

/** The host as an address to connect to, if it is one: no brackets around IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

export function privateAddress() {
  return refusal("privateAddress", {
    fault: "The address leads into a private network.",
    paste: "Only pages of the public web are fetched: paste the text instead",
  });
}

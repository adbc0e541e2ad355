import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressVerdict } from "./address-verdict.ts";
import { PAGE_TYPES } from "./content-type.ts";
import { reasonOf } from "./refusal.ts";
import { createFetcher, mayConnect, safeFetch } from "./safe-fetch.server.ts";
import { reaching, type Site, startSite } from "./testing.ts";

/** Hosts as an address may spell them. None may ever be connected to. */
const HOSTS = [
  // This machine, in every spelling
  "127.0.0.1",
  "127.0.0.1.",
  "127.1",
  "127.0.1",
  "127.000.000.001",
  "127.255.255.254",
  "2130706433",
  "017700000001",
  "0177.0.0.1",
  "0177.0.0.01",
  "0x7f.1",
  "0x7f.0.0.1",
  "0x7f000001",
  "0x7F.0x0.0x0.0x1",
  "%31%32%37.0.0.1",
  "①②⑦.0.0.1",
  "127。0。0。1",
  "0.0.0.0",
  "0",
  "0.1.2.3",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[0000::0001]",
  "[::]",
  "localhost",
  "LOCALHOST",
  "localhost.",
  "localhost..",
  "news.localhost",
  "ｌocalhost",
  // The house's network
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.1",
  "172.31.255.254",
  "192.168.0.1",
  "192.168.1.254",
  "3232235777",
  "0xc0a80101",
  "100.64.0.1",
  "100.127.255.254",
  "169.254.1.1",
  "169.254.169.254",
  "0xa9fea9fe",
  "router",
  "printer.local",
  "db.internal",
  "nas.lan",
  "nas.home.arpa",
  // Nobody's, or everybody's
  "192.0.0.1",
  "192.0.0.170",
  "192.0.2.1",
  "192.88.99.1",
  "192.31.196.1",
  "192.52.193.1",
  "192.175.48.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.7",
  "203.0.113.7",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  // IPv6 of the house, of documents, of groups
  "[fc00::1]",
  "[fd12:3456:789a::1]",
  "[fe80::1]",
  "[febf::1]",
  "[fec0::1]",
  "[ff02::1]",
  "[ff0e::1]",
  "[100::1]",
  "[2001:db8::1]",
  "[3fff::1]",
  "[2001:2::1]",
  "[2001:10::1]",
  "[2001:20::1]",
  "[2001:4:112::1]",
  "[5f00::1]",
  "[1::1]",
  "[4000::1]",
  // IPv4 inside IPv6: mapped, compatible, translated, tunnelled
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::ffff:10.0.0.1]",
  "[::ffff:169.254.169.254]",
  "[::ffff:8.8.8.8]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::a00:1]",
  "[64:ff9b::8.8.8.8]",
  "[64:ff9b:1::127.0.0.1]",
  "[64:ff9b:1:ffff::1]",
  "[2002:7f00:1::]",
  "[2002:a00:1::1]",
  "[2001:0:7f00:1::]",
  "[2001::ffff:ffff:80ff:fffe]",
  "[2606:4700::5efe:7f00:1]",
  "[2606:4700::200:5efe:a00:1]",
  // With a zone, however it is written
  "[fe80::1%25eth0]",
  "[fe80::1%eth0]",
] as const;

const ADDRESSES = [
  ...new Set(
    HOSTS.map((host) => URL.parse(`http://${host}/`)?.hostname.replace(/^\[|\]$/g, "") ?? "").filter((host) =>
      isIP(host),
    ),
  ),
];

/** Listens on every address of this machine. */
let canary: Site;
let site: Site;

beforeAll(async () => {
  canary = await startSite(
    (_request, response) => response.setHeader("content-type", "text/html").end("The canary sings."),
    (await lookup("localhost", { all: true })).some(({ family }) => family === 6) ? "::" : "0.0.0.0",
  );
  site = await startSite((request, response) => {
    const to = new URL(request.url ?? "", "http://site.test").searchParams.get("to") ?? "";
    // As bytes of UTF-8, as sites send it: Node takes characters of one byte only.
    const location = Buffer.from(to).toString("latin1");
    response.writeHead(302, { location }).end();
  });
});
afterAll(() => Promise.all([canary.close(), site.close()]));

const asked = { accepts: PAGE_TYPES };
/** May connect to the site beside the canary: what keeps it from the canary is the rule about addresses alone. */
const parts = () => reaching(site);

async function refusedBecause(work: Promise<unknown>): Promise<string | undefined> {
  const [outcome] = await Promise.allSettled([work]);
  return outcome.status === "rejected" ? (reasonOf(outcome.reason) ?? String(outcome.reason)) : "fetched";
}

test("the matrix is as large as it says", () => {
  expect(HOSTS.length).toBeGreaterThanOrEqual(100);
  expect(ADDRESSES.length).toBeGreaterThanOrEqual(60);
});

test("the canary sings for whoever gets through", async () => {
  const unguarded = createFetcher({ ...parts(), mayConnect: () => true });
  for (const host of ["127.0.0.1", "0x7f.1", "2130706433", "canary.test"]) {
    const { bytes } = await unguarded(`http://${host}:${canary.port}/control`, asked);
    expect(bytes.toString()).toBe("The canary sings.");
  }
  expect(canary.hits.splice(0)).toHaveLength(4);
});

describe("the canary hears nothing", () => {
  test.each(HOSTS)("of http://%s/, asked for or led to", async (host) => {
    const address = `http://${host}:${canary.port}/`;
    const fetch = createFetcher(parts());
    const refused = /^(privateAddress|address)$/;
    expect(await refusedBecause(fetch(address, asked))).toMatch(refused);
    const before = site.hits.length;
    const leading = `http://site.test:${site.port}/?to=${encodeURIComponent(address)}`;
    expect(await refusedBecause(fetch(leading, asked))).toMatch(refused);
    expect(site.hits.length).toBe(before + 1);
    expect(await refusedBecause(safeFetch(address, asked))).toMatch(refused);
    expect(canary.hits).toEqual([]);
  });

  test.each(ADDRESSES)("of a name that leads to %s, alone or beside a public address", async (address) => {
    const name = `http://paper.test:${canary.port}/`;
    for (const answer of [[address], ["1.1.1.1", address], [address, "2606:4700:4700::1111"]]) {
      const fetch = createFetcher({ ...parts(), resolve: async () => answer });
      expect(await refusedBecause(fetch(name, asked))).toBe("privateAddress");
    }
    expect(canary.hits).toEqual([]);
  });

  test.each(ADDRESSES)("of %s on the web's own ports in production", (address) => {
    for (const port of [80, 443, 8080, 8443]) expect(mayConnect(address, port)).toBe(false);
  });

  test("of a name server that answers with no address at all", async () => {
    for (const answer of ["", "site.test", "127.1", "::1%lo", "1.1.1.1:80"]) {
      const fetch = createFetcher({ ...parts(), resolve: async () => [answer] });
      expect(await refusedBecause(fetch(`http://paper.test:${canary.port}/`, asked))).toBe("privateAddress");
    }
    expect(canary.hits).toEqual([]);
  });
});

test("production connects to public addresses on the web's ports", () => {
  for (const port of [80, 443, 8080, 8443]) expect(mayConnect("1.1.1.1", port)).toBe(true);
  for (const port of [0, 22, 25, 81, 3000, 5432, 6379, 65_535])
    expect(mayConnect("1.1.1.1", port)).toBe(false);
});

test.each([
  "file:///etc/passwd",
  "ftp://site.test/",
  "data:text/html,hello",
  "javascript:alert(1)",
  "gopher://site.test/",
  "blob:http://site.test/1",
  "http://editor@site.test/",
  "http://editor:word@site.test/",
  "http://:word@site.test/",
  "http://",
  "http:///",
  "site.test/page",
  "http://a..test/",
  `http://site.test/${"long".repeat(500)}`,
])("%s is no address to fetch, asked for or led to", async (address) => {
  const fetch = createFetcher(parts());
  expect(await refusedBecause(fetch(address, asked))).toBe("address");
});

test("a name that answers public first and private afterwards is looked up once, and stays where it was", async () => {
  const page = await startSite((_request, response) =>
    response.setHeader("content-type", "text/html").end("The page that was checked."),
  );
  let asks = 0;
  // The page's address stands for the public one; the canary's port is the same site's on a second answer.
  const fetch = createFetcher({
    ...reaching(page),
    resolve: async () => (++asks === 1 ? ["127.0.0.1"] : ["127.0.0.2"]),
  });
  const { bytes } = await fetch(`http://rebinding.test:${page.port}/`, asked);
  expect(bytes.toString()).toBe("The page that was checked.");
  expect(asks).toBe(1);
  expect(await refusedBecause(fetch(`http://rebinding.test:${page.port}/`, asked))).toBe("privateAddress");
  expect(asks).toBe(2);
  expect(page.hits).toHaveLength(1);
  await page.close();
});

test("each step of a redirect is looked up anew, once", async () => {
  const asks: string[] = [];
  const fetch = createFetcher({
    ...parts(),
    resolve: async (host) => {
      asks.push(host);
      return host === "site.test" ? ["127.0.0.1"] : ["10.0.0.1"];
    },
  });
  const leading = `http://site.test:${site.port}/?to=http%3A%2F%2Fother.test%2F`;
  expect(await refusedBecause(fetch(leading, asked))).toBe("privateAddress");
  expect(asks).toEqual(["site.test", "other.test"]);
});

test("ranges that no host of the matrix may leave untested", () => {
  expect(new Set(ADDRESSES.map(addressVerdict))).toEqual(
    new Set(
      "loopback unspecified private carrierGradeNat linkLocal reserved as112 amt multicast broadcast uniqueLocal deprecatedSiteLocal discard benchmarking deprecatedOrchid orchid2 as112v6 segmentRouting unassigned ipv4Mapped rfc6145 rfc6052 6to4 teredo isatap".split(
        " ",
      ),
    ),
  );
});

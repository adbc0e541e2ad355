import { createSocket, type Socket } from "node:dgram";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookUp } from "./look-up.server.ts";

const A = 1;
const AAAA = 28;
const FOUR = [1, 1, 1, 1];
const SIX = [0x26, 0x06, 0x47, 0, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0x11];
const RECORDS: Record<string, Partial<Record<number, readonly number[]>>> = {
  "both.test": { [A]: FOUR, [AAAA]: SIX },
  "four.test": { [A]: FOUR },
  "six.test": { [AAAA]: SIX },
};

/** A name server that knows these names, is silent about silent.test, and denies every other. */
let server: Socket;
const asked: string[] = [];
beforeAll(async () => {
  server = createSocket("udp4");
  server.on("message", (query, { address, port }) => {
    const end = query.indexOf(0, 12);
    const name = query
      .subarray(13, end)
      .toString("latin1")
      .replace(/[^\w-]/g, ".");
    const type = query.readUInt16BE(end + 1);
    asked.push(`${type} ${name}`);
    if (name === "silent.test") return;
    const data = RECORDS[name]?.[type];
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(name in RECORDS ? 0x8180 : 0x8183, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(data === undefined ? 0 : 1, 6);
    const answer = data === undefined ? [] : [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length, ...data];
    server.send(Buffer.concat([head, query.subarray(12, end + 5), Buffer.from(answer)]), port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
});

const lookedUp = (name: string, signal = new AbortController().signal) =>
  lookUp(name, signal, [`127.0.0.1:${server.address().port}`]);

test.each([
  ["both.test", ["1.1.1.1", "2606:4700:4700::1111"]],
  ["four.test", ["1.1.1.1"]],
  ["six.test", ["2606:4700:4700::1111"]],
  ["nobody.test", []],
])("%s leads to %j", async (name, addresses) => {
  expect(await lookedUp(name)).toEqual(addresses);
});

test("one question for each family", async () => {
  asked.length = 0;
  await lookedUp("both.test");
  expect(asked.toSorted()).toEqual(["1 both.test", "28 both.test"]);
});

test("a silent name server is waited for only as long as the signal says", async () => {
  const stop = new AbortController();
  const looking = lookedUp("silent.test", stop.signal);
  stop.abort();
  expect(await looking).toEqual([]);
});

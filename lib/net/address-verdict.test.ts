import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressVerdict } from "./address-verdict.ts";

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2606:4700:4700::1111",
  "2a00:1450:4001:80b::200e",
  "2001:4860:4860::8888",
  "3ffe::1",
])("%s is public", (address) => {
  expect(addressVerdict(address)).toBe("public");
});

test.each([
  ["0.0.0.0", "unspecified"],
  ["0.255.255.255", "unspecified"],
  ["10.255.255.255", "private"],
  ["100.64.0.0", "carrierGradeNat"],
  ["100.127.255.255", "carrierGradeNat"],
  ["127.255.255.255", "loopback"],
  ["169.254.169.254", "linkLocal"],
  ["172.31.255.255", "private"],
  ["192.0.0.170", "reserved"],
  ["192.88.99.1", "reserved"],
  ["198.19.255.255", "reserved"],
  ["224.0.0.1", "multicast"],
  ["239.255.255.250", "multicast"],
  ["240.0.0.1", "reserved"],
  ["255.255.255.255", "broadcast"],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["::ffff:8.8.8.8", "ipv4Mapped"],
  ["::8.8.8.8", "ipv4Mapped"],
  ["::808:808", "unassigned"],
  ["::ffff:0:8.8.8.8", "rfc6145"],
  ["64:ff9b::8.8.8.8", "rfc6052"],
  ["64:ff9b:1::8.8.8.8", "rfc6052"],
  ["2002:808:808::1", "6to4"],
  ["2001::1", "teredo"],
  ["2606:4700::5efe:808:808", "isatap"],
  ["2606:4700::200:5efe:7f00:1", "isatap"],
  ["fc00::1", "uniqueLocal"],
  ["fe80::1", "linkLocal"],
  ["fec0::1", "deprecatedSiteLocal"],
  ["ff02::1", "multicast"],
  ["100::1", "discard"],
  ["4000::1", "unassigned"],
  ["fe00::1", "unassigned"],
  ["fe80::1%eth0", "unreadable"],
  ["2606:4700:4700::1111%eth0", "unreadable"],
  ["127.1", "unreadable"],
  ["0177.0.0.1", "unreadable"],
  ["8.8.8.8:80", "unreadable"],
  ["site.test", "unreadable"],
  ["", "unreadable"],
])("%s is not public: %s", (address, verdict) => {
  expect(addressVerdict(address)).toBe(verdict);
});

describe("whatever is carried inside", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const four = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
  test.each(["::", "::ffff:", "::ffff:0:", "64:ff9b::", "64:ff9b:1::", "2606:4700::5efe:"])(
    "%s with an IPv4 address is refused",
    (prefix) => {
      fc.assert(fc.property(four, (address) => addressVerdict(prefix + address) !== "public"));
    },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { addressKey, canonicalUrl } from "./canonical-url.ts";

test.each([
  ["https://courier.test/sea/1#top", "https://courier.test/sea/1"],
  ["https://courier.test/sea/1?utm_source=a&utm_campaign=b", "https://courier.test/sea/1"],
  ["https://courier.test/sea/1?page=2&fbclid=x&gclid=y", "https://courier.test/sea/1?page=2"],
  ["HTTPS://Courier.TEST:443/Sea/1", "https://courier.test/Sea/1"],
  ["https://ines:word@courier.test/1", "https://courier.test/1"],
  ["https://courier.test/1?", "https://courier.test/1"],
  ["https://courier.test/1?q=a%20b+c&id=%7E", "https://courier.test/1?q=a%20b+c&id=%7E"],
  ["https://courier.test/1?at_medium=RSS&mc_cid=1&igshid=2&id=7", "https://courier.test/1?id=7"],
  ["  https://courier.test/1  ", "https://courier.test/1"],
  ["https://courier.test/", "https://courier.test/"],
  ["mailto:ines@courier.test", null],
  ["javascript:alert(1)", null],
  ["/sea/1", null],
  ["", null],
])("%s is kept as %s", (address, kept) => {
  expect(canonicalUrl(address)).toBe(kept);
});

test("keeping an address once more changes nothing", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const once = canonicalUrl(address);
      expect(once).not.toBeNull();
      expect(canonicalUrl(once ?? "")).toBe(once);
    }),
  );
});

test.each([
  ["http://courier.test/sea/1", "https://courier.test/sea/1"],
  ["https://www.courier.test/sea/1", "https://courier.test/sea/1"],
  ["https://courier.test/sea/1/", "https://courier.test/sea/1"],
  ["http://www.courier.test/sea/1/?id=7", "https://courier.test/sea/1?id=7"],
  ["http://www.courier.test", "https://courier.test/"],
])("%s and %s are one address", (one, other) => {
  expect(addressKey(canonicalUrl(one) ?? "")).toBe(addressKey(canonicalUrl(other) ?? ""));
});

test.each([
  ["https://courier.test/sea/1", "https://courier.test/sea/2"],
  ["https://courier.test/sea/1", "https://courier.test/Sea/1"],
  ["https://courier.test/sea/1", "https://live.courier.test/sea/1"],
  ["https://courier.test/sea?id=7", "https://courier.test/sea?id=7/"],
  ["https://courier.test/sea?id=7", "https://courier.test/sea?id=8"],
  ["https://courier.test:8443/sea", "https://courier.test/sea"],
  ["https://courier.test/", "https://courier.test/sea"],
])("%s and %s are two addresses", (one, other) => {
  expect(addressKey(canonicalUrl(one) ?? "")).not.toBe(addressKey(canonicalUrl(other) ?? ""));
});

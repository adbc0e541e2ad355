import { expect, it } from "vitest";
import { deviceWords } from "./device-words.ts";

const BEFORE = "Mozilla/5.0";
it.each([
  [`${BEFORE} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox on Windows"],
  [`${BEFORE} (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36`, "Chrome on Linux"],
  [`${BEFORE} (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0`, "Edge on Windows"],
  [`${BEFORE} (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1`, "Safari on iPhone"],
  [`${BEFORE} (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36`, "Chrome on Android"],
  ["curl/8.1", "Unknown browser"],
  [null, "Unknown browser"],
])("%s", (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});

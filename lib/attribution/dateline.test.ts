import { expect, test } from "vitest";
import { datelineEnd } from "./dateline.ts";
import { found } from "./testdata/found.ts";

const SAID = "The transport ministry said on Monday that the port would close for nine days.";

test.each([
  "PORT HALDEN (Harbour Wire) - ",
  "Port Halden (Harbour Wire) – ",
  "PORT HALDEN, Norway, June 30 (Harbour Wire) — ",
  "Port Halden, 30 June 2024 - ",
  "PORT HALDEN — ",
  "PORT HALDEN -- ",
  "Port Halden — ",
])("%s is no part of the speaker", (dateline) => {
  expect(datelineEnd(dateline + SAID)).toBe(dateline.length);
  expect(found(`Port closes for nine days\n\n${dateline}${SAID}`)).toMatchObject([
    { speaker: "The transport ministry" },
  ]);
});

test.each([
  SAID,
  "The harbour - a small one - is closed.",
  "Ines Vale (Harbour Party) said that the port would close.",
  "Ines Vale – who runs the port – said that it would close.",
  "US-led talks — The port said no.",
  "Vessels wait. Port Halden — The ministry said so.",
])("%s has none", (text) => expect(datelineEnd(text)).toBe(0));

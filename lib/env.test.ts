import { expect, test } from "vitest";
import { parseEnv } from "./env.ts";

test("nothing set: this machine only, port 3000, the embedded database", () => {
  expect(parseEnv({}, "/srv")).toEqual({
    databaseUrl: undefined,
    poolSize: 10,
    port: 3000,
    host: "127.0.0.1",
    url: "http://localhost:3000",
    dataFolder: undefined,
    secret: undefined,
    logLevel: "info",
    publisher: undefined,
    corrections: undefined,
    chromium: undefined,
    fetchLoopback: [],
    production: false,
  });
});

test("an empty or blank variable counts as not set", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: " ", LOG_LEVEL: "" }, "/srv")).toEqual(parseEnv({}, "/srv"));
});

test("the address follows the port unless it is given, and loses its slash", () => {
  expect(parseEnv({ PORT: "8080" }, "/srv").url).toBe("http://localhost:8080");
  expect(parseEnv({ PORT: "8080", ON_RECORD_URL: "https://record.example.org/" }, "/srv").url).toBe(
    "https://record.example.org",
  );
});

test("who publishes, and where to ask for a correction", () => {
  const given = { ON_RECORD_PUBLISHER: "The Lowland Desk", ON_RECORD_CORRECTIONS: "desk@lowland.example" };
  expect(parseEnv(given, "/srv")).toMatchObject({
    publisher: "The Lowland Desk",
    corrections: "desk@lowland.example",
  });
});

test("loopback ports that tests may fetch from: exact pairs of address and port", () => {
  const given = { ON_RECORD_FETCH_LOOPBACK: "127.0.0.1:4567, [::1]:80\n127.9.8.7:65535" };
  expect(parseEnv(given, "/srv").fetchLoopback).toEqual([
    { address: "127.0.0.1", port: 4567 },
    { address: "::1", port: 80 },
    { address: "127.9.8.7", port: 65535 },
  ]);
});

test.each([
  "127.0.0.1",
  "127.0.0.1:0",
  "127.0.0.1:65536",
  "127.0.0.1:*",
  "localhost:4567",
  "10.0.0.1:4567",
  "0.0.0.0:4567",
  "127.1:4567",
  "127.0.0.256:4567",
  "127.00.0.1:4567",
  "[::]:4567",
  "[::ffff:127.0.0.1]:4567",
  "http://127.0.0.1:4567",
  "127.0.0.1:4567/path",
  "127.0.0.1:4567,192.168.0.1:80",
])("%s opens nothing: the setting is refused", (value) => {
  expect(() => parseEnv({ ON_RECORD_FETCH_LOOPBACK: value }, "/srv")).toThrow(
    /^ON_RECORD_FETCH_LOOPBACK must be loopback addresses with their ports/,
  );
});

test("a relative data folder starts from the current folder", () => {
  expect(parseEnv({ ON_RECORD_DATA: "my data" }, "/srv").dataFolder).toBe("/srv/my data");
  expect(parseEnv({ ON_RECORD_DATA: "/var/on record" }, "/srv").dataFolder).toBe("/var/on record");
});

test.each([
  [{ ON_RECORD_CORRECTIONS: "javascript:alert(1)" }, /^ON_RECORD_CORRECTIONS must be an e-mail/],
  [{ PORT: "http" }, /^PORT must be a whole number from 1 to 65535$/],
  [{ PORT: "0" }, /^PORT must be/],
  [{ PORT: "65536" }, /^PORT must be/],
  [{ PORT: "30.5" }, /^PORT must be/],
  [{ HOST: "local host" }, /^HOST must be/],
  [{ DATABASE_URL: "mysql://a:secret@b/c" }, /^DATABASE_URL must look like/],
  [{ DATABASE_URL: "postgresql://a:secret@b" }, /^DATABASE_URL must look like/],
  [{ DATABASE_POOL: "0" }, /^DATABASE_POOL must be a whole number from 1 to 500$/],
  [{ ON_RECORD_URL: "record.example.org" }, /^ON_RECORD_URL must be a web address/],
  [{ ON_RECORD_URL: "https://example.org/record" }, /^ON_RECORD_URL must be a web address without a path/],
  [{ ON_RECORD_SECRET: "short secret" }, /^ON_RECORD_SECRET must have at least 32 characters$/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of fatal, error/],
])("%o is refused in one line that keeps secrets", (variables, says) => {
  let message = "";
  try {
    parseEnv(variables, "/srv");
  } catch (error) {
    message = error instanceof Error ? error.message : "";
  }
  expect(message).toMatch(says);
  expect(message).not.toMatch(/\n|secret@|short secret/);
});

import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { OnRecordError } from "../errors.ts";
import { parseFeed } from "./parse.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { plainText } from "./plain-text.ts";

const FOLDER = path.join(process.env.ON_RECORD_GOLD ?? "../shared", "gold", "badinput", "feedparser");
const HERE = existsSync(FOLDER);
if (!HERE) console.log(`The feeds of bad input were not read: there is no ${FOLDER}.`);
const FILES = HERE ? globSync("**/*.xml", { cwd: FOLDER }).sort() : [];

/** Where the feeds say that they were fetched. */
const URL_OF_ALL = "http://127.0.0.1:8097/";
const MOST = 50_000;

function read(file: string): { readonly feed: ParsedFeed | null; readonly head: string } {
  const bytes = readFileSync(path.join(FOLDER, file));
  const head = bytes.subarray(0, 4_000).toString("latin1").replaceAll("\0", "");
  const contentType = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? null;
  const base = /content-location:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim();
  try {
    return { feed: parseFeed(bytes, new URL(base ?? "", URL_OF_ALL).href, contentType), head };
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== "unusable" || error.message === "") throw error;
    return { feed: null, head };
  }
}

const textsOf = (feed: ParsedFeed) => [
  feed.title,
  ...feed.items.flatMap(({ title, summary, author }) => [title, summary, author ?? ""]),
];
const addressesOf = (feed: ParsedFeed) => [feed.siteUrl, ...feed.items.map(({ url }) => url)];

describe.skipIf(!HERE)("897 bad feeds", () => {
  it.each(["illformed", "wellformed/sanitize", ""])(
    "%s: an answer or a reason, and no tag left",
    (folder) => {
      const others = folder === "";
      const files = FILES.filter((file) =>
        others ? !/^(illformed|wellformed.sanitize)/.test(file) : file.startsWith(path.normalize(folder)),
      );
      expect(files.length).toBeGreaterThan(10);
      let found = 0;
      for (const file of files) {
        const { feed } = read(file);
        if (feed === null) continue;
        found++;
        for (const text of textsOf(feed)) expect(text, file).not.toMatch(/<[a-z!/?]/i);
        for (const address of addressesOf(feed)) expect(address ?? "http:", file).toMatch(/^https?:/);
      }
      console.log(
        `${folder || "other feeds"}: ${found} of ${files.length} read, the others refused with a reason`,
      );
    },
  );

  it("reads what the comments of the feeds expect, where our model has the field", () => {
    const wrong: string[] = [];
    let held = 0;
    let refused = 0;
    for (const file of FILES) {
      const { feed, head } = read(file);
      for (const { field, value } of expectations(head)) {
        const ours = feed === null ? undefined : field(feed);
        if (feed === null) refused++;
        else if (ours === value || plain(ours) === plain(value)) held++;
        else wrong.push(`${file}: ${JSON.stringify(ours)}, not ${JSON.stringify(value)}`);
      }
    }
    const of = held + wrong.length;
    console.log(
      `${held} of ${of} expectations held; ${refused} more are of feeds that say nothing in elements of today\n${wrong.join("\n")}`,
    );
    expect(held / of).toBeGreaterThan(0.97);
  });
});

const plain = (text: string | null | undefined) => text && plainText(text, MOST);

interface Expectation {
  /** Undefined: our model has no such field. */
  readonly field: (feed: ParsedFeed) => string | null | undefined;
  readonly value: string;
}

const FEED_FIELDS: Readonly<Record<string, (feed: ParsedFeed) => string | null>> = {
  title: ({ title }) => title,
  link: ({ siteUrl }) => siteUrl,
  language: ({ language }) => language,
};
const ITEM_FIELDS: Readonly<Record<string, (item: ParsedItem) => string | null>> = {
  title: ({ title }) => title,
  link: ({ url }) => url,
  id: ({ key }) => key,
  guid: ({ key }) => key,
  summary: ({ summary }) => summary,
  description: ({ summary }) => summary,
  author: ({ author }) => author,
  content: ({ contentHtml }) => contentHtml,
};

/** "entries[0]['title'] == 'words'" and what is joined to it by "and"; other Python than that is left out. */
function expectations(head: string): readonly Expectation[] {
  const [, expression = ""] = /Expect:\s*([^\r\n]*)/.exec(head) ?? [];
  if (/ or |\+|"""/.test(expression)) return [];
  return expression.split(" and ").flatMap((part): Expectation[] => {
    const [, where = "", quote = "", words = ""] =
      /^\(?((?:feed|entries\[\d+\])[\w.[\]']*) == u?(['"])((?:\\.|(?!\2).)*)\2\)?$/.exec(part.trim()) ?? [];
    if (quote === "") return [];
    const [noun, ...names] = where
      .replaceAll("'", "")
      .split(/[.[\]]+/)
      .filter(Boolean);
    const name = names
      .filter((name) => name !== "value")
      .join(" ")
      .replace(/_detail$/, "");
    const value = words.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|n|t|(.))/gi, (_all, u, x, other) =>
      u || x ? String.fromCharCode(Number.parseInt(u ?? x, 16)) : (other ?? " "),
    );
    if (noun === "feed") {
      const field = FEED_FIELDS[name];
      return field ? [{ field, value }] : [];
    }
    const [at = "0", ...rest] = name.split(" ");
    const field = ITEM_FIELDS[rest.filter((part) => part !== "0").join(" ")];
    return field
      ? [
          {
            field: (feed) => (feed.items[Number(at)] ? field(feed.items[Number(at)] as ParsedItem) : null),
            value,
          },
        ]
      : [];
  });
}

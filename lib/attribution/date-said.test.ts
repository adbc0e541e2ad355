import { describe, expect, it } from "vitest";
import { CodePointIndex } from "../text/code-points.ts";
import { detect } from "./detect.ts";
import { NORLAND } from "./testdata/norland.ts";

/** Published on a Sunday. */
const SUNDAY = "2024-06-30";

const dates = (text: string, date: string | undefined = SUNDAY) => {
  const index = new CodePointIndex(text);
  return detect({ text, ...(date && { date }) }, NORLAND).map(
    ({ dateSaid }) => dateSaid && [dateSaid.date, index.slice(dateSaid.words.start, dateSaid.words.end)],
  );
};

describe("a day, against the publication", () => {
  it.each([
    ["on Sunday", "2024-06-30", "on Sunday"],
    ["on Monday", "2024-06-24", "on Monday"],
    ["Monday night", "2024-06-24", "Monday night"],
    ["late on Tuesday", "2024-06-25", "late on Tuesday"],
    ["on Tuesday, June 25", "2024-06-25", "on Tuesday, June 25"],
    ["last Friday", "2024-06-28", "last Friday"],
    ["last Sunday", "2024-06-23", "last Sunday"],
    ["on June 30", "2024-06-30", "on June 30"],
    ["on July 1", "2023-07-01", "on July 1"],
    ["on 28 June", "2024-06-28", "on 28 June"],
    ["on Dec. 4", "2023-12-04", "on Dec. 4"],
    ["on March 3, 2021", "2021-03-03", "on March 3, 2021"],
    ["in a statement on 12 May", "2024-05-12", "on 12 May"],
    ["in a statement of 12 May", "2024-05-12", "12 May"],
    ["in a Monday interview", "2024-06-24", "Monday"],
    ["yesterday", "2024-06-29", "yesterday"],
    ["today", "2024-06-30", "today"],
    ["this morning", "2024-06-30", "this morning"],
    ["two days ago", "2024-06-28", "two days ago"],
  ])("said %s", (when, date, words) => {
    expect(dates(`“The pier is old,” Mira Holt said ${when}.`)).toEqual([[date, words]]);
  });
});

describe("a month or a year, where that is all", () => {
  it.each([
    ["last week", "2024-06", "last week"],
    ["this week", "2024-06", "this week"],
    ["three weeks ago", "2024-06", "three weeks ago"],
    ["earlier this month", "2024-06", "earlier this month"],
    ["last month", "2024-05", "last month"],
    ["two months ago", "2024-04", "two months ago"],
    ["in March", "2024-03", "in March"],
    ["in August", "2023-08", "in August"],
    ["in August 2016", "2016-08", "in August 2016"],
    ["in 2019", "2019", "in 2019"],
    ["in late 2019", "2019", "in late 2019"],
    ["last year", "2023", "last year"],
    ["five years ago", "2019", "five years ago"],
  ])("said %s", (when, date, words) => {
    expect(dates(`The pier is old, Mira Holt said ${when}.`)).toEqual([[date, words]]);
  });

  it("a week over two months has only its year, one over two years nothing", () => {
    const text = "The pier is old, Mira Holt said last week.";
    expect(dates(text, "2024-05-08")).toEqual([["2024", "last week"]]);
    expect(dates(text, "2025-01-09")).toEqual([null]);
  });
});

describe("where the date stands", () => {
  it.each([
    ["in front", "On Monday, Mira Holt said that the pier was old."],
    ["in front without a comma", "On Monday Mira Holt said that the pier was old."],
    ["behind a place", "At a meeting in Elm Bay on Monday, Mira Holt said that the pier was old."],
    ["behind a participle of speech", "Speaking on Monday, Mira Holt said that the pier was old."],
    ["behind a document", "In a letter published on Monday, Mira Holt said that the pier was old."],
    ["between speaker and cue", "Mira Holt on Monday said that the pier was old."],
    ["behind the hearer", "Mira Holt told the council on Monday that the pier was old."],
    ["behind an inverted speaker", "“The pier is old,” said Mira Holt on Monday."],
    ["in the middle of content", "The pier, Mira Holt said on Monday, is old."],
    ["behind quoted words", "Mira Holt called the pier “a shame” on Monday."],
    ["with a source", "The pier is old, according to a statement on Monday."],
  ])("%s", (_name, text) => {
    expect(dates(text).map((found) => found?.[0])).toEqual(["2024-06-24"]);
  });

  it("once for a cue that shares the speaker", () => {
    expect(dates("Mira Holt said on Monday that the pier was old, adding that it shook.")).toEqual([
      ["2024-06-24", "on Monday"],
      ["2024-06-24", "on Monday"],
    ]);
  });
});

describe("a date that is not that of the saying", () => {
  it.each([
    ["of the content", "Mira Holt said the pier would close on Monday."],
    ["of quoted content", "“The pier closed on Monday,” Mira Holt said."],
    ["of what is spoken about", "“A shame,” Mira Holt said of the vote on Monday."],
    ["of an event before", "“A shame,” Mira Holt said hours after Monday’s vote."],
    ["of an earlier clause", "When the talks ended on Monday, Mira Holt said that the pier was old."],
    ["of another sentence’s verb", "The pier closed on Monday, and Mira Holt said that it was old."],
    ["of the speaker’s office", "Mira Holt, who was elected in 2019, said that the pier was old."],
    ["of a thing’s name", "Mira Holt told the June 3 Committee that the pier was old."],
    ["of a newspaper", "Mira Holt told the Sunday Times that the pier was old."],
    ["of a name that is a month", "April Holt said that the pier was old."],
    ["still to come", "“It is old,” Mira Holt said next Monday."],
    ["counted from elsewhere", "“It is old,” Mira Holt said two days later."],
    ["no date but a modal", "The pier may close, Mira Holt said."],
    ["unclear between day and month", "The pier is old, Mira Holt said on 04/05/2024."],
  ])("%s", (_name, text) => {
    expect(dates(text)).toEqual([null]);
  });
});

describe("without a publication date", () => {
  it("only a date with its year counts", () => {
    expect(dates("The pier is old, Mira Holt said on Monday.", "")).toEqual([null]);
    expect(dates("The pier is old, Mira Holt said on June 3.", "")).toEqual([null]);
    expect(dates("The pier is old, Mira Holt said last week.", "")).toEqual([null]);
    expect(dates("The pier is old, Mira Holt said on June 3, 2021.", "")).toEqual([
      ["2021-06-03", "on June 3, 2021"],
    ]);
    expect(dates("The pier is old, Mira Holt said in 2019.", "")).toEqual([["2019", "in 2019"]]);
  });
});

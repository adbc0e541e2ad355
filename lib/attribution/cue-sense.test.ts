import { describe, expect, it } from "vitest";
import { cueSense } from "./cue-sense.ts";
import { segment } from "./segment.ts";

/** Sense of the cue between the bars. */
const sense = (marked: string, who = "Mira Holt") => {
  const [before = "", cue = "", after = ""] = marked.split("|");
  const text = before + cue + after;
  const at = text.indexOf(who);
  const speaker = at < 0 ? undefined : { start: at, end: at + who.length };
  const start = before.length;
  const found = cueSense(segment({ text }), {
    speaker,
    cue: { start, end: start + cue.length },
    content: [],
  });
  return { negated: found.negatedCue, hedged: found.hedgedCue };
};

describe("a saying that is denied", () => {
  it.each([
    "Mira Holt |did not say| that the pier was old.",
    "Mira Holt did not |say| that the pier was old.",
    "Mira Holt didn’t |say| that the pier was old.",
    "Mira Holt has never |said| that the pier was old.",
    "Mira Holt could not |confirm| that the pier was old.",
    "Mira Holt cannot |confirm| that the pier was old.",
    "Mira Holt declined to |say| whether the pier was old.",
    "Mira Holt refused to publicly |say| whether the pier was old.",
    "Mira Holt has yet to |explain| why the pier fell.",
    "Mira Holt stopped short of |saying| that the pier was old.",
    "Mira Holt left without |saying| whether the pier was old.",
    "Mira Holt denied |saying| that the pier was old.",
    "Mira Holt |said| nothing about the pier.",
  ])("%s", (text) => {
    expect(sense(text)).toEqual({ negated: true, hedged: text.includes("could") });
  });

  it("by nobody", () => {
    expect(sense("No official |said| that the pier was old.", "No official").negated).toBe(true);
    expect(sense("Nobody |said| that the pier was old.", "Nobody").negated).toBe(true);
    expect(sense("No. 10 |said| that the pier was old.", "No. 10").negated).toBe(false);
  });

  it.each([
    "Mira Holt |denied| that the pier was old.",
    "Mira Holt |rejected| the report.",
    "Mira Holt not only |said| that the pier was old.",
    "Mira Holt |said| the pier was not old.",
    "The pier was not old, Mira Holt |said|.",
    "“No, it is not,” Mira Holt |said|.",
  ])("but not where only what was said denies: %s", (text) => {
    expect(sense(text)).toEqual({ negated: false, hedged: false });
  });
});

describe("a saying in doubt or to come", () => {
  it.each([
    "Mira Holt reportedly |said| that the pier was old.",
    "Mira Holt has allegedly |told| the guild that the pier was old.",
    "Mira Holt |reportedly said| that the pier was old.",
    "Mira Holt is believed to have |told| the guild that the pier was old.",
    "Mira Holt is said to have |told| the guild that the pier was old.",
    "Mira Holt may |announce| that the pier will close.",
    "Mira Holt would |say| that the pier is old.",
    "Mira Holt is expected to |say| that the pier is old.",
    "Mira Holt appeared to |suggest| that the pier was old.",
    "Mira Holt will |announce| on Monday that the pier is closed.",
    "If Mira Holt |says| that the pier is old, it will close.",
  ])("%s", (text) => {
    expect(sense(text)).toEqual({ negated: false, hedged: true });
  });

  it.each([
    "Mira Holt |said| that the pier may close.",
    "The pier will reportedly close, Mira Holt |said|.",
    "Mira Holt would often |say| that the pier was old.",
    "Mira Holt went on to |say| that the pier was old.",
    "Mira Holt has repeatedly |said| that the pier was old.",
  ])("but not where only what was said is: %s", (text) => {
    expect(sense(text)).toEqual({ negated: false, hedged: false });
  });
});

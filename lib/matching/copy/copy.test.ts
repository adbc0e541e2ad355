import { describe, expect, it, test } from "vitest";
import { compareCopies, copyReason, copyText, estimateCopies } from "./compare.ts";
import { runsOf } from "./runs.ts";
import { FEWEST_RUNS, MOST_KEYS, type Signature, signatureOf } from "./signature.ts";
import { HARBOUR, joined, ORCHARD } from "./testing-texts.ts";
import { copyWords } from "./words.ts";

const compare = (a: string, b: string) => compareCopies(copyText(a), copyText(b));
function signed(text: string): Signature {
  const signature = signatureOf(text);
  if (signature === null) throw new Error("too short");
  return signature;
}
const sharedKeys = (a: string, b: string) =>
  signed(a).keys.filter((key) => signed(b).keys.includes(key)).length;

describe("words", () => {
  test("are the same however a printer sets them", () => {
    expect(copyWords("The MAYOR’s café")).toEqual(copyWords("the mayor's Cafe\u0301"));
    expect(copyWords("ＡＢＣ １２")).toEqual(["abc", "12"]);
    expect(copyWords("Ёлка стоит")).toEqual(copyWords("ёлка Стоит"));
  });
  test("of scripts with spaces are words", () => {
    expect(copyWords("부두가 월요일에 닫힌다")).toEqual(["부두가", "월요일에", "닫힌다"]);
    expect(copyWords("أُغلِقَ المرفأ")).toEqual(copyWords("أغلق المرفأ"));
    expect(copyWords("Пристань закрыта")).toEqual(["пристань", "закрыта"]);
  });
  test("of scripts without spaces are pairs of characters", () => {
    expect(copyWords("港口关闭")).toEqual(["港口", "口关", "关闭"]);
    expect(copyWords("港、B2")).toEqual(["港", "b2"]);
    expect(copyWords("ท่าเรือ").length).toBeGreaterThan(3);
  });
});

describe("runs", () => {
  test("are five words long, one from each word on", () => {
    expect(runsOf("one two three four")).toEqual([]);
    expect(runsOf("one two three four five")).toHaveLength(1);
    expect(runsOf(HARBOUR[0])).toHaveLength(copyWords(HARBOUR[0]).length - 4);
  });
  test("differ when a word or its place does", () => {
    const [run] = runsOf("one two three four five");
    for (const other of ["two one three four five", "one two three four fives", "onetwo three four five six"])
      expect(runsOf(other)).not.toContain(run);
  });
  test("of many words hardly ever meet by chance", () => {
    const many = runsOf(Array.from({ length: 50_000 }, (_, n) => `w${n}`).join(" "));
    expect(new Set(many).size).toBe(many.length);
    // Keys hold the lower half alone: 50,000 meet 0.3 times in 2^32.
    expect(new Set(many.map((run) => run | 0)).size).toBeGreaterThan(many.length - 5);
  });
});

describe("signature", () => {
  test("is none for a text of fewer words than a news text has", () => {
    const words = copyWords(HARBOUR[0]).slice(0, FEWEST_RUNS + 4);
    expect(signatureOf(words.join(" "))).not.toBeNull();
    expect(signatureOf(words.slice(1).join(" "))).toBeNull();
    expect(signatureOf("")).toBeNull();
    // Said over and over, it is still one phrase.
    expect(signatureOf("no news today at all ".repeat(50))).toBeNull();
  });
  test("has integers of 32 bits in order, and no more than its bound however long the text is", () => {
    const long = Array.from({ length: 60_000 }, (_, n) => `w${(n * 7919) % 60_000}`).join(" ");
    const { keys } = signed(long);
    expect(keys).toHaveLength(MOST_KEYS);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    for (const key of keys) expect(key).toBe(key | 0);
  });
  test("shares a key wherever 28 words in a row are shared", () => {
    const passage = copyWords(joined(...HARBOUR)).slice(30, 58);
    expect(sharedKeys(joined(...HARBOUR), joined(ORCHARD[0], passage.join(" "), ORCHARD[1]))).toBeGreaterThan(
      0,
    );
    expect(sharedKeys(joined(...HARBOUR), joined(...ORCHARD))).toBe(0);
  });
});

describe("comparison", () => {
  const whole = joined(...HARBOUR);
  it("takes a text in other type for the same", () =>
    expect(compare(whole, whole.toUpperCase().replaceAll(", ", " , "))).toMatchObject({
      verdict: "copy",
      containment: 1,
      jaccard: 1,
      reason: "the wording is the same throughout",
    }));
  it("finds a cut that other paragraphs were added to, though only a third of all runs is shared", () => {
    const found = compare(
      whole,
      joined(ORCHARD[0], ORCHARD[1], HARBOUR[0], HARBOUR[1], HARBOUR[2], ORCHARD[2]),
    );
    expect(found.jaccard).toBeLessThan(0.35);
    expect(found).toMatchObject({ verdict: "copy", oneText: true });
    expect(found.reason).toMatch(
      /^\d+ % of the shorter text’s wording stands in the longer one, \d+ % the other way round$/,
    );
  });
  it("finds a short cut of a long text, both ways round", () => {
    expect(compare(whole, HARBOUR[0])).toMatchObject({ verdict: "copy", containment: 1, ofSecond: 1 });
    expect(compare(HARBOUR[0], whole)).toMatchObject({ verdict: "copy", containment: 1, ofFirst: 1 });
  });
  it("takes one item of a round-up for a copy, but not for one text with it", () => {
    const others = Array.from({ length: 300 }, (_, n) => `item ${n} of the day`).join(" ");
    expect(compare(HARBOUR[0], joined(others, HARBOUR[0]))).toMatchObject({
      verdict: "copy",
      oneText: false,
    });
  });
  it("takes texts that share a sentence for none", () => {
    expect(compare(whole, joined(...ORCHARD, HARBOUR[0]))).toMatchObject({ verdict: "none", oneText: false });
    expect(compare(whole, joined(...ORCHARD))).toMatchObject({ verdict: "none", containment: 0 });
    expect(compare("", whole)).toMatchObject({ verdict: "none", containment: 0, jaccard: 0 });
  });
  it("is estimated by signatures alone", () => {
    expect(estimateCopies(signed(whole), signed(whole)).containment).toBe(1);
    expect(estimateCopies(signed(whole), signed(joined(...ORCHARD))).containment).toBe(0);
    const cut = joined(...HARBOUR.slice(0, 3), ...ORCHARD.slice(0, 1));
    const exact = compare(whole, cut).containment;
    expect(Math.abs(estimateCopies(signed(whole), signed(cut)).containment - exact)).toBeLessThan(0.3);
  });
  it("never says all for less, nor nothing for something", () => {
    expect(copyReason(0.999, 0.001)).toBe(
      "99 % of the shorter text’s wording stands in the longer one, 1 % the other way round",
    );
    expect(copyReason(0.8, 0.8)).toBe("80 % of the wording of either text stands in the other");
    expect(copyReason(1, 0.5)).toBe(
      "all of the shorter text’s wording stands in the longer one, 50 % the other way round",
    );
  });
});

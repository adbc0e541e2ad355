import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packagedBackground, packBackground, readBackground } from "./background.ts";
import { proposeStory, type StoryCandidate } from "./propose.ts";
import { storyReason } from "./reason.ts";
import { type StoryArticle, storyScore } from "./score.ts";
import { isName, storyTerms } from "./terms.ts";
import { consideredTerms, STORED_TERMS, storyVector } from "./vector.ts";

const NOTHING_YET = { articles: 0, about: () => 0 };

function article(headline: string, body: string, day = 20_000, language = "en") {
  const terms = storyTerms({ headline, text: `${headline}\n\n${body}`, language });
  return { terms, vector: storyVector(consideredTerms(terms, language), NOTHING_YET), language, day };
}
const surfaces = (headline: string, text: string, language: string) =>
  storyTerms({ headline, text, language });
const namesIn = (text: string, language = "en") =>
  surfaces("", text, language)
    .filter(({ hash }) => isName(hash))
    .map(({ surface }) => surface);

const DRILL = article(
  "Ferry drill in Tarn Valley ends early",
  "The ferry line of Tarn Valley broke off a drill on Tuesday when fog came in. Mara Quell, who runs the line, said nobody was hurt. The drill had been planned by the Tarn Valley lifeboats.",
);
const SAME_DRILL = article(
  "Fog stops lifeboat exercise",
  "Lifeboats in Tarn Valley had to stop a drill with the ferry as fog covered the lake. “We will try again in May,” said Mara Quell of the ferry line.",
  20_002,
);
const BAKERY = article(
  "Bakery prize for rye loaf",
  "A rye loaf from a small bakery in Ostermoor won the county prize on Tuesday. The jury praised the crust. Baker Leif Amsel said he would use the money for an oven.",
);

describe("terms of an article", () => {
  it("takes words that always have a capital for names, alone and in a row, whatever begins a sentence", () => {
    const names = namesIn(
      "The drill was led by Mara Quell. Fog came. Then Quell spoke of fog in Tarn Valley.",
    );
    expect(names).toEqual(["Mara", "Quell", "Tarn", "Valley", "Mara Quell", "Tarn Valley"]);
  });
  it("reads an acronym with and without dots alike, and no possessive", () => {
    const [dotted] = surfaces("", "he ran the T.V.L.’s boat", "en").filter(({ hash }) => isName(hash));
    const [plain] = surfaces("", "he ran the TVL boat", "en").filter(({ hash }) => isName(hash));
    expect(dotted?.hash).toBe(plain?.hash);
  });
  it("leaves out the names by which an outlet names itself", () => {
    const text = "said Mara Quell to the Mole Herald. She told the Herald so.";
    const named = storyTerms({ headline: "", text, language: "en", outlet: "Mole Herald" });
    expect(named.map(({ surface }) => surface)).toEqual(
      expect.not.arrayContaining(["Herald", "Mole Herald"]),
    );
    expect(named.map(({ surface }) => surface)).toContain("Mara Quell");
  });
  it("does not take a German noun for a name, but two capitals in a row", () =>
    expect(namesIn("Gestern hielt der Verein eine Übung ab, sagte Mara Quell.", "de")).toEqual([
      "Mara Quell",
    ]));
  it("meets endings: English plurals, Korean particles, longer words of other languages", () => {
    const hash = (text: string, language: string) => surfaces("", text, language)[0]?.hash;
    expect(hash("ferries", "en")).toBe(hash("ferries", "en"));
    expect(hash("drills", "en")).toBe(hash("drill", "en"));
    expect(hash("외무성은", "ko")).toBe(hash("외무성의", "ko"));
    expect(hash("переправами", "ru")).toBe(hash("переправа", "ru"));
    expect(hash("drill", "en")).not.toBe(hash("drill", "nl"));
  });
  it("reads scripts without spaces by pairs of characters", () =>
    expect(surfaces("", "渡船演习", "zh").map(({ surface }) => surface)).toEqual(["渡船", "船演", "演习"]));
  it("weighs the headline above the lead, and the lead above what comes late", () => {
    const weights = new Map(
      storyTerms({
        headline: "fog",
        text: `drill ${"so ".repeat(200)} lake`,
        language: "en",
      }).map(({ surface, weight }) => [surface, weight]),
    );
    expect(weights.get("fog")).toBeGreaterThan(weights.get("drill") ?? 0);
    expect(weights.get("drill")).toBeGreaterThan(weights.get("lake") ?? 0);
  });
  it("copes with any text and never gives a term twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const hashes = storyTerms({ headline: text.slice(0, 20), text, language: null }).map(
          ({ hash }) => hash,
        );
        expect(new Set(hashes).size).toBe(hashes.length);
        expect(hashes.every((hash) => Number.isInteger(hash) && Math.abs(hash) <= 2 ** 31)).toBe(true);
      }),
    );
  });
});

describe("the vector of an article", () => {
  it("has length 1, the strongest term first, and a bounded number of terms", () => {
    const words = Array.from({ length: 500 }, (_, at) => `w${"abcdefghij"[at % 10]}${at.toString(36)}x`);
    const terms = storyTerms({ headline: "", text: words.join(" "), language: "en" });
    const { hashes, weights } = storyVector(consideredTerms(terms, "en"), NOTHING_YET);
    expect(hashes).toHaveLength(STORED_TERMS);
    expect(Math.hypot(...weights)).toBeCloseTo(1, 10);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });
  it("counts what many articles of the same days are about for less", () => {
    const drill = DRILL.terms.find(({ surface }) => surface === "drill")?.hash ?? 0;
    const weightIn = ({ hashes, weights }: StoryArticle["vector"]) => weights[hashes.indexOf(drill)] ?? 0;
    const common = storyVector(consideredTerms(DRILL.terms, "en"), {
      articles: 400,
      about: (hash) => (hash === drill ? 300 : 0),
    });
    expect(weightIn(common)).toBeLessThan(weightIn(DRILL.vector) / 2);
  });
  it("is empty for a text without words", () =>
    expect(
      storyVector(
        consideredTerms(storyTerms({ headline: "—", text: "!", language: "en" }), "en"),
        NOTHING_YET,
      ).hashes,
    ).toEqual([]));
});

describe("background", () => {
  it("comes back as it was packed, without what is rare", () => {
    const counts = new Map([
      [-7, 4],
      [12, 2],
      [99, 8],
    ]);
    const { share } = readBackground(packBackground(counts, { about: "", language: "en", articles: 10 }));
    expect([share(-7), share(99)]).toEqual([0.4, 0.8]);
    expect(share(12)).toBeLessThan(0.2);
  });
  it("that is packaged knows that “the” is everywhere and a made-up word nowhere", () => {
    const share = (text: string) =>
      packagedBackground().share(surfaces("", text, "en")[0]?.hash ?? Number.NaN);
    expect(share("the")).toBeGreaterThan(0.95);
    expect(share("quellotarn")).toBeLessThan(0.01);
  });
});

describe("the likeness of two articles", () => {
  it("is high for one event and nearly none for two", () => {
    expect(storyScore(DRILL, SAME_DRILL).score).toBeGreaterThan(0.3);
    expect(storyScore(DRILL, BAKERY).score).toBeLessThan(0.08);
  });
  it("is nothing beyond the window, and less with each day", () => {
    const later = (days: number) => storyScore(DRILL, { ...SAME_DRILL, day: DRILL.day + days }).score;
    expect(later(0)).toBeGreaterThan(later(3));
    expect(later(7)).toBeGreaterThan(0);
    expect(later(8)).toBe(0);
  });
  it("is the same both ways", () =>
    expect(storyScore(DRILL, SAME_DRILL).score).toBeCloseTo(storyScore(SAME_DRILL, DRILL).score, 10));
  it("goes across languages by names alone, and only where they agree strongly", () => {
    const german = article(
      "Nebel stoppt Übung",
      "Die Rettungsboote von Tarn Valley brachen eine Übung ab, sagte Mara Quell von Tarn Valley Ferries. Tarn Valley Ferries will es im Mai wieder versuchen.",
      20_000,
      "de",
    );
    const english = article(
      "Fog stops exercise",
      "The lifeboats of Tarn Valley broke off, said Mara Quell of Tarn Valley Ferries. She said Tarn Valley Ferries would try again.",
    );
    const other = article(
      "Nebel",
      "Mara Quell backt Brot in Ostermoor, sagte Leif Amsel dem Blatt.",
      20_000,
      "de",
    );
    expect(storyScore(english, german).score).toBeGreaterThan(0.4);
    expect(storyScore(english, other).score).toBe(0);
    // The same names in the same language count with all the words around them.
    expect(storyScore(english, { ...german, language: "en" }).shared).toEqual(
      expect.arrayContaining([...storyScore(english, german).shared]),
    );
  });
  it("is explained in the article's own words, longest names first, with the days between", () => {
    const reason = storyReason(storyScore(DRILL, SAME_DRILL), DRILL.terms);
    expect(reason).toMatch(/^shares (.*, )?Tarn Valley(, .*)?; 2 days apart$/);
    expect(reason).toContain("lifeboats");
    const named = reason.replace(/^shares |;.*$/g, "").split(", ");
    expect(named).not.toContain("Tarn");
    expect(named).not.toContain("Valley");
    expect(storyReason({ score: 1, shared: [], daysApart: 0 }, [])).toContain("the same day");
  });
});

describe("what the likeness of two articles rests on", () => {
  const reasonOf = (a: ReturnType<typeof article>, b: ReturnType<typeof article>) =>
    storyReason(storyScore(a, b), a.terms).replace(/^shares |;.*$/g, "");
  it("is no word of grammar, of saying or of the calendar, and no bare number", () => {
    const one = article(
      "Eleven said on Tuesday",
      "He said on Tuesday that eleven of the 12 had told reporters a year ago they would announce it.",
    );
    const other = article(
      "Eleven told on Tuesday",
      "She was told on Tuesday: 12 had been announced, said eleven who reported it last year.",
    );
    const shared = new Set(storyScore(one, other).shared);
    expect(one.terms.filter(({ hash }) => shared.has(hash)).map(({ surface }) => surface)).toEqual([]);
  });
  it("keeps what only looks like one: a long number, a name, an acronym", () => {
    const one = article(
      "240 ships",
      "Then Theresa May told the WHO of 240 ships. To May and the WHO 240 are few.",
    );
    const other = article(
      "The 240",
      "With the WHO it was Theresa May that counted 240. For May and the WHO it is all.",
    );
    const shared = new Set(storyScore(one, other).shared);
    const surfaces = one.terms.filter(({ hash }) => shared.has(hash)).map(({ surface }) => surface);
    expect(surfaces).toEqual(expect.arrayContaining(["240", "Theresa May", "May", "WHO"]));
  });
  it("is nothing for two short articles of one outlet about different things", () => {
    const keeper = article(
      "Lock keeper retires after forty years",
      "Lock keeper Abel Noor retired on Friday after forty years at the Weir lock.\n\n“I have seen every barge twice,” Noor said.",
    );
    const owners = article(
      "Barge owners want a longer season",
      "Barge owners demanded on Saturday that the canal stay open until December.\n\nThe owners’ association said the closure cost them two million crowns a year.",
      20_001,
    );
    expect(storyScore(keeper, owners).score).toBe(0);
    expect(proposeStory(keeper, [{ ...owners, articleId: "owners", storyId: null }], 1)).toBeNull();
  });
  it("is named whole, as far as its words are shared", () => {
    const body = `It was called Freedom Edge in Port Halden. The freedom of the port is old.
      North Korea’s Foreign Ministry wrote of Freedom Edge. The ministry spoke of the Indo-Pacific, so did the Indo-Pacific Forum.
      The Halden Dockworkers’ Union stayed away.`;
    const named = reasonOf(article("Drill", body), article("Exercise", body)).split(", ");
    expect(named).toEqual(expect.arrayContaining(["Freedom Edge"]));
    for (const piece of ["Edge", "Halden", "Halden Dockworkers", "North Korea Foreign", "Foreign", "Indo"])
      expect(named).not.toContain(piece);
  });
  it("names no more of a name than the other article has", () => {
    const one = article(
      "Drill",
      "It was Minister Mara Quell who came. To Quell the fog in Tarn Valley was new.",
    );
    const other = article(
      "Fog",
      "In the fog of Tarn Valley nobody saw Quell. Then Quell spoke in Tarn Valley.",
    );
    const named = reasonOf(one, other).split(", ");
    expect(named).toEqual(expect.arrayContaining(["Quell", "Tarn Valley"]));
  });
});

describe("what is proposed for an article", () => {
  const candidate = (of: StoryArticle, articleId: string, storyId: string | null = null): StoryCandidate => ({
    ...of,
    articleId,
    storyId,
  });
  it("is a new story with the article it is like", () =>
    expect(proposeStory(DRILL, [candidate(BAKERY, "bakery"), candidate(SAME_DRILL, "fog")], 2)).toMatchObject(
      { storyId: null, like: { articleId: "fog" } },
    ));
  it("is the story that article is in", () =>
    expect(proposeStory(DRILL, [candidate(SAME_DRILL, "fog", "the drill")], 1)?.storyId).toBe("the drill"));
  it("is nothing where nothing is alike, and nothing without candidates", () => {
    expect(proposeStory(DRILL, [candidate(BAKERY, "bakery")], 1)).toBeNull();
    expect(proposeStory(DRILL, [], 0)).toBeNull();
  });
  it("counts all articles of a story: one alike among many others draws nothing in", () => {
    const others = Array.from({ length: 8 }, (_, at) => candidate(BAKERY, `bakery ${at}`, "mixed"));
    const alone = proposeStory(DRILL, [candidate(SAME_DRILL, "fog", "mixed")], 1)?.score ?? 0;
    const mixed = proposeStory(DRILL, [candidate(SAME_DRILL, "fog", "mixed"), ...others], 9)?.score ?? 0;
    expect(mixed).toBeLessThan(alone / 2);
  });
  it("asks for more likeness where the same days hold more articles", () => {
    const { score } = proposeStory(DRILL, [candidate(SAME_DRILL, "fog")], 0) ?? { score: 0 };
    expect(proposeStory(DRILL, [candidate(SAME_DRILL, "fog")], 1_000, score - 0.05)).toBeNull();
    expect(proposeStory(DRILL, [candidate(SAME_DRILL, "fog")], 0, score - 0.05)).not.toBeNull();
  });
});

import type { PlannedArticle } from "../plan.ts";

/** Waits in the inbox: words that are on record already, in an outlet that is not. */
export const tarnValleyDrills: PlannedArticle = {
  key: "tarn-valley-drills",
  outlet: "tarnValleyReview",
  url: "https://tarnvalleyreview.example/2024/07/reading-two-statements",
  headline: "Reading two statements side by side",
  standfirst: "What was published on 27 and on 30 June about the Freedom Edge drills",
  byline: "Joris Amble",
  publishedAt: "2024-07-03T09:00",
  zone: null,
  paragraphs: [
    "Two short statements frame the Freedom Edge exercise. Anyone who wants to know what was said can read both in ten minutes, and we suggest doing so.",
    "The first is dated 27 June. The United States, Japan and South Korea wrote that the exercise would help “promote trilateral interoperability and protect freedom for peace and stability in the Indo-Pacific”.",
    "The second is dated 30 June and was carried by the Korean Central News Agency. “The full-fledged appearance of Asian version of NATO” is how the North Korean Foreign Ministry described the ties between the three. US policy, it said, “has already crossed the red-line”.",
    "A third text belongs beside them, although it is older. Speaking in Brussels on 29 November 2023, NATO Secretary General Jens Stoltenberg said: “NATO will remain a regional alliance of Europe and North America, but we face global challenges.”",
    "The exercise itself took place at sea and in the air, over three days, and was the first of its name. Our next issue will look at the maps of the East China Sea that were printed with the reports.",
  ],
  inbox: true,
  statements: [
    {
      speaker: { words: "The United States, Japan and South Korea", after: "" },
      cue: ["wrote"],
      content: [
        "the exercise would help “promote trilateral interoperability and protect freedom for peace and stability in the Indo-Pacific”",
      ],
      actor: "threeStates",
      kind: "mixed",
      mode: "said",
      via: [],
      stances: [
        { claim: "interoperability", kind: "asserts" },
        { claim: "peaceAndStability", kind: "asserts" },
      ],
    },
    {
      speaker: "the North Korean Foreign Ministry",
      cue: ["described"],
      content: ["“The full-fledged appearance of Asian version of NATO”"],
      actor: "northKoreanForeignMinistry",
      kind: "direct",
      mode: "said",
      via: [{ actor: "kcna", proof: "carried by the Korean Central News Agency" }],
      stances: [{ claim: "asianNato", kind: "asserts" }],
    },
    {
      speaker: { words: "it", after: "US policy, " },
      cue: [{ words: "said", after: "US policy, " }],
      content: ["US policy", "“has already crossed the red-line”"],
      actor: "northKoreanForeignMinistry",
      kind: "mixed",
      mode: "said",
      via: [{ actor: "kcna", proof: "carried by the Korean Central News Agency" }],
      stances: [{ claim: "redLine", kind: "asserts" }],
    },
    {
      speaker: "NATO Secretary General Jens Stoltenberg",
      cue: [{ words: "said", after: "Jens Stoltenberg" }],
      content: [
        "“NATO will remain a regional alliance of Europe and North America, but we face global challenges.”",
      ],
      actor: "stoltenberg",
      kind: "direct",
      mode: "said",
      via: [],
      stances: [
        { claim: "regionalNato", kind: "asserts" },
        { claim: "globalChallenges", kind: "asserts" },
      ],
    },
  ],
};

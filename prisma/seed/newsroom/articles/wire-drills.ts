import type { PlannedArticle, PlannedStatement } from "../plan.ts";

/** The agency's text. Two outlets print it as it is (wire-drills-examiner.ts, wire-drills-eastmoor.ts). */
export const WIRE_PARAGRAPHS = [
  "North Korea’s Foreign Ministry has described the Freedom Edge exercise as “reckless and provocative military muscle-flexing”, in a statement carried on Sunday by the Korean Central News Agency (KCNA).",
  "Relations between the United States, Japan and South Korea, the ministry said, show “the full-fledged appearance of Asian version of NATO”.",
  "US policy “has already crossed the red-line”, it wrote. The ministry added that North Korea “will never overlook the moves of the US and its followers to strengthen the military bloc”.",
  "According to a joint statement that the US Navy published on Thursday, the drills help “promote trilateral interoperability and protect freedom for peace and stability in the Indo-Pacific”.",
  "Freedom Edge ran from 27 to 29 June in the East China Sea, with ships and aircraft of all three countries. It was the first exercise of that name. The leaders of the three had agreed on regular joint drills when they met at Camp David in August 2023.",
  "KCNA is North Korea’s state news agency. The quotations from the ministry follow the agency’s English service, spelling included.",
] as const;

export const WIRE_STATEMENTS: readonly PlannedStatement[] = [
  {
    speaker: "North Korea’s Foreign Ministry",
    cue: ["has described"],
    content: ["the Freedom Edge exercise as “reckless and provocative military muscle-flexing”"],
    actor: "northKoreanForeignMinistry",
    kind: "mixed",
    mode: "said",
    via: [{ actor: "kcna", proof: "carried on Sunday by the Korean Central News Agency (KCNA)" }],
    stances: [{ claim: "recklessDrills", kind: "asserts" }],
  },
  {
    speaker: { words: "the ministry", after: "Relations between" },
    cue: [{ words: "said", after: "Relations between" }],
    content: [
      "Relations between the United States, Japan and South Korea",
      "show “the full-fledged appearance of Asian version of NATO”",
    ],
    actor: "northKoreanForeignMinistry",
    kind: "mixed",
    mode: "said",
    via: [{ actor: "kcna", proof: "carried on Sunday by the Korean Central News Agency (KCNA)" }],
    stances: [{ claim: "asianNato", kind: "asserts" }],
  },
  {
    speaker: { words: "it", after: "the red-line”, " },
    cue: ["wrote"],
    content: ["US policy “has already crossed the red-line”"],
    actor: "northKoreanForeignMinistry",
    kind: "mixed",
    mode: "said",
    via: [{ actor: "kcna", proof: "carried on Sunday by the Korean Central News Agency (KCNA)" }],
    stances: [{ claim: "redLine", kind: "asserts" }],
  },
  {
    speaker: "The ministry",
    cue: ["added"],
    content: [
      "North Korea “will never overlook the moves of the US and its followers to strengthen the military bloc”",
    ],
    actor: "northKoreanForeignMinistry",
    kind: "mixed",
    mode: "said",
    via: [{ actor: "kcna", proof: "carried on Sunday by the Korean Central News Agency (KCNA)" }],
    stances: [{ claim: "neverOverlook", kind: "asserts" }],
  },
  {
    speaker: "a joint statement",
    cue: ["According to"],
    content: [
      "the drills help “promote trilateral interoperability and protect freedom for peace and stability in the Indo-Pacific”",
    ],
    actor: "threeStates",
    kind: "mixed",
    mode: "said",
    via: [{ actor: "usNavy", proof: "that the US Navy published on Thursday" }],
    stances: [
      { claim: "interoperability", kind: "asserts" },
      { claim: "peaceAndStability", kind: "asserts" },
    ],
  },
];

/** Wire copy. */
export const wireDrills: PlannedArticle = {
  key: "wire-drills",
  outlet: "harbourWire",
  url: "https://harbourwire.example/2024/06/30/freedom-edge-statements",
  headline: "North Korea calls Freedom Edge drills “reckless and provocative”",
  standfirst: null,
  byline: null,
  publishedAt: "2024-06-30T08:15",
  zone: "UTC",
  paragraphs: WIRE_PARAGRAPHS,
  inbox: false,
  statements: [
    {
      speaker: { words: "North Korea", after: "" },
      cue: ["calls"],
      content: ["Freedom Edge drills “reckless and provocative”"],
      actor: "northKorea",
      kind: "mixed",
      mode: "said",
      via: [],
      stances: [{ claim: "recklessDrills", kind: "asserts" }],
    },
    ...WIRE_STATEMENTS,
  ],
};

import type { PlannedArticle } from "../plan.ts";
import { WIRE_PARAGRAPHS, WIRE_STATEMENTS } from "./wire-drills.ts";

/** The wire text reprinted under a headline of the outlet's own. */
export const wireDrillsEastmoor: PlannedArticle = {
  key: "wire-drills-eastmoor",
  outlet: "eastmoorToday",
  url: "https://eastmoortoday.example/2024/06/asian-version-of-nato",
  headline: "Three states show ‘appearance of Asian version of NATO’ – Pyongyang",
  standfirst: null,
  byline: "Agency report",
  publishedAt: "2024-06-30T16:02",
  zone: null,
  paragraphs: WIRE_PARAGRAPHS,
  inbox: false,
  statements: [
    {
      speaker: "Pyongyang",
      cue: ["–"],
      content: ["Three states show ‘appearance of Asian version of NATO’"],
      actor: "northKorea",
      kind: "mixed",
      mode: "said",
      via: [],
      stances: [{ claim: "asianNato", kind: "asserts" }],
    },
    ...WIRE_STATEMENTS,
  ],
};

import type { PlannedArticle } from "../plan.ts";
import { WIRE_PARAGRAPHS, wireDrills } from "./wire-drills.ts";

/** The wire text reprinted word for word, headline and all. */
export const wireDrillsExaminer: PlannedArticle = {
  ...wireDrills,
  key: "wire-drills-examiner",
  outlet: "lowlandExaminer",
  url: "https://lowlandexaminer.example/world/freedom-edge-north-korea",
  byline: "Harbour Wire",
  publishedAt: "2024-06-30T13:40",
  zone: null,
  paragraphs: WIRE_PARAGRAPHS,
};

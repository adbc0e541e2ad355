import type { PlannedArticle } from "../plan.ts";

/** A primary publisher: the company's own words, which the other outlets of the story quote, shorten and change. */
export const sorleyPressRelease: PlannedArticle = {
  key: "sorley-press-release",
  outlet: "sorleyNewsroom",
  url: "https://sorleydredging.example/press/2024-06-18-inner-basin",
  headline: "Press release: work on the inner basin has begun",
  standfirst: null,
  byline: null,
  publishedAt: "2024-06-18T10:00",
  zone: "+02:00",
  paragraphs: [
    "PORT HALDEN, 18 June 2024. Sorley Dredging has begun to deepen the inner basin of Port Halden. The Port Halden Harbour Board awarded the contract in April after a public tender. The basin was last deepened eleven years ago.",
    "“We will take 3,000 cubic metres of silt out of the inner basin, and then we will leave,” said Piet Varrow, managing director of Sorley Dredging.",
    "“The work will not delay the summer ferries,” Varrow said. “Our crews work at night, and the fairway is clear before the first sailing.”",
    "A message to the port’s residents’ group this morning described a vessel inside the buoys that mark the seagrass meadow. “No vessel of ours has been in the seagrass off Gull Point,” Varrow said.",
    "The work is planned to end on 23 August. The position of the dredger Amalie is shown on a map at the ferry terminal and on the company’s website, and is renewed every ten minutes.",
    "Sorley Dredging is a family company with four vessels and 85 employees. Questions from the press are answered on working days between nine and four.",
  ],
  inbox: false,
  statements: [
    {
      speaker: "Piet Varrow, managing director of Sorley Dredging",
      cue: [{ words: "said", after: "then we will leave,” " }],
      content: ["“We will take 3,000 cubic metres of silt out of the inner basin, and then we will leave,”"],
      actor: "varrow",
      kind: "direct",
      mode: "said",
      via: [],
      stances: [{ claim: "silt3000", kind: "asserts" }],
    },
    {
      speaker: { words: "Varrow", after: "summer ferries,” " },
      cue: [{ words: "said", after: "summer ferries,” " }],
      content: [
        "“The work will not delay the summer ferries,”",
        "“Our crews work at night, and the fairway is clear before the first sailing.”",
      ],
      actor: "varrow",
      kind: "direct",
      mode: "said",
      via: [],
      stances: [{ claim: "ferryDelay", kind: "denies" }],
    },
    {
      speaker: { words: "Varrow", after: "seagrass off Gull Point,” " },
      cue: [{ words: "said", after: "seagrass off Gull Point,” " }],
      content: ["“No vessel of ours has been in the seagrass off Gull Point,”"],
      actor: "varrow",
      kind: "direct",
      mode: "said",
      via: [],
      stances: [{ claim: "seagrassEntered", kind: "denies" }],
    },
  ],
};

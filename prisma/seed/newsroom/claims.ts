/**
 * Claims of the sample newsroom: one neutral sentence each, that says when it holds. Two statements share a claim only
 * where the same state of the world would bear out both, so 3,000 and 30,000 are two claims.
 */
export const SAMPLE_CLAIMS = {
  asianNato:
    "The relations between the United States, Japan and South Korea have become an Asian counterpart of NATO.",
  recklessDrills:
    "The Freedom Edge drills of June 2024 were a reckless and provocative display of military strength.",
  redLine: "The policy of the United States has gone beyond a limit that North Korea regards as final.",
  neverOverlook:
    "North Korea will not let pass steps of the United States and its partners towards a stronger military bloc.",
  interoperability:
    "The Freedom Edge drills make the armed forces of the United States, Japan and South Korea better able to operate together.",
  peaceAndStability: "The Freedom Edge drills protect peace and stability in the Indo-Pacific.",
  regionalNato: "NATO will remain an alliance of European and North American states.",
  globalChallenges: "NATO faces challenges that come from all parts of the world.",
  silt3000: "The dredging of the inner basin at Port Halden in 2024 removes 3,000 cubic metres of silt.",
  silt30000: "The dredging of the inner basin at Port Halden in 2024 removes 30,000 cubic metres of silt.",
  ferryDelay: "The dredging of the inner basin at Port Halden delays ferries in the summer of 2024.",
  seagrassEntered: "A Sorley Dredging vessel entered the seagrass meadow off Gull Point in June 2024.",
  seagrassDanger: "The dredging of the inner basin endangers the seagrass meadow off Gull Point.",
} as const satisfies Record<string, string>;

export type ClaimKey = keyof typeof SAMPLE_CLAIMS;

import type { OutletKind } from "#lib/outlet/schema.ts";

/** Invented outlets. Their addresses end in .example, which no one can register. */
export const SAMPLE_OUTLETS = {
  harbourWire: { name: "Harbour Wire", kind: "agency", homepage: "https://harbourwire.example" },
  meridianPost: { name: "The Meridian Post", kind: "newspaper", homepage: "https://meridianpost.example" },
  lowlandExaminer: {
    name: "The Lowland Examiner",
    kind: "newspaper",
    homepage: "https://lowlandexaminer.example",
  },
  eastmoorToday: { name: "Eastmoor Today", kind: "other", homepage: "https://eastmoortoday.example" },
  calderCoastRadio: {
    name: "Calder Coast Radio",
    kind: "broadcaster",
    homepage: "https://caldercoast.example",
  },
  portHaldenCourier: {
    name: "The Port Halden Courier",
    kind: "newspaper",
    homepage: "https://porthaldencourier.example",
  },
  sorleyNewsroom: {
    name: "Sorley Dredging Newsroom",
    kind: "primary",
    homepage: "https://sorleydredging.example",
  },
  tarnValleyReview: {
    name: "The Tarn Valley Review",
    kind: "newspaper",
    homepage: "https://tarnvalleyreview.example",
  },
} as const satisfies Record<string, { name: string; kind: OutletKind; homepage: string }>;

export type OutletKey = keyof typeof SAMPLE_OUTLETS;

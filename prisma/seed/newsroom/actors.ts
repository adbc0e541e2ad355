import type { ActorKind, AliasKind } from "#lib/attribution/authority.ts";

/** Real actors of the sample articles, by their key in the packaged authority (lib/actor/packaged). */
export const REAL_ACTORS = {
  northKorea: "state-kp",
  northKoreanForeignMinistry: "kp-foreign-ministry",
  usNavy: "us-navy",
  stoltenberg: "jens-stoltenberg",
  kcna: "kcna",
} as const satisfies Record<string, string>;

export interface SampleActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string;
  readonly aliases: readonly { readonly name: string; readonly kind: AliasKind }[];
}

/**
 * Actors the packaged authority doesn't have, made as at the desk. All of Port Halden is invented; the three states that
 * speak with one voice are real, and get no words but those of their joint statement.
 */
export const SAMPLE_ACTORS = {
  threeStates: {
    name: "United States, Japan and South Korea",
    kind: "group",
    description: "The three states of the joint statement of 27 June 2024.",
    aliases: [{ name: "Washington, Tokyo and Seoul", kind: "metonym" }],
  },
  sorleyDredging: {
    name: "Sorley Dredging",
    kind: "company",
    description: "A dredging company of Port Halden; invented for the sample newsroom.",
    aliases: [],
  },
  varrow: {
    name: "Piet Varrow",
    kind: "person",
    description: "Managing director of Sorley Dredging; invented for the sample newsroom.",
    aliases: [{ name: "Varrow", kind: "name" }],
  },
  tennick: {
    name: "Orla Tennick",
    kind: "person",
    description: "Mayor of Port Halden; invented for the sample newsroom.",
    aliases: [
      { name: "Tennick", kind: "name" },
      { name: "Mayor Orla Tennick", kind: "name" },
    ],
  },
  dockworkers: {
    name: "Halden Dockworkers’ Union",
    kind: "organisation",
    description: "The trade union of the port; invented for the sample newsroom.",
    aliases: [{ name: "HDU", kind: "acronym" }],
  },
  marrin: {
    name: "Sela Marrin",
    kind: "person",
    description: "Chair of the Halden Dockworkers’ Union; invented for the sample newsroom.",
    aliases: [{ name: "Marrin", kind: "name" }],
  },
  harbourBoard: {
    name: "Port Halden Harbour Board",
    kind: "governmentBody",
    description: "The public body that runs the port; invented for the sample newsroom.",
    aliases: [{ name: "Harbour Board", kind: "name" }],
  },
} as const satisfies Record<string, SampleActor>;

export type RealActorKey = keyof typeof REAL_ACTORS;
export type SampleActorKey = keyof typeof SAMPLE_ACTORS;
export type ActorKey = RealActorKey | SampleActorKey;

export function isReal(key: ActorKey): key is RealActorKey {
  return key in REAL_ACTORS;
}

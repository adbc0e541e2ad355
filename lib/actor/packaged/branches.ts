import { type ActorEntry, acronym } from "./entries.ts";

type Branch = readonly [key: string, name: string, ...aliases: ActorEntry["aliases"]];

/** Branches of the armed forces that news names by themselves, of states on all sides. */
const BRANCHES: Readonly<Record<string, readonly Branch[]>> = {
  AR: [["ar-navy", "Argentine Navy"]],
  AU: [
    ["au-navy", "Royal Australian Navy", "Australian Navy", acronym("RAN")],
    ["au-air-force", "Royal Australian Air Force", "Australian Air Force", acronym("RAAF")],
    ["au-army", "Australian Army"],
  ],
  BR: [["br-navy", "Brazilian Navy"]],
  CA: [
    ["ca-navy", "Royal Canadian Navy", "Canadian Navy", acronym("RCN")],
    ["ca-air-force", "Royal Canadian Air Force", "Canadian Air Force", acronym("RCAF")],
  ],
  CN: [
    ["cn-navy", "People's Liberation Army Navy", "PLA Navy", "Chinese Navy", acronym("PLAN")],
    [
      "cn-air-force",
      "People's Liberation Army Air Force",
      "PLA Air Force",
      "Chinese Air Force",
      acronym("PLAAF"),
    ],
    ["cn-rocket-force", "People's Liberation Army Rocket Force", "PLA Rocket Force", acronym("PLARF")],
    ["cn-southern-theatre-command", "PLA Southern Theater Command", "Southern Theater Command"],
  ],
  DE: [
    ["de-navy", "German Navy", "Deutsche Marine"],
    ["de-army", "German Army"],
    ["de-air-force", "German Air Force", "Luftwaffe"],
  ],
  EG: [["eg-navy", "Egyptian Navy"]],
  ES: [["es-navy", "Spanish Navy"]],
  FR: [
    ["fr-navy", "French Navy", "Marine nationale"],
    ["fr-army", "French Army"],
    ["fr-air-force", "French Air and Space Force", "French Air Force"],
  ],
  GB: [
    ["gb-marines", "Royal Marines", "British Royal Marines"],
    ["gb-coastguard", "HM Coastguard", "British Coastguard", "UK Coastguard"],
  ],
  GR: [
    ["gr-navy", "Hellenic Navy", "Greek Navy"],
    ["gr-coast-guard", "Hellenic Coast Guard", "Greek Coast Guard"],
  ],
  ID: [["id-navy", "Indonesian Navy"]],
  IL: [["il-navy", "Israeli Navy"]],
  IN: [
    ["in-air-force", "Indian Air Force"],
    ["in-coast-guard", "Indian Coast Guard"],
  ],
  IR: [
    ["ir-navy", "Iranian Navy", "Islamic Republic of Iran Navy"],
    ["ir-quds-force", "Quds Force", "Iranian Quds Force"],
  ],
  IT: [
    ["it-navy", "Italian Navy", "Marina Militare"],
    ["it-coast-guard", "Italian Coast Guard"],
  ],
  JP: [
    ["jp-asdf", "Japan Air Self-Defense Force", acronym("JASDF"), acronym("ASDF")],
    ["jp-gsdf", "Japan Ground Self-Defense Force", acronym("JGSDF"), acronym("GSDF")],
  ],
  KP: [["kp-navy", "North Korean Navy", "Korean People's Army Navy"]],
  KR: [
    ["kr-air-force", "South Korean Air Force", "Republic of Korea Air Force", acronym("ROKAF")],
    ["kr-coast-guard", "Korea Coast Guard", "South Korean Coast Guard"],
  ],
  NO: [["no-navy", "Royal Norwegian Navy", "Norwegian Navy"]],
  PH: [
    ["ph-navy", "Philippine Navy"],
    ["ph-air-force", "Philippine Air Force"],
  ],
  PK: [
    ["pk-army", "Pakistan Army", "Pakistani Army"],
    ["pk-navy", "Pakistan Navy", "Pakistani Navy"],
    ["pk-air-force", "Pakistan Air Force", "Pakistani Air Force"],
  ],
  PL: [["pl-border-guard", "Polish Border Guard"]],
  RU: [
    ["ru-navy", "Russian Navy"],
    ["ru-black-sea-fleet", "Black Sea Fleet", "Russian Black Sea Fleet"],
    ["ru-aerospace-forces", "Russian Aerospace Forces", "Russian Air Force", acronym("VKS")],
    ["ru-ground-forces", "Russian Ground Forces"],
    ["ru-national-guard", "Rosgvardia", "Russian National Guard"],
  ],
  SE: [["se-navy", "Swedish Navy"]],
  TR: [
    ["tr-navy", "Turkish Naval Forces", "Turkish Navy"],
    ["tr-air-force", "Turkish Air Force"],
  ],
  TW: [
    ["tw-navy", "Taiwanese Navy"],
    ["tw-air-force", "Taiwanese Air Force"],
    ["tw-coast-guard", "Taiwan Coast Guard Administration", "Taiwanese Coast Guard", "Taiwan Coast Guard"],
  ],
  UA: [
    ["ua-navy", "Ukrainian Navy", "Naval Forces of Ukraine"],
    ["ua-ground-forces", "Ukrainian Ground Forces"],
    ["ua-border-guard", "State Border Guard Service of Ukraine", "Ukrainian Border Guard"],
  ],
  VN: [["vn-coast-guard", "Vietnam Coast Guard", "Vietnamese Coast Guard"]],
};

export const FORCES: readonly ActorEntry[] = Object.entries(BRANCHES).flatMap(([stateCode, branches]) =>
  branches.map(([key, name, ...aliases]) => ({
    key,
    name,
    kind: "military" as const,
    stateCode,
    partOf: `${stateCode.toLowerCase()}-armed-forces`,
    aliases,
  })),
);

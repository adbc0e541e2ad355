import { type ActorEntry, type AliasEntry, acronym, metonym, named, transliteration } from "./entries.ts";
import { stateKey } from "./states.ts";

/** What a body is called where it is not the plain "<adjective> Foreign Ministry". */
interface Called {
  readonly name?: string;
  readonly aliases?: readonly AliasEntry[];
}

interface StateBodies {
  readonly code: string;
  /** As news English says it before a noun: "North Korean". */
  readonly adjective: string;
  /** As it stands after "of": "the United States". */
  readonly of: string;
  readonly government?: Called;
  readonly foreign?: Called;
  /** null where the state has none. */
  readonly defence?: Called | null;
  readonly forces?: Called | null;
}

const STATES: readonly StateBodies[] = [
  {
    code: "US",
    adjective: "US",
    of: "the United States",
    government: { aliases: ["US Government", "federal government of the United States"] },
    foreign: {
      name: "US State Department",
      aliases: ["State Department", "US Department of State", "Department of State", metonym("Foggy Bottom")],
    },
    defence: {
      name: "US Department of Defense",
      aliases: [
        "US Defense Department",
        "Department of Defense",
        "Defense Department",
        acronym("DoD"),
        metonym("Pentagon"),
        // A second title, by executive order of 5 September 2025.
        named("US Department of War", "en", { from: "2025-09-05" }),
        named("Department of War", "en", { from: "2025-09-05" }),
        named("US War Department", "en", { from: "2025-09-05" }),
      ],
    },
  },
  {
    code: "GB",
    adjective: "British",
    of: "the United Kingdom",
    government: { aliases: ["UK Government", metonym("Whitehall"), "His Majesty's Government"] },
    foreign: {
      name: "British Foreign Office",
      aliases: [
        "Foreign Office",
        named("Foreign, Commonwealth and Development Office", "en", { from: "2020-09-02" }),
        acronym("FCDO", { from: "2020-09-02" }),
        named("Foreign and Commonwealth Office", "en", { to: "2020-09-02" }),
        acronym("FCO", { to: "2020-09-02" }),
      ],
    },
    defence: { name: "British Ministry of Defence", aliases: ["UK Ministry of Defence"] },
    forces: { name: "British Armed Forces", aliases: ["UK Armed Forces"] },
  },
  {
    code: "FR",
    adjective: "French",
    of: "France",
    foreign: { aliases: ["Ministry for Europe and Foreign Affairs", metonym("Quai d'Orsay")] },
    defence: { aliases: ["Ministry of the Armed Forces", "French Armed Forces Ministry"] },
  },
  {
    code: "DE",
    adjective: "German",
    of: "Germany",
    government: { aliases: ["German Federal Government", named("Bundesregierung", "de")] },
    foreign: { aliases: ["Federal Foreign Office", named("Auswärtiges Amt", "de")] },
    defence: { aliases: ["Federal Ministry of Defence"] },
    forces: { name: "Bundeswehr" },
  },
  { code: "IT", adjective: "Italian", of: "Italy", foreign: { aliases: [metonym("Farnesina")] } },
  { code: "ES", adjective: "Spanish", of: "Spain", government: { aliases: [metonym("Moncloa")] } },
  { code: "PT", adjective: "Portuguese", of: "Portugal" },
  { code: "NL", adjective: "Dutch", of: "the Netherlands" },
  { code: "BE", adjective: "Belgian", of: "Belgium" },
  {
    code: "CH",
    adjective: "Swiss",
    of: "Switzerland",
    government: { name: "Swiss Federal Council", aliases: ["Swiss Government"] },
    foreign: { aliases: ["Swiss Federal Department of Foreign Affairs", acronym("FDFA")] },
    defence: { aliases: ["Federal Department of Defence, Civil Protection and Sport"] },
  },
  { code: "AT", adjective: "Austrian", of: "Austria", forces: { aliases: [named("Bundesheer", "de")] } },
  {
    code: "IE",
    adjective: "Irish",
    of: "Ireland",
    foreign: { name: "Irish Department of Foreign Affairs" },
    defence: { name: "Irish Department of Defence" },
    forces: { name: "Irish Defence Forces" },
  },
  {
    code: "PL",
    adjective: "Polish",
    of: "Poland",
    defence: { aliases: ["Polish Ministry of National Defence"] },
  },
  {
    code: "CZ",
    adjective: "Czech",
    of: "the Czech Republic",
    foreign: { aliases: [metonym("Černín Palace")] },
  },
  { code: "SK", adjective: "Slovak", of: "Slovakia" },
  { code: "HU", adjective: "Hungarian", of: "Hungary" },
  { code: "RO", adjective: "Romanian", of: "Romania" },
  { code: "BG", adjective: "Bulgarian", of: "Bulgaria" },
  { code: "GR", adjective: "Greek", of: "Greece" },
  { code: "CY", adjective: "Cypriot", of: "Cyprus", forces: { name: "Cypriot National Guard" } },
  { code: "HR", adjective: "Croatian", of: "Croatia" },
  { code: "SI", adjective: "Slovenian", of: "Slovenia" },
  { code: "RS", adjective: "Serbian", of: "Serbia" },
  { code: "SE", adjective: "Swedish", of: "Sweden" },
  { code: "FI", adjective: "Finnish", of: "Finland", forces: { name: "Finnish Defence Forces" } },
  { code: "NO", adjective: "Norwegian", of: "Norway" },
  { code: "DK", adjective: "Danish", of: "Denmark" },
  { code: "EE", adjective: "Estonian", of: "Estonia", forces: { name: "Estonian Defence Forces" } },
  { code: "LV", adjective: "Latvian", of: "Latvia" },
  { code: "LT", adjective: "Lithuanian", of: "Lithuania" },
  {
    code: "UA",
    adjective: "Ukrainian",
    of: "Ukraine",
    forces: { name: "Armed Forces of Ukraine", aliases: [acronym("AFU"), "Ukrainian Army"] },
  },
  {
    code: "RU",
    adjective: "Russian",
    of: "Russia",
    foreign: {
      aliases: ["Ministry of Foreign Affairs of the Russian Federation", metonym("Smolenskaya Square")],
    },
    defence: { aliases: ["Ministry of Defence of the Russian Federation"] },
    forces: { aliases: ["Armed Forces of the Russian Federation", "Russian Army"] },
  },
  { code: "BY", adjective: "Belarusian", of: "Belarus" },
  { code: "MD", adjective: "Moldovan", of: "Moldova" },
  { code: "GE", adjective: "Georgian", of: "Georgia" },
  { code: "AM", adjective: "Armenian", of: "Armenia" },
  { code: "AZ", adjective: "Azerbaijani", of: "Azerbaijan" },
  { code: "KZ", adjective: "Kazakh", of: "Kazakhstan" },
  { code: "UZ", adjective: "Uzbek", of: "Uzbekistan" },
  { code: "TR", adjective: "Turkish", of: "Turkey" },
  {
    code: "IL",
    adjective: "Israeli",
    of: "Israel",
    forces: {
      name: "Israel Defense Forces",
      aliases: [acronym("IDF"), "Israeli Defense Forces", "Israeli Army"],
    },
  },
  { code: "PS", adjective: "Palestinian", of: "Palestine", defence: null, forces: null },
  { code: "LB", adjective: "Lebanese", of: "Lebanon", forces: { aliases: ["Lebanese Army"] } },
  { code: "SY", adjective: "Syrian", of: "Syria", forces: { aliases: ["Syrian Army"] } },
  { code: "JO", adjective: "Jordanian", of: "Jordan", defence: null },
  { code: "IQ", adjective: "Iraqi", of: "Iraq" },
  {
    code: "IR",
    adjective: "Iranian",
    of: "Iran",
    defence: { aliases: ["Ministry of Defence and Armed Forces Logistics"] },
  },
  { code: "SA", adjective: "Saudi", of: "Saudi Arabia" },
  { code: "AE", adjective: "Emirati", of: "the United Arab Emirates" },
  { code: "QA", adjective: "Qatari", of: "Qatar" },
  { code: "KW", adjective: "Kuwaiti", of: "Kuwait" },
  { code: "OM", adjective: "Omani", of: "Oman" },
  { code: "YE", adjective: "Yemeni", of: "Yemen" },
  { code: "EG", adjective: "Egyptian", of: "Egypt" },
  { code: "LY", adjective: "Libyan", of: "Libya", forces: null },
  { code: "TN", adjective: "Tunisian", of: "Tunisia" },
  { code: "DZ", adjective: "Algerian", of: "Algeria" },
  { code: "MA", adjective: "Moroccan", of: "Morocco", defence: null },
  { code: "SD", adjective: "Sudanese", of: "Sudan" },
  {
    code: "ET",
    adjective: "Ethiopian",
    of: "Ethiopia",
    forces: { name: "Ethiopian National Defence Force" },
  },
  {
    code: "KE",
    adjective: "Kenyan",
    of: "Kenya",
    forces: { name: "Kenya Defence Forces", aliases: [acronym("KDF")] },
  },
  { code: "NG", adjective: "Nigerian", of: "Nigeria" },
  {
    code: "CD",
    adjective: "Congolese",
    of: "the Democratic Republic of the Congo",
    forces: { aliases: [acronym("FARDC")] },
  },
  {
    code: "RW",
    adjective: "Rwandan",
    of: "Rwanda",
    forces: { name: "Rwanda Defence Force", aliases: [acronym("RDF")] },
  },
  {
    code: "ZA",
    adjective: "South African",
    of: "South Africa",
    foreign: {
      name: "South African Department of International Relations and Cooperation",
      aliases: [
        "South African Foreign Ministry",
        acronym("DIRCO"),
        "Department of International Relations and Cooperation",
      ],
    },
    forces: { name: "South African National Defence Force", aliases: [acronym("SANDF")] },
  },
  {
    code: "CN",
    adjective: "Chinese",
    of: "China",
    government: { aliases: [metonym("Zhongnanhai")] },
    foreign: { aliases: ["Ministry of Foreign Affairs of the People's Republic of China"] },
    defence: { aliases: ["Chinese Ministry of National Defence"] },
    forces: { name: "People's Liberation Army", aliases: [acronym("PLA"), "Chinese Army"] },
  },
  {
    code: "TW",
    adjective: "Taiwanese",
    of: "Taiwan",
    defence: { aliases: ["Taiwan Ministry of National Defence"] },
    forces: { name: "Taiwanese Armed Forces", aliases: ["Republic of China Armed Forces"] },
  },
  {
    code: "JP",
    adjective: "Japanese",
    of: "Japan",
    foreign: { aliases: [acronym("MOFA"), transliteration("Gaimusho", "ja-Latn")] },
    forces: {
      name: "Japan Self-Defense Forces",
      aliases: [acronym("JSDF"), acronym("SDF"), "Japanese Self-Defense Forces"],
    },
  },
  {
    code: "KR",
    adjective: "South Korean",
    of: "South Korea",
    foreign: { aliases: ["Ministry of Foreign Affairs of the Republic of Korea", acronym("MOFA")] },
    defence: { aliases: ["South Korean Ministry of National Defence", acronym("MND")] },
    forces: { aliases: ["Republic of Korea Armed Forces", "ROK military"] },
  },
  {
    code: "KP",
    adjective: "North Korean",
    of: "North Korea",
    foreign: {
      aliases: [
        "Ministry of Foreign Affairs of the Democratic People's Republic of Korea",
        "DPRK Foreign Ministry",
      ],
    },
    defence: { aliases: ["DPRK Ministry of National Defence"] },
    forces: { name: "Korean People's Army", aliases: [acronym("KPA"), "North Korean Army"] },
  },
  { code: "MN", adjective: "Mongolian", of: "Mongolia" },
  {
    code: "IN",
    adjective: "Indian",
    of: "India",
    foreign: {
      name: "Indian Ministry of External Affairs",
      aliases: [acronym("MEA"), "Ministry of External Affairs"],
    },
  },
  {
    code: "PK",
    adjective: "Pakistani",
    of: "Pakistan",
    foreign: {
      name: "Pakistani Foreign Office",
      aliases: ["Pakistani Foreign Ministry", "Pakistan Foreign Office"],
    },
  },
  { code: "AF", adjective: "Afghan", of: "Afghanistan", forces: null },
  { code: "BD", adjective: "Bangladeshi", of: "Bangladesh" },
  { code: "LK", adjective: "Sri Lankan", of: "Sri Lanka" },
  { code: "NP", adjective: "Nepalese", of: "Nepal" },
  {
    code: "MM",
    adjective: "Myanmar",
    of: "Myanmar",
    forces: { name: "Tatmadaw", aliases: ["Burmese military"] },
  },
  { code: "TH", adjective: "Thai", of: "Thailand" },
  { code: "VN", adjective: "Vietnamese", of: "Vietnam", forces: { name: "People's Army of Vietnam" } },
  { code: "KH", adjective: "Cambodian", of: "Cambodia" },
  {
    code: "PH",
    adjective: "Philippine",
    of: "the Philippines",
    foreign: { name: "Philippine Department of Foreign Affairs", aliases: [acronym("DFA")] },
    defence: { name: "Philippine Department of National Defense", aliases: ["Philippine Defence Ministry"] },
    forces: { name: "Armed Forces of the Philippines", aliases: [acronym("AFP")] },
  },
  {
    code: "ID",
    adjective: "Indonesian",
    of: "Indonesia",
    forces: { name: "Indonesian National Armed Forces", aliases: [acronym("TNI")] },
  },
  { code: "MY", adjective: "Malaysian", of: "Malaysia", foreign: { aliases: [metonym("Wisma Putra")] } },
  { code: "SG", adjective: "Singaporean", of: "Singapore" },
  {
    code: "AU",
    adjective: "Australian",
    of: "Australia",
    foreign: {
      name: "Australian Department of Foreign Affairs and Trade",
      aliases: ["Department of Foreign Affairs and Trade", acronym("DFAT"), "Australian Foreign Ministry"],
    },
    defence: { name: "Australian Department of Defence" },
    forces: { name: "Australian Defence Force", aliases: [acronym("ADF")] },
  },
  {
    code: "NZ",
    adjective: "New Zealand",
    of: "New Zealand",
    foreign: {
      name: "New Zealand Ministry of Foreign Affairs and Trade",
      aliases: [acronym("MFAT"), "New Zealand Foreign Ministry"],
    },
    forces: { name: "New Zealand Defence Force", aliases: [acronym("NZDF")] },
  },
  {
    code: "CA",
    adjective: "Canadian",
    of: "Canada",
    foreign: { name: "Global Affairs Canada", aliases: ["Canadian Foreign Ministry"] },
    defence: { name: "Canadian Department of National Defence", aliases: ["Canadian Defence Ministry"] },
  },
  {
    code: "MX",
    adjective: "Mexican",
    of: "Mexico",
    foreign: {
      aliases: ["Mexican Secretariat of Foreign Affairs", "Secretariat of Foreign Affairs", acronym("SRE")],
    },
    defence: { aliases: ["Mexican Secretariat of National Defence", acronym("SEDENA")] },
  },
  { code: "BR", adjective: "Brazilian", of: "Brazil", foreign: { aliases: [metonym("Itamaraty")] } },
  { code: "AR", adjective: "Argentine", of: "Argentina" },
  { code: "CL", adjective: "Chilean", of: "Chile" },
  { code: "CO", adjective: "Colombian", of: "Colombia" },
  { code: "PE", adjective: "Peruvian", of: "Peru", foreign: { aliases: [metonym("Torre Tagle")] } },
  { code: "EC", adjective: "Ecuadorian", of: "Ecuador" },
  { code: "VE", adjective: "Venezuelan", of: "Venezuela" },
  { code: "BO", adjective: "Bolivian", of: "Bolivia" },
  {
    code: "CU",
    adjective: "Cuban",
    of: "Cuba",
    forces: { name: "Cuban Revolutionary Armed Forces", aliases: [acronym("FAR")] },
    defence: {
      name: "Cuban Ministry of the Revolutionary Armed Forces",
      aliases: ["Cuban Defence Ministry"],
    },
  },
];

/** Ministries besides those of foreign affairs and defence, as news says them after the adjective. */
const DEPARTMENTS = ["Finance", "Interior", "Health", "Justice", "Energy", "Economy"] as const;
/** States whose ministries of these names exist and are quoted often; elsewhere they bear names of their own. */
const WITH_DEPARTMENTS: Readonly<Record<string, readonly (typeof DEPARTMENTS)[number][]>> = {
  AR: ["Economy", "Health", "Justice"],
  AT: ["Finance", "Interior", "Health", "Justice"],
  BE: ["Finance", "Interior", "Health", "Justice"],
  BR: ["Finance", "Health", "Justice"],
  CN: ["Finance", "Justice"],
  CZ: ["Finance", "Interior", "Health", "Justice"],
  DE: ["Finance", "Health", "Justice"],
  DK: ["Finance", "Health", "Justice"],
  EG: ["Finance", "Interior", "Health", "Justice"],
  ES: ["Finance", "Interior", "Health", "Justice", "Economy"],
  FR: ["Finance", "Interior", "Health", "Justice"],
  GR: ["Finance", "Interior", "Health", "Justice"],
  HU: ["Finance", "Interior", "Justice"],
  ID: ["Finance", "Health"],
  IL: ["Finance", "Interior", "Health", "Justice", "Energy", "Economy"],
  IN: ["Finance", "Health"],
  IQ: ["Finance", "Interior", "Health", "Justice"],
  IR: ["Interior", "Health", "Justice", "Energy"],
  IT: ["Finance", "Interior", "Health", "Justice"],
  JP: ["Finance", "Health", "Justice"],
  KR: ["Finance", "Interior", "Health", "Justice"],
  LB: ["Finance", "Interior", "Health", "Justice", "Energy"],
  NL: ["Finance", "Interior", "Health", "Justice"],
  PK: ["Finance", "Interior", "Health", "Energy"],
  PL: ["Finance", "Interior", "Health", "Justice", "Energy"],
  PS: ["Finance", "Interior", "Health"],
  RO: ["Finance", "Interior", "Health", "Justice", "Energy"],
  RS: ["Finance", "Interior", "Health", "Justice"],
  RU: ["Finance", "Health", "Justice", "Energy"],
  SA: ["Finance", "Interior", "Health", "Justice", "Energy"],
  SE: ["Finance", "Justice"],
  SY: ["Finance", "Interior", "Health", "Justice"],
  TR: ["Finance", "Interior", "Health", "Justice", "Energy"],
  TW: ["Finance", "Interior", "Health", "Justice"],
  UA: ["Finance", "Interior", "Health", "Justice", "Energy", "Economy"],
};

/** Government, foreign ministry, defence ministry and armed forces of each state of the table. */
export function ministries(): readonly ActorEntry[] {
  return STATES.flatMap((state) => {
    const { code, adjective, of } = state;
    const prefix = code.toLowerCase();
    const government: ActorEntry = {
      key: `${prefix}-government`,
      ...called(state.government, [`Government of ${of}`, `${adjective} government`]),
      kind: "governmentBody",
      stateCode: code,
      partOf: stateKey(code),
    };
    const ministry = (slug: string, as: Called | undefined, plain: string): ActorEntry => ({
      key: `${prefix}-${slug}`,
      // A ministry with a name of its own does not bear the plain one: "US Defence Ministry" is a description.
      ...called(as, as?.name === undefined ? [plain] : []),
      kind: "governmentBody",
      stateCode: code,
      partOf: government.key,
    });
    const forces: ActorEntry = {
      key: `${prefix}-armed-forces`,
      // Here the plain name stays: it is how "the Israeli military" finds the force by any name.
      ...called(state.forces ?? undefined, [`${adjective} Armed Forces`]),
      kind: "military",
      stateCode: code,
      partOf: stateKey(code),
    };
    return [
      government,
      ministry("foreign-ministry", state.foreign, `${adjective} Foreign Ministry`),
      ...(state.defence === null
        ? []
        : [ministry("defence-ministry", state.defence, `${adjective} Defence Ministry`)]),
      ...(state.forces === null ? [] : [forces]),
      ...(WITH_DEPARTMENTS[code] ?? []).map((noun) =>
        ministry(`${noun.toLowerCase()}-ministry`, undefined, `${adjective} ${noun} Ministry`),
      ),
    ];
  });
}

function called(as: Called | undefined, plain: readonly string[]): Pick<ActorEntry, "name" | "aliases"> {
  const name = as?.name ?? plain[0] ?? "";
  return { name, aliases: [...plain.filter((alias) => alias !== name), ...(as?.aliases ?? [])] };
}

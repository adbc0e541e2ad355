import { type AliasEntry, acronym, metonym, named } from "./entries.ts";

/**
 * What news English calls states beyond the names in the country list: short names, acronyms, former names,
 * adjectives, and cities that stand for a government without being listed as the capital.
 */
export interface StateNames {
  readonly aliases?: readonly AliasEntry[];
  readonly demonyms?: readonly string[];
}

export const STATE_NAMES: Readonly<Record<string, StateNames>> = {
  AE: { aliases: ["Emirates"] },
  AG: { demonyms: ["Antiguan", "Barbudan"] },
  AR: { demonyms: ["Argentinian", "Argentinean"] },
  AZ: { demonyms: ["Azeri"] },
  BA: { aliases: ["Bosnia", acronym("BiH")], demonyms: ["Bosnian", "Herzegovinian"] },
  BD: { demonyms: ["Bangladesh"] },
  BF: { demonyms: ["Burkinabè"] },
  BO: { aliases: [metonym("La Paz")] },
  BW: { demonyms: ["Botswanan"] },
  BY: {
    aliases: [named("Belorussia", "en"), named("Byelorussia", "en")],
    demonyms: ["Belarusan", "Belorussian"],
  },
  CD: {
    aliases: [
      "Congo",
      "Democratic Republic of Congo",
      "Congo-Kinshasa",
      named("Zaire", "en", { to: "1997-05-17" }),
    ],
  },
  CG: { aliases: ["Congo", "Congo-Brazzaville", "Congo Republic", "Republic of Congo"] },
  CI: { aliases: ["Côte d'Ivoire"] },
  CN: { aliases: [acronym("PRC"), named("Mainland China", "en"), "People's Republic of China"] },
  CV: { aliases: ["Cabo Verde"], demonyms: ["Cape Verdean", "Cabo Verdean"] },
  CZ: { aliases: ["Czech Republic"] },
  DO: { demonyms: ["Dominican Republic"] },
  EC: { demonyms: ["Ecuadorian"] },
  FM: { aliases: ["Federated States of Micronesia", acronym("FSM")] },
  GB: { aliases: ["Britain", "Great Britain"], demonyms: ["British", "Britain"] },
  GL: { demonyms: ["Greenlandic", "Greenlander"] },
  GM: { aliases: ["The Gambia"] },
  GW: { aliases: ["Guinea Bissau"], demonyms: ["Bissau-Guinean"] },
  HK: { aliases: [acronym("HKSAR")], demonyms: ["Hongkonger", "Hong Kong"] },
  IN: { aliases: [metonym("Delhi"), "Bharat"] },
  IR: { aliases: [metonym("Teheran")] },
  IL: { aliases: [metonym("Tel Aviv")] },
  IS: { demonyms: ["Icelandic"] },
  KG: { aliases: ["Kirghizia"], demonyms: ["Kyrgyz", "Kyrgyzstani"] },
  KN: { aliases: ["St Kitts and Nevis"], demonyms: ["Kittitian", "Nevisian"] },
  KP: { aliases: [acronym("DPRK"), acronym("NK"), "Korea"], demonyms: ["DPRK"] },
  KR: { aliases: [acronym("ROK"), "Korea"], demonyms: ["ROK"] },
  KZ: { demonyms: ["Kazakh"] },
  LA: { demonyms: ["Lao"] },
  LI: { demonyms: ["Liechtenstein"] },
  LK: { aliases: ["Ceylon"] },
  LU: { demonyms: ["Luxembourgish", "Luxembourg"] },
  MC: { demonyms: ["Monégasque"] },
  MD: { aliases: [metonym("Chisinau"), metonym("Kishinev")] },
  MK: { aliases: [named("Macedonia", "en")], demonyms: ["North Macedonian"] },
  MM: { aliases: ["Burma", metonym("Nay Pyi Taw")], demonyms: ["Myanmar"] },
  MN: { aliases: [metonym("Ulaanbaatar")] },
  MO: { aliases: ["Macao"] },
  MV: { demonyms: ["Maldivian"] },
  NE: { demonyms: ["Nigerien"] },
  NL: { aliases: ["Holland", metonym("The Hague")], demonyms: ["Dutch", "Netherlands"] },
  NP: { demonyms: ["Nepali"] },
  NZ: { aliases: [acronym("NZ"), "Aotearoa"], demonyms: ["New Zealand"] },
  PG: { aliases: [acronym("PNG")] },
  PH: { demonyms: ["Philippine"] },
  PS: { aliases: ["State of Palestine"] },
  RU: { aliases: ["Russian Federation"] },
  SA: { aliases: [acronym("KSA")], demonyms: ["Saudi"] },
  SC: { demonyms: ["Seychelles"] },
  SI: { demonyms: ["Slovenian"] },
  SK: { demonyms: ["Slovakian"] },
  SR: { demonyms: ["Surinamese"] },
  SV: { demonyms: ["Salvadorean", "Salvadorian"] },
  SZ: { aliases: [named("Swaziland", "en")], demonyms: ["Eswatini"] },
  TJ: { demonyms: ["Tajik", "Tajikistani"] },
  TL: { aliases: ["East Timor"], demonyms: ["Timorese"] },
  TR: { aliases: ["Turkey", "Turkiye"] },
  TT: { aliases: ["Trinidad & Tobago"] },
  TW: { aliases: ["Republic of China", "Chinese Taipei"] },
  UA: { aliases: [metonym("Kiev")] },
  US: {
    aliases: ["America", acronym("US"), metonym("Washington"), metonym("Washington, DC")],
    demonyms: ["US"],
  },
  UZ: { demonyms: ["Uzbek"] },
  VA: { aliases: ["Holy See", "Vatican"] },
  VC: { aliases: ["St Vincent and the Grenadines"], demonyms: ["Vincentian"] },
  VN: { aliases: ["Viet Nam"] },
  XK: { demonyms: ["Kosovan", "Kosovar"], aliases: [metonym("Prishtina")] },
};

/** Spellings in the country list that are no names in news English, or ordinary words. */
export const NOT_NAMES: ReadonlySet<string> = new Set([
  "Abode of Peace",
  "the Abode of Peace",
  "Island",
  "Mann",
  "Mannin",
  "Mexicanos",
  "Naíjíríà",
  "Ngwane",
  "Pleasant Island",
  "Portuguesa",
  "Prathet",
  "Timor",
  "Mauritius Island",
  "Pitcairn Henderson Ducie and Oeno Islands",
]);

/** Capitals that are everyday words or given names once accents and capitals are gone: no metonyms. */
export const NOT_METONYMS: ReadonlySet<string> = new Set([
  "Malé",
  "Victoria",
  "St. George's",
  "Castries",
  "Douglas",
]);

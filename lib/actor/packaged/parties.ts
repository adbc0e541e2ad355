import { type ActorEntry, acronym } from "./entries.ts";

type Party = readonly [key: string, name: string, ...aliases: ActorEntry["aliases"]];

/** Parties in government or opposition whose words news of other countries reports, of all directions. */
const PARTIES_BY_STATE: Readonly<Record<string, readonly Party[]>> = {
  AR: [["ar-la-libertad-avanza", "La Libertad Avanza"]],
  AT: [
    ["at-fpoe", "Freedom Party of Austria", acronym("FPÖ")],
    ["at-oevp", "Austrian People's Party", acronym("ÖVP")],
    ["at-spoe", "Social Democratic Party of Austria", acronym("SPÖ")],
  ],
  AU: [
    ["au-labor", "Australian Labor Party", acronym("ALP")],
    ["au-liberal", "Liberal Party of Australia", "Australian Liberal Party"],
    ["au-greens", "Australian Greens"],
  ],
  BR: [
    ["br-pt", "Workers' Party (Brazil)", "Brazilian Workers' Party"],
    ["br-pl", "Liberal Party (Brazil)", "Brazilian Liberal Party"],
  ],
  CA: [
    ["ca-liberal", "Liberal Party of Canada", "Canadian Liberal Party"],
    ["ca-conservative", "Conservative Party of Canada", "Canadian Conservative Party"],
    ["ca-ndp", "New Democratic Party (Canada)", acronym("NDP"), "Canadian New Democratic Party"],
    ["ca-bloc", "Bloc Québécois"],
  ],
  DE: [
    ["de-cdu", "Christian Democratic Union of Germany", acronym("CDU"), "German Christian Democratic Union"],
    ["de-csu", "Christian Social Union in Bavaria", acronym("CSU")],
    ["de-spd", "Social Democratic Party of Germany", acronym("SPD"), "German Social Democratic Party"],
    ["de-greens", "Alliance 90/The Greens", "German Greens", "German Green Party"],
    ["de-fdp", "Free Democratic Party (Germany)", acronym("FDP"), "German Free Democratic Party"],
    ["de-afd", "Alternative for Germany", acronym("AfD")],
    ["de-left", "The Left (Germany)", "German Left Party", "Die Linke"],
    ["de-bsw", "Sahra Wagenknecht Alliance", acronym("BSW")],
  ],
  ES: [
    ["es-pp", "People's Party (Spain)", "Spanish People's Party"],
    ["es-psoe", "Spanish Socialist Workers' Party", acronym("PSOE"), "Spanish Socialist Party"],
    ["es-vox", "Vox (Spain)", "Spanish Vox party"],
    ["es-sumar", "Sumar"],
  ],
  FR: [
    ["fr-rn", "National Rally", acronym("RN"), "French National Rally", "Rassemblement National"],
    ["fr-renaissance", "Renaissance (France)", "French Renaissance party"],
    ["fr-lr", "The Republicans (France)", "French Republicans", "Les Républicains"],
    ["fr-ps", "Socialist Party (France)", "French Socialist Party"],
    ["fr-lfi", "La France Insoumise", "France Unbowed", acronym("LFI")],
  ],
  GB: [
    [
      "gb-conservative",
      "Conservative Party (UK)",
      "UK Conservative Party",
      "British Conservative Party",
      "Tory Party",
    ],
    ["gb-labour", "Labour Party (UK)", "Labour Party", "UK Labour Party", "British Labour Party", "Labour"],
    ["gb-libdem", "Liberal Democrats (UK)", "British Liberal Democrats", "Lib Dems"],
    ["gb-snp", "Scottish National Party", acronym("SNP")],
    ["gb-reform", "Reform UK"],
    ["gb-green", "Green Party of England and Wales"],
    ["gb-dup", "Democratic Unionist Party", acronym("DUP")],
    ["gb-sinn-fein", "Sinn Féin", "Sinn Fein"],
    ["gb-plaid", "Plaid Cymru"],
  ],
  HU: [
    ["hu-fidesz", "Fidesz"],
    ["hu-tisza", "Tisza Party"],
  ],
  IE: [
    ["ie-fine-gael", "Fine Gael"],
    ["ie-fianna-fail", "Fianna Fáil"],
  ],
  IL: [
    ["il-likud", "Likud"],
    ["il-yesh-atid", "Yesh Atid"],
    ["il-labor", "Israeli Labor Party"],
    ["il-shas", "Shas"],
    ["il-otzma", "Otzma Yehudit", "Jewish Power"],
    ["il-national-unity", "National Unity (Israel)", "Blue and White"],
  ],
  IN: [
    ["in-bjp", "Bharatiya Janata Party", acronym("BJP")],
    ["in-congress", "Indian National Congress", "Indian Congress party"],
    ["in-aap", "Aam Aadmi Party"],
  ],
  IT: [
    ["it-fdi", "Brothers of Italy", "Fratelli d'Italia"],
    ["it-lega", "Lega (Italy)", "Italian League party"],
    ["it-forza-italia", "Forza Italia"],
    ["it-pd", "Democratic Party (Italy)", "Italian Democratic Party"],
    ["it-m5s", "Five Star Movement", acronym("M5S")],
  ],
  JP: [
    ["jp-ldp", "Liberal Democratic Party (Japan)", acronym("LDP"), "Japanese Liberal Democratic Party"],
    ["jp-cdp", "Constitutional Democratic Party of Japan", acronym("CDP")],
    ["jp-komeito", "Komeito"],
  ],
  KR: [
    ["kr-dp", "Democratic Party of Korea", "South Korean Democratic Party"],
    ["kr-ppp", "People Power Party", acronym("PPP"), "South Korean People Power Party"],
  ],
  MX: [
    ["mx-morena", "Morena (Mexico)", "Mexican Morena party"],
    ["mx-pan", "National Action Party (Mexico)", "Mexican National Action Party"],
  ],
  NL: [
    ["nl-vvd", "People's Party for Freedom and Democracy", acronym("VVD")],
    ["nl-pvv", "Party for Freedom", acronym("PVV")],
  ],
  PK: [
    ["pk-pti", "Pakistan Tehreek-e-Insaf"],
    ["pk-pmln", "Pakistan Muslim League (N)", acronym("PML-N")],
    ["pk-ppp", "Pakistan Peoples Party"],
  ],
  PL: [
    ["pl-pis", "Law and Justice", "Polish Law and Justice party"],
    ["pl-po", "Civic Platform", "Polish Civic Platform"],
    ["pl-konfederacja", "Confederation (Poland)", "Polish Confederation party"],
  ],
  PT: [["pt-chega", "Chega"]],
  RU: [
    ["ru-united-russia", "United Russia"],
    [
      "ru-communist-party",
      "Communist Party of the Russian Federation",
      "Russian Communist Party",
      acronym("KPRF"),
    ],
  ],
  SE: [
    ["se-sweden-democrats", "Sweden Democrats"],
    ["se-social-democrats", "Swedish Social Democratic Party"],
  ],
  TR: [
    ["tr-akp", "Justice and Development Party (Turkey)", acronym("AKP"), "AK Party"],
    ["tr-chp", "Republican People's Party (Turkey)", acronym("CHP")],
    ["tr-dem", "DEM Party"],
  ],
  TW: [
    ["tw-dpp", "Democratic Progressive Party", acronym("DPP")],
    ["tw-kmt", "Kuomintang", acronym("KMT")],
  ],
  UA: [["ua-servant", "Servant of the People"]],
  US: [
    ["us-democratic-party", "Democratic Party (US)", "US Democratic Party", "American Democratic Party"],
    [
      "us-republican-party",
      "Republican Party (US)",
      "US Republican Party",
      "Republican Party",
      acronym("GOP"),
    ],
    ["us-dnc", "Democratic National Committee", acronym("DNC")],
    ["us-rnc", "Republican National Committee", acronym("RNC")],
  ],
  VE: [["ve-psuv", "United Socialist Party of Venezuela", acronym("PSUV")]],
  ZA: [
    ["za-anc", "African National Congress", acronym("ANC")],
    ["za-da", "Democratic Alliance (South Africa)", "South African Democratic Alliance"],
    ["za-eff", "Economic Freedom Fighters", acronym("EFF")],
  ],
};

export const PARTIES: readonly ActorEntry[] = Object.entries(PARTIES_BY_STATE).flatMap(
  ([stateCode, parties]) =>
    parties.map(([key, name, ...aliases]) => ({
      key,
      name,
      kind: "organisation" as const,
      stateCode,
      aliases,
    })),
);

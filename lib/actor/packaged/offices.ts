import { MORE_OFFICES } from "./more-offices.ts";

/**
 * Offices and who held them. A range is half-open: the last day is the successor's first. An open range had no
 * end when the file was last checked (CHECKED_ON); gaps are days on which nobody is certain, or an acting holder.
 */
export const CHECKED_ON = "2026-06-30";

type Held = readonly [holder: string, from: string, to: string | null];

export interface OfficeEntry {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly aliases: readonly string[];
  readonly held: readonly Held[];
}

const ORGANISATIONS: readonly OfficeEntry[] = [
  {
    key: "nato-secretary-general",
    title: "NATO Secretary General",
    body: "nato",
    aliases: ["NATO chief", "NATO head", "head of NATO"],
    held: [
      ["jaap-de-hoop-scheffer", "2004-01-05", "2009-08-01"],
      ["anders-fogh-rasmussen", "2009-08-01", "2014-10-01"],
      ["jens-stoltenberg", "2014-10-01", "2024-10-01"],
      ["mark-rutte", "2024-10-01", null],
    ],
  },
  {
    key: "un-secretary-general",
    title: "UN Secretary-General",
    body: "un",
    aliases: ["UN chief", "head of the UN"],
    held: [
      ["kofi-annan", "1997-01-01", "2007-01-01"],
      ["ban-ki-moon", "2007-01-01", "2017-01-01"],
      ["antonio-guterres", "2017-01-01", null],
    ],
  },
  {
    key: "un-human-rights-chief",
    title: "UN High Commissioner for Human Rights",
    body: "un",
    aliases: ["UN human rights chief", "UN rights chief"],
    held: [
      ["michelle-bachelet", "2018-09-01", "2022-09-01"],
      ["volker-turk", "2022-10-17", null],
    ],
  },
  {
    key: "european-commission-president",
    title: "President of the European Commission",
    body: "european-commission",
    aliases: ["European Commission chief", "EU Commission President", "EU Commission chief"],
    held: [
      ["jose-manuel-barroso", "2004-11-22", "2014-11-01"],
      ["jean-claude-juncker", "2014-11-01", "2019-12-01"],
      ["ursula-von-der-leyen", "2019-12-01", null],
    ],
  },
  {
    key: "european-council-president",
    title: "President of the European Council",
    body: "european-council",
    aliases: ["EU Council President"],
    held: [
      ["donald-tusk", "2014-12-01", "2019-12-01"],
      ["charles-michel", "2019-12-01", "2024-12-01"],
      ["antonio-costa", "2024-12-01", null],
    ],
  },
  {
    key: "eu-high-representative",
    title: "High Representative of the European Union",
    body: "eu",
    aliases: ["EU foreign policy chief", "EU top diplomat", "EU High Representative", "EU chief diplomat"],
    held: [
      ["federica-mogherini", "2014-11-01", "2019-12-01"],
      ["josep-borrell", "2019-12-01", "2024-12-01"],
      ["kaja-kallas", "2024-12-01", null],
    ],
  },
  {
    key: "european-parliament-president",
    title: "President of the European Parliament",
    body: "european-parliament",
    aliases: [],
    held: [["roberta-metsola", "2022-01-18", null]],
  },
  {
    key: "ecb-president",
    title: "President of the European Central Bank",
    body: "ecb",
    aliases: ["ECB chief"],
    held: [
      ["mario-draghi", "2011-11-01", "2019-11-01"],
      ["christine-lagarde", "2019-11-01", null],
    ],
  },
  {
    key: "who-director-general",
    title: "WHO Director-General",
    body: "who",
    aliases: ["WHO chief", "WHO head"],
    held: [
      ["margaret-chan", "2007-01-04", "2017-07-01"],
      ["tedros-adhanom-ghebreyesus", "2017-07-01", null],
    ],
  },
  {
    key: "iaea-director-general",
    title: "IAEA Director General",
    body: "iaea",
    aliases: ["IAEA chief", "IAEA head", "UN nuclear chief"],
    held: [
      ["mohamed-elbaradei", "1997-12-01", "2009-12-01"],
      ["yukiya-amano", "2009-12-01", "2019-07-18"],
      ["rafael-grossi", "2019-12-03", null],
    ],
  },
  {
    key: "imf-managing-director",
    title: "IMF Managing Director",
    body: "imf",
    aliases: ["IMF chief", "IMF head"],
    held: [
      ["christine-lagarde", "2011-07-05", "2019-09-12"],
      ["kristalina-georgieva", "2019-10-01", null],
    ],
  },
  {
    key: "world-bank-president",
    title: "World Bank President",
    body: "world-bank",
    aliases: ["World Bank chief"],
    held: [
      ["david-malpass", "2019-04-09", "2023-06-02"],
      ["ajay-banga", "2023-06-02", null],
    ],
  },
  {
    key: "wto-director-general",
    title: "WTO Director-General",
    body: "wto",
    aliases: ["WTO chief"],
    held: [
      ["roberto-azevedo", "2013-09-01", "2020-08-31"],
      ["ngozi-okonjo-iweala", "2021-03-01", null],
    ],
  },
  {
    key: "pope",
    title: "Pope",
    body: "state-va",
    aliases: ["Pontiff", "Supreme Pontiff"],
    held: [
      ["benedict-xvi", "2005-04-19", "2013-02-28"],
      ["francis", "2013-03-13", "2025-04-21"],
      ["leo-xiv", "2025-05-08", null],
    ],
  },
];

/** A head of state or government: "<adjective> <role>" and "<role> of <state>" are read from the title. */
function office(
  key: string,
  title: string,
  body: string,
  held: readonly Held[],
  ...aliases: readonly string[]
): OfficeEntry {
  return { key, title, body, aliases, held };
}

const AMERICAS: readonly OfficeEntry[] = [
  office(
    "us-president",
    "US President",
    "state-us",
    [
      ["bill-clinton", "1993-01-20", "2001-01-20"],
      ["george-w-bush", "2001-01-20", "2009-01-20"],
      ["barack-obama", "2009-01-20", "2017-01-20"],
      ["donald-trump", "2017-01-20", "2021-01-20"],
      ["joe-biden", "2021-01-20", "2025-01-20"],
      ["donald-trump", "2025-01-20", null],
    ],
    "President of the United States",
    "US leader",
    "POTUS",
  ),
  office("us-vice-president", "US Vice President", "state-us", [
    ["dick-cheney", "2001-01-20", "2009-01-20"],
    ["joe-biden", "2009-01-20", "2017-01-20"],
    ["mike-pence", "2017-01-20", "2021-01-20"],
    ["kamala-harris", "2021-01-20", "2025-01-20"],
    ["jd-vance", "2025-01-20", null],
  ]),
  office(
    "us-secretary-of-state",
    "US Secretary of State",
    "us-foreign-ministry",
    [
      ["colin-powell", "2001-01-20", "2005-01-26"],
      ["condoleezza-rice", "2005-01-26", "2009-01-20"],
      ["hillary-clinton", "2009-01-21", "2013-02-01"],
      ["john-kerry", "2013-02-01", "2017-01-20"],
      ["rex-tillerson", "2017-02-01", "2018-03-31"],
      ["mike-pompeo", "2018-04-26", "2021-01-20"],
      ["antony-blinken", "2021-01-26", "2025-01-20"],
      ["marco-rubio", "2025-01-21", null],
    ],
    "US top diplomat",
    "US foreign minister",
  ),
  office(
    "us-secretary-of-defence",
    "US Secretary of Defense",
    "us-defence-ministry",
    [
      ["jim-mattis", "2017-01-20", "2019-01-01"],
      ["mark-esper", "2019-07-23", "2020-11-09"],
      ["lloyd-austin", "2021-01-22", "2025-01-20"],
      ["pete-hegseth", "2025-01-25", null],
    ],
    "US Defense Secretary",
    "Pentagon chief",
    "US Secretary of War",
    "US defence minister",
  ),
  office(
    "us-national-security-adviser",
    "US National Security Adviser",
    "us-white-house",
    [["jake-sullivan", "2021-01-20", "2025-01-20"]],
    "US National Security Advisor",
    "White House National Security Adviser",
  ),
  office(
    "us-white-house-press-secretary",
    "White House Press Secretary",
    "us-white-house",
    [
      ["jen-psaki", "2021-01-20", "2022-05-13"],
      ["karine-jean-pierre", "2022-05-13", "2025-01-20"],
      ["karoline-leavitt", "2025-01-20", null],
    ],
    "White House spokeswoman",
  ),
  office(
    "us-fed-chair",
    "Chair of the Federal Reserve",
    "us-fed",
    [
      ["ben-bernanke", "2006-02-01", "2014-02-01"],
      ["janet-yellen", "2014-02-03", "2018-02-03"],
      ["jerome-powell", "2018-02-05", "2026-05-15"],
      ["kevin-warsh", "2026-05-22", null],
    ],
    "Federal Reserve Chair",
    "Federal Reserve Chairman",
    "Fed Chair",
    "Fed Chairman",
  ),
  office(
    "ca-prime-minister",
    "Canadian Prime Minister",
    "state-ca",
    [
      ["stephen-harper", "2006-02-06", "2015-11-04"],
      ["justin-trudeau", "2015-11-04", "2025-03-14"],
      ["mark-carney", "2025-03-14", null],
    ],
    "Canadian leader",
  ),
  office("ca-foreign-minister", "Canadian Foreign Minister", "ca-foreign-ministry", [
    ["melanie-joly", "2021-10-26", "2025-05-13"],
    ["anita-anand", "2025-05-13", null],
  ]),
  office(
    "mx-president",
    "Mexican President",
    "state-mx",
    [
      ["enrique-pena-nieto", "2012-12-01", "2018-12-01"],
      ["andres-manuel-lopez-obrador", "2018-12-01", "2024-10-01"],
      ["claudia-sheinbaum", "2024-10-01", null],
    ],
    "Mexican leader",
  ),
  office(
    "br-president",
    "Brazilian President",
    "state-br",
    [
      ["luiz-inacio-lula-da-silva", "2003-01-01", "2011-01-01"],
      ["dilma-rousseff", "2011-01-01", "2016-08-31"],
      ["michel-temer", "2016-08-31", "2019-01-01"],
      ["jair-bolsonaro", "2019-01-01", "2023-01-01"],
      ["luiz-inacio-lula-da-silva", "2023-01-01", null],
    ],
    "Brazilian leader",
  ),
  office("br-foreign-minister", "Brazilian Foreign Minister", "br-foreign-ministry", [
    ["mauro-vieira", "2023-01-01", null],
  ]),
  office(
    "ar-president",
    "Argentine President",
    "state-ar",
    [
      ["mauricio-macri", "2015-12-10", "2019-12-10"],
      ["alberto-fernandez", "2019-12-10", "2023-12-10"],
      ["javier-milei", "2023-12-10", null],
    ],
    "Argentine leader",
  ),
];

const EUROPE: readonly OfficeEntry[] = [
  office("gb-monarch", "British Monarch", "state-gb", [
    ["elizabeth-ii", "1952-02-06", "2022-09-08"],
    ["charles-iii", "2022-09-08", null],
  ]),
  office(
    "gb-prime-minister",
    "British Prime Minister",
    "gb-downing-street",
    [
      ["tony-blair", "1997-05-02", "2007-06-27"],
      ["gordon-brown", "2007-06-27", "2010-05-11"],
      ["david-cameron", "2010-05-11", "2016-07-13"],
      ["theresa-may", "2016-07-13", "2019-07-24"],
      ["boris-johnson", "2019-07-24", "2022-09-06"],
      ["liz-truss", "2022-09-06", "2022-10-25"],
      ["rishi-sunak", "2022-10-25", "2024-07-05"],
      ["keir-starmer", "2024-07-05", null],
    ],
    "UK leader",
  ),
  office(
    "gb-foreign-secretary",
    "British Foreign Secretary",
    "gb-foreign-ministry",
    [
      ["boris-johnson", "2016-07-13", "2018-07-09"],
      ["jeremy-hunt", "2018-07-09", "2019-07-24"],
      ["dominic-raab", "2019-07-24", "2021-09-15"],
      ["liz-truss", "2021-09-15", "2022-09-06"],
      ["james-cleverly", "2022-09-06", "2023-11-13"],
      ["david-cameron", "2023-11-13", "2024-07-05"],
      ["david-lammy", "2024-07-05", "2025-09-05"],
      ["yvette-cooper", "2025-09-05", null],
    ],
    "British Foreign Minister",
  ),
  office(
    "gb-defence-secretary",
    "British Defence Secretary",
    "gb-defence-ministry",
    [
      ["ben-wallace", "2019-07-24", "2023-08-31"],
      ["grant-shapps", "2023-08-31", "2024-07-05"],
      ["john-healey", "2024-07-05", "2026-06-11"],
      ["dan-jarvis", "2026-06-12", null],
    ],
    "British Defence Minister",
  ),
  office(
    "fr-president",
    "French President",
    "state-fr",
    [
      ["nicolas-sarkozy", "2007-05-16", "2012-05-15"],
      ["francois-hollande", "2012-05-15", "2017-05-14"],
      ["emmanuel-macron", "2017-05-14", null],
    ],
    "French leader",
  ),
  office("fr-prime-minister", "French Prime Minister", "fr-matignon", [
    ["edouard-philippe", "2017-05-15", "2020-07-03"],
    ["jean-castex", "2020-07-03", "2022-05-16"],
    ["elisabeth-borne", "2022-05-16", "2024-01-09"],
    ["gabriel-attal", "2024-01-09", "2024-09-05"],
    ["michel-barnier", "2024-09-05", "2024-12-13"],
    ["francois-bayrou", "2024-12-13", "2025-09-09"],
  ]),
  office("fr-foreign-minister", "French Foreign Minister", "fr-foreign-ministry", [
    ["jean-yves-le-drian", "2017-05-17", "2022-05-20"],
    ["catherine-colonna", "2022-05-20", "2024-01-11"],
    ["stephane-sejourne", "2024-01-12", "2024-09-21"],
    ["jean-noel-barrot", "2024-09-23", null],
  ]),
  office("de-president", "German President", "state-de", [["frank-walter-steinmeier", "2017-03-19", null]]),
  office(
    "de-chancellor",
    "German Chancellor",
    "de-chancellery",
    [
      ["gerhard-schroder", "1998-10-27", "2005-11-22"],
      ["angela-merkel", "2005-11-22", "2021-12-08"],
      ["olaf-scholz", "2021-12-08", "2025-05-06"],
      ["friedrich-merz", "2025-05-06", null],
    ],
    "German leader",
  ),
  office("de-foreign-minister", "German Foreign Minister", "de-foreign-ministry", [
    ["frank-walter-steinmeier", "2013-12-17", "2017-01-27"],
    ["sigmar-gabriel", "2017-01-27", "2018-03-14"],
    ["heiko-maas", "2018-03-14", "2021-12-08"],
    ["annalena-baerbock", "2021-12-08", "2025-05-06"],
    ["johann-wadephul", "2025-05-06", null],
  ]),
  office("de-defence-minister", "German Defence Minister", "de-defence-ministry", [
    ["ursula-von-der-leyen", "2013-12-17", "2019-07-17"],
    ["annegret-kramp-karrenbauer", "2019-07-17", "2021-12-08"],
    ["christine-lambrecht", "2021-12-08", "2023-01-19"],
    ["boris-pistorius", "2023-01-19", null],
  ]),
  office("it-president", "Italian President", "state-it", [["sergio-mattarella", "2015-02-03", null]]),
  office(
    "it-prime-minister",
    "Italian Prime Minister",
    "it-palazzo-chigi",
    [
      ["matteo-renzi", "2014-02-22", "2016-12-12"],
      ["paolo-gentiloni", "2016-12-12", "2018-06-01"],
      ["giuseppe-conte", "2018-06-01", "2021-02-13"],
      ["mario-draghi", "2021-02-13", "2022-10-22"],
      ["giorgia-meloni", "2022-10-22", null],
    ],
    "Italian leader",
  ),
  office("it-foreign-minister", "Italian Foreign Minister", "it-foreign-ministry", [
    ["antonio-tajani", "2022-10-22", null],
  ]),
  office("es-monarch", "King of Spain", "state-es", [["felipe-vi", "2014-06-19", null]]),
  office(
    "es-prime-minister",
    "Spanish Prime Minister",
    "es-government",
    [
      ["mariano-rajoy", "2011-12-21", "2018-06-01"],
      ["pedro-sanchez", "2018-06-02", null],
    ],
    "Spanish leader",
  ),
  office("es-foreign-minister", "Spanish Foreign Minister", "es-foreign-ministry", [
    ["jose-manuel-albares", "2021-07-12", null],
  ]),
  office("pl-president", "Polish President", "state-pl", [
    ["andrzej-duda", "2015-08-06", "2025-08-06"],
    ["karol-nawrocki", "2025-08-06", null],
  ]),
  office("pl-prime-minister", "Polish Prime Minister", "pl-government", [
    ["mateusz-morawiecki", "2017-12-11", "2023-12-13"],
    ["donald-tusk", "2023-12-13", null],
  ]),
  office("pl-foreign-minister", "Polish Foreign Minister", "pl-foreign-ministry", [
    ["radoslaw-sikorski", "2023-12-13", null],
  ]),
  office(
    "hu-prime-minister",
    "Hungarian Prime Minister",
    "hu-government",
    [
      ["viktor-orban", "2010-05-29", "2026-05-09"],
      ["peter-magyar", "2026-05-09", null],
    ],
    "Hungarian leader",
  ),
  office("nl-prime-minister", "Dutch Prime Minister", "nl-government", [
    ["mark-rutte", "2010-10-14", "2024-07-02"],
    ["dick-schoof", "2024-07-02", "2026-01-01"],
  ]),
  office("se-prime-minister", "Swedish Prime Minister", "se-government", [
    ["stefan-lofven", "2014-10-03", "2021-11-30"],
    ["magdalena-andersson", "2021-11-30", "2022-10-18"],
    ["ulf-kristersson", "2022-10-18", null],
  ]),
  office("fi-president", "Finnish President", "state-fi", [
    ["sauli-niinisto", "2012-03-01", "2024-03-01"],
    ["alexander-stubb", "2024-03-01", null],
  ]),
  office("fi-prime-minister", "Finnish Prime Minister", "fi-government", [
    ["sanna-marin", "2019-12-10", "2023-06-20"],
    ["petteri-orpo", "2023-06-20", null],
  ]),
  office("no-prime-minister", "Norwegian Prime Minister", "no-government", [
    ["erna-solberg", "2013-10-16", "2021-10-14"],
    ["jonas-gahr-store", "2021-10-14", null],
  ]),
  office("ee-prime-minister", "Estonian Prime Minister", "ee-government", [
    ["kaja-kallas", "2021-01-26", "2024-07-23"],
    ["kristen-michal", "2024-07-23", null],
  ]),
  office(
    "ru-president",
    "Russian President",
    "state-ru",
    [
      ["vladimir-putin", "2000-05-07", "2008-05-07"],
      ["dmitry-medvedev", "2008-05-07", "2012-05-07"],
      ["vladimir-putin", "2012-05-07", null],
    ],
    "Russian leader",
  ),
  office("ru-prime-minister", "Russian Prime Minister", "ru-government", [
    ["vladimir-putin", "2008-05-08", "2012-05-07"],
    ["dmitry-medvedev", "2012-05-08", "2020-01-16"],
    ["mikhail-mishustin", "2020-01-16", null],
  ]),
  office(
    "ru-foreign-minister",
    "Russian Foreign Minister",
    "ru-foreign-ministry",
    [["sergei-lavrov", "2004-03-09", null]],
    "Russian top diplomat",
  ),
  office("ru-defence-minister", "Russian Defence Minister", "ru-defence-ministry", [
    ["sergei-shoigu", "2012-11-06", "2024-05-12"],
    ["andrei-belousov", "2024-05-14", null],
  ]),
  office(
    "ru-kremlin-spokesman",
    "Kremlin Spokesman",
    "ru-kremlin",
    [["dmitry-peskov", "2012-05-22", null]],
    "Kremlin Press Secretary",
  ),
  office("ru-foreign-ministry-spokeswoman", "Russian Foreign Ministry Spokeswoman", "ru-foreign-ministry", [
    ["maria-zakharova", "2015-08-10", null],
  ]),
  office(
    "ua-president",
    "Ukrainian President",
    "state-ua",
    [
      ["petro-poroshenko", "2014-06-07", "2019-05-20"],
      ["volodymyr-zelensky", "2019-05-20", null],
    ],
    "Ukrainian leader",
  ),
  office("ua-prime-minister", "Ukrainian Prime Minister", "ua-government", [
    ["denys-shmyhal", "2020-03-04", "2025-07-16"],
    ["yulia-svyrydenko", "2025-07-17", null],
  ]),
  office("ua-foreign-minister", "Ukrainian Foreign Minister", "ua-foreign-ministry", [
    ["dmytro-kuleba", "2020-03-04", "2024-09-05"],
    ["andrii-sybiha", "2024-09-05", null],
  ]),
  office("ua-defence-minister", "Ukrainian Defence Minister", "ua-defence-ministry", [
    ["oleksii-reznikov", "2021-11-04", "2023-09-05"],
    ["rustem-umerov", "2023-09-06", "2025-07-17"],
    ["denys-shmyhal", "2025-07-17", "2026-01-13"],
    ["mykhailo-fedorov", "2026-01-14", null],
  ]),
  office(
    "by-president",
    "Belarusian President",
    "state-by",
    [["alexander-lukashenko", "1994-07-20", null]],
    "Belarusian leader",
  ),
  office(
    "tr-president",
    "Turkish President",
    "state-tr",
    [["recep-tayyip-erdogan", "2014-08-28", null]],
    "Turkish leader",
  ),
  office("tr-foreign-minister", "Turkish Foreign Minister", "tr-foreign-ministry", [
    ["mevlut-cavusoglu", "2015-11-24", "2023-06-03"],
    ["hakan-fidan", "2023-06-05", null],
  ]),
];

const ASIA_PACIFIC: readonly OfficeEntry[] = [
  office(
    "cn-president",
    "Chinese President",
    "state-cn",
    [
      ["hu-jintao", "2003-03-15", "2013-03-14"],
      ["xi-jinping", "2013-03-14", null],
    ],
    "Chinese leader",
  ),
  office("cn-premier", "Chinese Premier", "cn-state-council", [
    ["wen-jiabao", "2003-03-16", "2013-03-15"],
    ["li-keqiang", "2013-03-15", "2023-03-11"],
    ["li-qiang", "2023-03-11", null],
  ]),
  office(
    "cn-foreign-minister",
    "Chinese Foreign Minister",
    "cn-foreign-ministry",
    [
      ["wang-yi", "2013-03-16", "2022-12-30"],
      ["qin-gang", "2022-12-30", "2023-07-25"],
      ["wang-yi", "2023-07-25", null],
    ],
    "Chinese top diplomat",
  ),
  office("cn-defence-minister", "Chinese Defence Minister", "cn-defence-ministry", [
    ["wei-fenghe", "2018-03-19", "2023-03-12"],
    ["li-shangfu", "2023-03-12", "2023-10-24"],
    ["dong-jun", "2023-12-29", null],
  ]),
  office("cn-ccp-general-secretary", "General Secretary of the Chinese Communist Party", "cn-ccp", [
    ["xi-jinping", "2012-11-15", null],
  ]),
  office(
    "tw-president",
    "Taiwanese President",
    "state-tw",
    [
      ["tsai-ing-wen", "2016-05-20", "2024-05-20"],
      ["lai-ching-te", "2024-05-20", null],
    ],
    "Taiwanese leader",
  ),
  office(
    "jp-prime-minister",
    "Japanese Prime Minister",
    "state-jp",
    [
      ["shinzo-abe", "2012-12-26", "2020-09-16"],
      ["yoshihide-suga", "2020-09-16", "2021-10-04"],
      ["fumio-kishida", "2021-10-04", "2024-10-01"],
      ["shigeru-ishiba", "2024-10-01", "2025-10-21"],
      ["sanae-takaichi", "2025-10-21", null],
    ],
    "Japanese leader",
  ),
  office("jp-foreign-minister", "Japanese Foreign Minister", "jp-foreign-ministry", [
    ["fumio-kishida", "2012-12-26", "2017-08-03"],
    ["taro-kono", "2017-08-03", "2019-09-11"],
    ["toshimitsu-motegi", "2019-09-11", "2021-11-04"],
    ["yoshimasa-hayashi", "2021-11-10", "2023-09-13"],
    ["yoko-kamikawa", "2023-09-13", "2024-10-01"],
    ["takeshi-iwaya", "2024-10-01", "2025-10-21"],
    ["toshimitsu-motegi", "2025-10-21", null],
  ]),
  office("jp-chief-cabinet-secretary", "Japanese Chief Cabinet Secretary", "jp-government", [
    ["yoshihide-suga", "2012-12-26", "2020-09-16"],
    ["katsunobu-kato", "2020-09-16", "2021-10-04"],
    ["hirokazu-matsuno", "2021-10-04", "2023-12-14"],
    ["yoshimasa-hayashi", "2023-12-14", "2025-10-21"],
    ["minoru-kihara", "2025-10-21", null],
  ]),
  office("jp-defence-minister", "Japanese Defence Minister", "jp-defence-ministry", [
    ["yasukazu-hamada", "2022-08-10", "2023-09-13"],
    ["minoru-kihara", "2023-09-13", "2024-10-01"],
    ["gen-nakatani", "2024-10-01", "2025-10-21"],
    ["shinjiro-koizumi", "2025-10-21", null],
  ]),
  office(
    "kr-president",
    "South Korean President",
    "kr-president-office",
    [
      ["lee-myung-bak", "2008-02-25", "2013-02-25"],
      ["park-geun-hye", "2013-02-25", "2017-03-10"],
      ["moon-jae-in", "2017-05-10", "2022-05-10"],
      ["yoon-suk-yeol", "2022-05-10", "2025-04-04"],
      ["lee-jae-myung", "2025-06-04", null],
    ],
    "South Korean leader",
  ),
  office("kr-foreign-minister", "South Korean Foreign Minister", "kr-foreign-ministry", [
    ["park-jin", "2022-05-12", "2024-01-10"],
    ["cho-tae-yul", "2024-01-10", "2025-07-18"],
    ["cho-hyun", "2025-07-21", null],
  ]),
  office("kr-defence-minister", "South Korean Defence Minister", "kr-defence-ministry", [
    ["shin-won-sik", "2023-10-07", "2024-09-06"],
    ["kim-yong-hyun", "2024-09-06", "2024-12-05"],
  ]),
  office(
    "kp-leader",
    "Supreme Leader of North Korea",
    "state-kp",
    [
      ["kim-jong-il", "1994-07-08", "2011-12-17"],
      ["kim-jong-un", "2011-12-17", null],
    ],
    "North Korean leader",
  ),
  office("kp-foreign-minister", "North Korean Foreign Minister", "kp-foreign-ministry", [
    ["choe-son-hui", "2022-06-11", null],
  ]),
  office(
    "in-prime-minister",
    "Indian Prime Minister",
    "in-government",
    [
      ["manmohan-singh", "2004-05-22", "2014-05-26"],
      ["narendra-modi", "2014-05-26", null],
    ],
    "Indian leader",
  ),
  office("in-president", "Indian President", "state-in", [
    ["ram-nath-kovind", "2017-07-25", "2022-07-25"],
    ["droupadi-murmu", "2022-07-25", null],
  ]),
  office(
    "in-external-affairs-minister",
    "Indian External Affairs Minister",
    "in-foreign-ministry",
    [
      ["sushma-swaraj", "2014-05-26", "2019-05-30"],
      ["subrahmanyam-jaishankar", "2019-05-31", null],
    ],
    "Indian Minister of External Affairs",
    "Indian Foreign Minister",
  ),
  office("pk-prime-minister", "Pakistani Prime Minister", "pk-government", [
    ["imran-khan", "2018-08-18", "2022-04-10"],
    ["shehbaz-sharif", "2022-04-11", "2023-08-14"],
    ["shehbaz-sharif", "2024-03-04", null],
  ]),
  office("id-president", "Indonesian President", "state-id", [
    ["joko-widodo", "2014-10-20", "2024-10-20"],
    ["prabowo-subianto", "2024-10-20", null],
  ]),
  office("ph-president", "Philippine President", "state-ph", [
    ["rodrigo-duterte", "2016-06-30", "2022-06-30"],
    ["ferdinand-marcos-jr", "2022-06-30", null],
  ]),
  office("my-prime-minister", "Malaysian Prime Minister", "my-government", [
    ["anwar-ibrahim", "2022-11-24", null],
  ]),
  office("sg-prime-minister", "Singaporean Prime Minister", "sg-government", [
    ["lee-hsien-loong", "2004-08-12", "2024-05-15"],
    ["lawrence-wong", "2024-05-15", null],
  ]),
  office("au-prime-minister", "Australian Prime Minister", "au-government", [
    ["malcolm-turnbull", "2015-09-15", "2018-08-24"],
    ["scott-morrison", "2018-08-24", "2022-05-23"],
    ["anthony-albanese", "2022-05-23", null],
  ]),
  office("au-foreign-minister", "Australian Foreign Minister", "au-foreign-ministry", [
    ["marise-payne", "2018-08-28", "2022-05-23"],
    ["penny-wong", "2022-05-23", null],
  ]),
  office("au-defence-minister", "Australian Defence Minister", "au-defence-ministry", [
    ["richard-marles", "2022-06-01", null],
  ]),
  office("nz-prime-minister", "New Zealand Prime Minister", "nz-government", [
    ["jacinda-ardern", "2017-10-26", "2023-01-25"],
    ["chris-hipkins", "2023-01-25", "2023-11-27"],
    ["christopher-luxon", "2023-11-27", null],
  ]),
];

const MIDDLE_EAST_AFRICA: readonly OfficeEntry[] = [
  office(
    "il-prime-minister",
    "Israeli Prime Minister",
    "il-prime-minister-office",
    [
      ["benjamin-netanyahu", "2009-03-31", "2021-06-13"],
      ["naftali-bennett", "2021-06-13", "2022-07-01"],
      ["yair-lapid", "2022-07-01", "2022-12-29"],
      ["benjamin-netanyahu", "2022-12-29", null],
    ],
    "Israeli leader",
  ),
  office("il-defence-minister", "Israeli Defence Minister", "il-defence-ministry", [
    ["benny-gantz", "2020-05-17", "2022-12-29"],
    ["yoav-gallant", "2022-12-29", "2024-11-05"],
    ["israel-katz", "2024-11-08", null],
  ]),
  office("il-foreign-minister", "Israeli Foreign Minister", "il-foreign-ministry", [
    ["israel-katz", "2024-01-02", "2024-11-05"],
    ["gideon-saar", "2024-11-10", null],
  ]),
  office("ps-president", "Palestinian President", "ps-palestinian-authority", [
    ["mahmoud-abbas", "2005-01-15", null],
  ]),
  office(
    "ir-supreme-leader",
    "Supreme Leader of Iran",
    "state-ir",
    [
      ["ali-khamenei", "1989-06-04", "2026-02-28"],
      ["mojtaba-khamenei", "2026-03-09", null],
    ],
    "Iranian Supreme Leader",
  ),
  office("ir-president", "Iranian President", "state-ir", [
    ["mahmoud-ahmadinejad", "2005-08-03", "2013-08-03"],
    ["hassan-rouhani", "2013-08-03", "2021-08-03"],
    ["ebrahim-raisi", "2021-08-03", "2024-05-19"],
    ["masoud-pezeshkian", "2024-07-28", null],
  ]),
  office("ir-foreign-minister", "Iranian Foreign Minister", "ir-foreign-ministry", [
    ["mohammad-javad-zarif", "2013-08-15", "2021-08-25"],
    ["hossein-amir-abdollahian", "2021-08-25", "2024-05-19"],
    ["abbas-araghchi", "2024-08-21", null],
  ]),
  office("sy-president", "Syrian President", "state-sy", [["bashar-al-assad", "2000-07-17", "2024-12-08"]]),
  office(
    "sa-king",
    "King of Saudi Arabia",
    "state-sa",
    [["salman-of-saudi-arabia", "2015-01-23", null]],
    "Saudi King",
  ),
  office("sa-crown-prince", "Saudi Crown Prince", "state-sa", [["mohammed-bin-salman", "2017-06-21", null]]),
  office("sa-foreign-minister", "Saudi Foreign Minister", "sa-foreign-ministry", [
    ["faisal-bin-farhan", "2019-10-23", null],
  ]),
  office(
    "ae-president",
    "Emirati President",
    "state-ae",
    [["mohamed-bin-zayed", "2022-05-14", null]],
    "UAE leader",
  ),
  office("qa-emir", "Emir of Qatar", "state-qa", [["tamim-bin-hamad", "2013-06-25", null]], "Qatari leader"),
  office(
    "eg-president",
    "Egyptian President",
    "state-eg",
    [["abdel-fattah-el-sisi", "2014-06-08", null]],
    "Egyptian leader",
  ),
  office("za-president", "South African President", "state-za", [
    ["jacob-zuma", "2009-05-09", "2018-02-14"],
    ["cyril-ramaphosa", "2018-02-15", null],
  ]),
];

export const OFFICES: readonly OfficeEntry[] = [
  ...ORGANISATIONS,
  ...AMERICAS,
  ...EUROPE,
  ...ASIA_PACIFIC,
  ...MIDDLE_EAST_AFRICA,
  ...MORE_OFFICES,
];

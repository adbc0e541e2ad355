import type { OfficeEntry } from "./offices.ts";

type Held = OfficeEntry["held"][number];

/** Heads of government may fall any day: their last tenure ends here where nobody has looked since. */
const LOOKED = "2026-01-01";

function office(
  key: string,
  title: string,
  body: string,
  held: readonly Held[],
  ...aliases: string[]
): OfficeEntry {
  return { key, title, body, aliases, held };
}

/** Heads of state and government of further states. */
export const MORE_OFFICES: readonly OfficeEntry[] = [
  office("at-chancellor", "Austrian Chancellor", "at-government", [
    ["sebastian-kurz", "2020-01-07", "2021-10-11"],
    ["karl-nehammer", "2021-12-06", "2025-01-10"],
    ["christian-stocker", "2025-03-03", LOOKED],
  ]),
  office("am-prime-minister", "Armenian Prime Minister", "am-government", [
    ["nikol-pashinyan", "2018-05-08", LOOKED],
  ]),
  office("az-president", "Azerbaijani President", "state-az", [["ilham-aliyev", "2003-10-31", null]]),
  office("bd-prime-minister", "Bangladeshi Prime Minister", "bd-government", [
    ["sheikh-hasina", "2009-01-06", "2024-08-05"],
  ]),
  office("be-prime-minister", "Belgian Prime Minister", "be-government", [
    ["alexander-de-croo", "2020-10-01", "2025-02-03"],
    ["bart-de-wever", "2025-02-03", LOOKED],
  ]),
  office("bo-president", "Bolivian President", "state-bo", [
    ["luis-arce", "2020-11-08", "2025-11-08"],
    ["rodrigo-paz", "2025-11-08", null],
  ]),
  office("cd-president", "Congolese President", "state-cd", [["felix-tshisekedi", "2019-01-24", null]]),
  office("cl-president", "Chilean President", "state-cl", [
    ["sebastian-pinera", "2018-03-11", "2022-03-11"],
    ["gabriel-boric", "2022-03-11", "2026-03-11"],
  ]),
  office("co-president", "Colombian President", "state-co", [
    ["juan-manuel-santos", "2010-08-07", "2018-08-07"],
    ["ivan-duque", "2018-08-07", "2022-08-07"],
    ["gustavo-petro", "2022-08-07", LOOKED],
  ]),
  office("cu-president", "Cuban President", "state-cu", [["miguel-diaz-canel", "2018-04-19", LOOKED]]),
  office("cz-president", "Czech President", "state-cz", [
    ["milos-zeman", "2013-03-08", "2023-03-08"],
    ["petr-pavel", "2023-03-09", null],
  ]),
  office("dk-prime-minister", "Danish Prime Minister", "dk-government", [
    ["mette-frederiksen", "2019-06-27", LOOKED],
  ]),
  office("ec-president", "Ecuadorian President", "state-ec", [["daniel-noboa", "2023-11-23", null]]),
  office("et-prime-minister", "Ethiopian Prime Minister", "et-government", [
    ["abiy-ahmed", "2018-04-02", LOOKED],
  ]),
  office("gr-prime-minister", "Greek Prime Minister", "gr-government", [
    ["alexis-tsipras", "2015-09-21", "2019-07-08"],
    ["kyriakos-mitsotakis", "2019-07-08", "2023-05-25"],
    ["kyriakos-mitsotakis", "2023-06-26", LOOKED],
  ]),
  office(
    "ie-taoiseach",
    "Irish Taoiseach",
    "ie-government",
    [
      ["micheal-martin", "2020-06-27", "2022-12-17"],
      ["leo-varadkar", "2022-12-17", "2024-04-09"],
      ["simon-harris", "2024-04-09", "2025-01-23"],
      ["micheal-martin", "2025-01-23", LOOKED],
    ],
    "Irish Prime Minister",
  ),
  office("jo-king", "King of Jordan", "state-jo", [["abdullah-ii", "1999-02-07", null]], "Jordanian King"),
  office("ke-president", "Kenyan President", "state-ke", [
    ["uhuru-kenyatta", "2013-04-09", "2022-09-13"],
    ["william-ruto", "2022-09-13", null],
  ]),
  office("kh-prime-minister", "Cambodian Prime Minister", "kh-government", [
    ["hun-sen", "1998-11-30", "2023-08-22"],
    ["hun-manet", "2023-08-22", LOOKED],
  ]),
  office("kz-president", "Kazakh President", "state-kz", [["kassym-jomart-tokayev", "2019-03-20", null]]),
  office("lb-president", "Lebanese President", "state-lb", [
    ["michel-aoun", "2016-10-31", "2022-10-31"],
    ["joseph-aoun", "2025-01-09", null],
  ]),
  office("lb-prime-minister", "Lebanese Prime Minister", "lb-government", [
    ["najib-mikati", "2021-09-10", "2025-02-08"],
    ["nawaf-salam", "2025-02-08", LOOKED],
  ]),
  office("lt-president", "Lithuanian President", "state-lt", [
    ["dalia-grybauskaite", "2009-07-12", "2019-07-12"],
    ["gitanas-nauseda", "2019-07-12", null],
  ]),
  office("ng-president", "Nigerian President", "state-ng", [
    ["muhammadu-buhari", "2015-05-29", "2023-05-29"],
    ["bola-tinubu", "2023-05-29", null],
  ]),
  office("pe-president", "Peruvian President", "state-pe", [
    ["pedro-castillo", "2021-07-28", "2022-12-07"],
    ["dina-boluarte", "2022-12-07", "2025-10-10"],
  ]),
  office("pt-prime-minister", "Portuguese Prime Minister", "pt-government", [
    ["antonio-costa", "2015-11-26", "2024-04-02"],
    ["luis-montenegro", "2024-04-02", LOOKED],
  ]),
  office("rs-president", "Serbian President", "state-rs", [["aleksandar-vucic", "2017-05-31", LOOKED]]),
  office("rw-president", "Rwandan President", "state-rw", [["paul-kagame", "2000-04-22", null]]),
  office("sk-prime-minister", "Slovak Prime Minister", "sk-government", [
    ["robert-fico", "2023-10-25", LOOKED],
  ]),
];

/**
 * Wikidata ids, only where they are certain: a wrong one is worse than none. Those of states agree with the list of
 * @rapideditor/country-coder 5 (for the Netherlands and Denmark the country, not the realm).
 */
const STATES = `
AD Q228, AE Q878, AF Q889, AG Q781, AI Q25228, AL Q222, AM Q399, AO Q916, AR Q414, AS Q16641, AT Q40
AU Q408, AW Q21203, AX Q5689, AZ Q227, BA Q225, BB Q244, BD Q902, BE Q31, BF Q965, BG Q219, BH Q398
BI Q967, BJ Q962, BL Q25362, BM Q23635, BN Q921, BO Q750, BQ Q27561, BR Q155, BS Q778, BT Q917, BW Q963
BY Q184, BZ Q242, CA Q16, CC Q36004, CD Q974, CF Q929, CG Q971, CH Q39, CI Q1008, CK Q26988, CL Q298
CM Q1009, CN Q148, CO Q739, CR Q800, CU Q241, CV Q1011, CW Q25279, CX Q31063, CY Q229, CZ Q213, DE Q183
DJ Q977, DK Q35, DM Q784, DO Q786, DZ Q262, EC Q736, EE Q191, EG Q79, EH Q6250, ER Q986, ES Q29, ET Q115
FI Q33, FJ Q712, FK Q9648, FM Q702, FO Q4628, FR Q142, GA Q1000, GB Q145, GD Q769, GE Q230, GF Q3769
GG Q25230, GH Q117, GI Q1410, GL Q223, GM Q1005, GN Q1006, GP Q17012, GQ Q983, GR Q41, GT Q774
GU Q16635, GW Q1007, GY Q734, HK Q8646, HN Q783, HR Q224, HT Q790, HU Q28, ID Q252, IE Q27, IL Q801
IM Q9676, IN Q668, IQ Q796, IR Q794, IS Q189, IT Q38, JE Q785, JM Q766, JO Q810, JP Q17, KE Q114
KG Q813, KH Q424, KI Q710, KM Q970, KN Q763, KP Q423, KR Q884, KW Q817, KY Q5785, KZ Q232, LA Q819
LB Q822, LC Q760, LI Q347, LK Q854, LR Q1014, LS Q1013, LT Q37, LU Q32, LV Q211, LY Q1016, MA Q1028
MC Q235, MD Q217, ME Q236, MF Q126125, MG Q1019, MH Q709, MK Q221, ML Q912, MM Q836, MN Q711, MP Q16644
MQ Q17054, MR Q1025, MS Q13353, MT Q233, MU Q1027, MV Q826, MW Q1020, MX Q96, MY Q833, MZ Q1029
NA Q1030, NC Q33788, NE Q1032, NF Q31057, NG Q1033, NI Q811, NL Q55, NO Q20, NP Q837, NR Q697, NU Q34020
NZ Q664, OM Q842, PA Q804, PE Q419, PF Q30971, PG Q691, PH Q928, PK Q843, PL Q36, PM Q34617, PN Q35672
PR Q1183, PS Q219060, PT Q45, PW Q695, PY Q733, QA Q846, RE Q17070, RO Q218, RS Q403, RU Q159, RW Q1037
SA Q851, SB Q685, SC Q1042, SD Q1049, SE Q34, SG Q334, SH Q192184, SI Q215, SK Q214, SL Q1044, SM Q238
SN Q1041, SO Q1045, SR Q730, SS Q958, ST Q1039, SV Q792, SX Q26273, SY Q858, SZ Q1050, TC Q18221
TD Q657, TG Q945, TH Q869, TJ Q863, TK Q36823, TL Q574, TM Q874, TN Q948, TO Q678, TR Q43, TT Q754
TV Q672, TW Q865, TZ Q924, UA Q212, UG Q1036, US Q30, UY Q77, UZ Q265, VA Q237, VC Q757, VE Q717
VG Q25305, VI Q11703, VN Q881, VU Q686, WF Q35555, WS Q683, XK Q1246, YE Q805, YT Q17063, ZA Q258
ZM Q953, ZW Q954`;

/** Ids of actors that are no states, by key. */
export const OTHER_IDS: Readonly<Record<string, string>> = {
  nato: "Q7184",
  un: "Q1065",
  "un-security-council": "Q37470",
  "un-general-assembly": "Q47423",
  "un-secretariat": "Q220563",
  "un-human-rights-council": "Q205650",
  ohchr: "Q656812",
  unhcr: "Q132551",
  unicef: "Q740308",
  unrwa: "Q846656",
  ocha: "Q1065854",
  unesco: "Q7809",
  undp: "Q161718",
  wfp: "Q204344",
  fao: "Q82151",
  who: "Q7817",
  ilo: "Q54129",
  wmo: "Q170424",
  imo: "Q201054",
  icj: "Q7801",
  unifil: "Q160805",
  iaea: "Q41984",
  imf: "Q7804",
  wto: "Q7825",
  icc: "Q47488",
  interpol: "Q8475",
  eu: "Q458",
  "european-commission": "Q8880",
  "european-council": "Q8886",
  "council-of-the-eu": "Q8896",
  "european-parliament": "Q8889",
  eeas: "Q672941",
  ecb: "Q8901",
  cjeu: "Q4951",
  "council-of-europe": "Q8908",
  echr: "Q122880",
  osce: "Q81299",
  oecd: "Q41550",
  opec: "Q7795",
  "african-union": "Q7159",
  ecowas: "Q193272",
  "arab-league": "Q7172",
  gcc: "Q217172",
  oic: "Q47543",
  oas: "Q123759",
  caricom: "Q205995",
  ioc: "Q40970",
  fifa: "Q253414",
  uefa: "Q35572",
  asean: "Q7768",
  amnesty: "Q42970",
  hrw: "Q187052",
  greenpeace: "Q81307",
  eib: "Q192247",
  ebrd: "Q488981",
  esa: "Q42262",
  cern: "Q42944",
  eppo: "Q5413070",
  "un-women": "Q641576",
  itu: "Q376150",
  wipo: "Q177773",
  "us-cia": "Q37230",
  "us-fbi": "Q8333",
  "us-nasa": "Q23548",
  "us-congress": "Q11268",
  "us-senate": "Q66096",
  "us-house": "Q11701",
  "us-supreme-court": "Q11201",
  "us-fed": "Q53536",
  "gb-bank-of-england": "Q183231",
  bbc: "Q9531",
  cnn: "Q48340",
  "new-york-times": "Q9684",
  reuters: "Q130879",
  ap: "Q40469",
  afp: "Q40464",
  "donald-trump": "Q22686",
  "joe-biden": "Q6279",
  "barack-obama": "Q76",
  "bill-clinton": "Q1124",
  "george-w-bush": "Q207",
  "hillary-clinton": "Q6294",
  "kamala-harris": "Q10853588",
  "mike-pence": "Q24313",
  "vladimir-putin": "Q7747",
  "dmitry-medvedev": "Q23530",
  "sergei-lavrov": "Q58217",
  "angela-merkel": "Q567",
  "olaf-scholz": "Q61053",
  "emmanuel-macron": "Q3052772",
  "nicolas-sarkozy": "Q329",
  "francois-hollande": "Q157",
  "boris-johnson": "Q180589",
  "theresa-may": "Q264766",
  "david-cameron": "Q192",
  "tony-blair": "Q9545",
  "gordon-brown": "Q10648",
  "elizabeth-ii": "Q9682",
  "charles-iii": "Q43274",
  "xi-jinping": "Q15031",
  "kim-jong-un": "Q56226",
  "kim-jong-il": "Q10665",
  "shinzo-abe": "Q132345",
  "narendra-modi": "Q1058",
  "benjamin-netanyahu": "Q43723",
  "bashar-al-assad": "Q44329",
  "mahmoud-ahmadinejad": "Q34448",
  "hassan-rouhani": "Q348144",
  "recep-tayyip-erdogan": "Q39259",
  "volodymyr-zelensky": "Q3874799",
  "viktor-orban": "Q57641",
  "donald-tusk": "Q946",
  "justin-trudeau": "Q3099714",
  "luiz-inacio-lula-da-silva": "Q37181",
  "joko-widodo": "Q3318231",
  "kofi-annan": "Q1254",
  "ban-ki-moon": "Q1253",
  "antonio-guterres": "Q311440",
  "mark-rutte": "Q57792",
  "ursula-von-der-leyen": "Q60772",
  "christine-lagarde": "Q484605",
  "benedict-xvi": "Q2494",
  francis: "Q450675",
};

const BY_KEY: ReadonlyMap<string, string> = new Map([
  ...[...STATES.matchAll(/([A-Z]{2}) (Q\d+)/g)].map(
    ([, code = "", id = ""]) => [`state-${code.toLowerCase()}`, id] as const,
  ),
  ...Object.entries(OTHER_IDS),
]);

/** The Wikidata id of a packaged actor, where it is certain. */
export function wikidataOf(key: string): string | null {
  return BY_KEY.get(key) ?? null;
}

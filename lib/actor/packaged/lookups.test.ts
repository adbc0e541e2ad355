import { describe, expect, it } from "vitest";
import { packagedAuthority } from "./authority.ts";

const authority = packagedAuthority();
/** A day on which every tenure named below is certain. */
const ON = "2024-06-30";

describe("surface forms lead to actors", () => {
  it.each([
    ["North Korea", "North Korea", "name"],
    ["the DPRK", "North Korea", "acronym"],
    ["Democratic People's Republic of Korea", "North Korea", "name"],
    ["북한", "North Korea", "name"],
    ["Pyongyang", "North Korea", "metonym"],
    ["Seoul", "South Korea", "metonym"],
    ["ROK", "South Korea", "acronym"],
    ["Tokyo’s", "Japan", "metonym"],
    ["the US", "United States", "acronym"],
    ["U.S.", "United States", "acronym"],
    ["America", "United States", "name"],
    ["Britain", "United Kingdom", "name"],
    ["UK", "United Kingdom", "acronym"],
    ["Turkey", "Türkiye", "name"],
    ["Kiev", "Ukraine", "metonym"],
    ["the Hague", "Netherlands", "metonym"],
    ["Burma", "Myanmar", "name"],
    ["the North Korean Foreign Ministry", "North Korean Foreign Ministry", "name"],
    ["North Korea's foreign ministry", "North Korean Foreign Ministry", "bodyOfState"],
    ["Pyongyang's foreign ministry", "North Korean Foreign Ministry", "bodyOfState"],
    ["Ministry of Foreign Affairs of North Korea", "North Korean Foreign Ministry", "bodyOfState"],
    ["DPRK Foreign Ministry", "North Korean Foreign Ministry", "name"],
    ["the State Department", "US State Department", "name"],
    ["the U.S. State Department", "US State Department", "name"],
    ["Department of State", "US State Department", "name"],
    ["the Pentagon", "US Department of Defense", "metonym"],
    ["the American defence department", "US Department of Defense", "bodyOfState"],
    ["Russia’s Ministry of Defense", "Russian Defence Ministry", "bodyOfState"],
    ["the Ministry of Defence of the Russian Federation", "Russian Defence Ministry", "name"],
    ["the Kremlin", "Kremlin", "name"],
    ["White House", "White House", "name"],
    ["Downing Street", "Downing Street", "name"],
    ["the Elysee", "Élysée Palace", "metonym"],
    ["the Foreign Office", "British Foreign Office", "name"],
    ["the US Navy", "US Navy", "name"],
    ["American Navy", "US Navy", "bodyOfState"],
    ["the South Korean military", "South Korean Armed Forces", "bodyOfState"],
    ["South Korea's Joint Chiefs of Staff", "South Korean Joint Chiefs of Staff", "bodyOfState"],
    ["the Israeli military", "Israel Defense Forces", "bodyOfState"],
    ["IDF", "Israel Defense Forces", "acronym"],
    ["the German parliament", "Bundestag", "name"],
    ["Japan's government", "Government of Japan", "bodyOfState"],
    ["Nato", "NATO", "acronym"],
    ["the United Nations’ Security Council", "UN Security Council", "name"],
    ["the EU Commission", "European Commission", "name"],
    ["the UN nuclear watchdog", "IAEA", "name"],
    ["WHO", "World Health Organization", "acronym"],
    ["the Korean Central News Agency", "KCNA", "name"],
    ["KCNA", "KCNA", "acronym"],
    ["Xinhua", "Xinhua", "name"],
    ["Jens Stoltenberg", "Jens Stoltenberg", "name"],
    ["Stoltenberg", "Jens Stoltenberg", "name"],
    ["Kim Jong-un", "Kim Jong Un", "name"],
    ["Kim Jong-eun", "Kim Jong Un", "transliteration"],
    ["김정은", "Kim Jong Un", "name"],
    ["Zelenskyy", "Volodymyr Zelensky", "transliteration"],
    ["Erdogan", "Recep Tayyip Erdoğan", "name"],
    ["Володимир Зеленський", "Volodymyr Zelensky", "name"],
    ["عبد الفتاح السيسي", "Abdel Fattah el-Sisi", "name"],
    ["בנימין נתניהו", "Benjamin Netanyahu", "name"],
    ["the Japanese Ministry of Finance", "Japanese Finance Ministry", "bodyOfState"],
    ["Ukraine's Ministry of Internal Affairs", "Ukrainian Interior Ministry", "bodyOfState"],
    ["the German Navy", "German Navy", "name"],
    ["the Chinese central bank", "People's Bank of China", "name"],
    ["Sinn Fein", "Sinn Féin", "name"],
    ["TSMC", "TSMC", "acronym"],
  ])("%s -> %s by %s", (surface, name, by) => {
    expect(authority.find(surface, ON)[0]).toMatchObject({ name, by });
  });

  it.each([
    ["NATO Secretary General", "Jens Stoltenberg"],
    ["the Secretary-General of NATO", "Jens Stoltenberg"],
    ["NATO chief", "Jens Stoltenberg"],
    ["the US president", "Joe Biden"],
    ["the American president", "Joe Biden"],
    ["President of the United States", "Joe Biden"],
    ["British Prime Minister", "Rishi Sunak"],
    ["the UK’s PM", "Rishi Sunak"],
    ["Secretary of State of the United States", "Antony Blinken"],
    ["the Japanese foreign minister", "Yoko Kamikawa"],
    ["Minister of Foreign Affairs of Japan", "Yoko Kamikawa"],
    ["Russia's foreign minister", "Sergei Lavrov"],
    ["Kremlin spokesman", "Dmitry Peskov"],
    ["the North Korean leader", "Kim Jong Un"],
    ["Germany’s chancellor", "Olaf Scholz"],
    ["the Pope", "Pope Francis"],
  ])("%s -> %s by the office", (surface, name) => {
    expect(authority.find(surface, ON)[0]).toMatchObject({ name, by: "office" });
    expect(authority.holder(surface, ON)?.name).toBe(name);
  });

  it.each([
    "us",
    "who",
    "us Navy",
    "the ministry",
    "the president",
    "former US president",
    "Deputy Foreign Minister of Russia",
    "the North Korean Ministry of Silly Walks",
    "the Navy of Liechtenstein",
    "island",
    "male",
    "IN",
    "North Korean",
    "",
    "—",
  ])("“%s” names nobody", (surface) => {
    expect(authority.find(surface, ON)).toEqual([]);
  });
});

describe("surface forms near a name", () => {
  it.each([
    ["Jong Un Kim", "Kim Jong Un", "Kim Jong Un with the family name in another place"],
    ["Orbán Viktor", "Viktor Orbán", "Viktor Orbán with the family name in another place"],
    ["Muhammad bin Salman", "Mohammed bin Salman", "another spelling of Mohammed bin Salman"],
    ["Dmitriy Peskov", "Dmitry Peskov", "another spelling of Dmitry Peskov"],
    ["Abdel-Fattah al-Sissi", "Abdel Fattah el-Sisi", "another spelling of Abdel Fattah el-Sisi"],
    ["Volodimir Zelenskyj", "Volodymyr Zelensky", "another spelling of Volodymyr Zelensky"],
    ["J. Stoltenberg", "Jens Stoltenberg", "initials of Jens Stoltenberg"],
    ["Jens Tomas Stoltenberg", "Jens Stoltenberg", "Jens Stoltenberg, with or without a middle name"],
  ])("%s -> %s", (surface, name, reason) => {
    expect(authority.find(surface, ON)[0]).toMatchObject({ name, by: "transliteration", reason });
  });

  it.each(["Jens Lind", "K. Stoltenberg", "jens stoltenburg", "Stoltenberg Bakery", "Merzz", "Kim", "J."])(
    "“%s” names nobody",
    (surface) => {
      expect(authority.find(surface, ON)).toEqual([]);
    },
  );
});

describe("reasons", () => {
  it.each([
    ["Pyongyang", "metonym: capital of North Korea"],
    ["Pentagon", "metonym: stands for US Department of Defense"],
    ["KCNA", "acronym of KCNA"],
    ["Zelenskyy", "transliteration of Volodymyr Zelensky"],
    ["Moscow's foreign ministry", "body: foreign ministry of Russia"],
    ["North Korean officials", "officials of North Korea"],
    ["NATO chief", "office: NATO Secretary General from 2014-10-01 until 2024-10-01"],
  ])("%s: %s", (surface, reason) => {
    expect(authority.find(surface, ON)[0]?.reason).toBe(reason);
  });
});

describe("a name that several bear", () => {
  it.each([
    ["Georgia", ["Georgia", "State of Georgia (US)"]],
    ["Washington", ["United States", "State of Washington (US)"]],
    ["Congo", ["DR Congo", "Republic of the Congo"]],
    ["Korea", ["North Korea", "South Korea"]],
    ["Brussels", ["European Union", "NATO", "Belgium"]],
    ["AFP", ["Agence France-Presse", "Armed Forces of the Philippines"]],
    ["the Congolese government", ["Government of the Democratic Republic of the Congo"]],
  ])("%s: %s", (surface, names) => {
    expect(authority.find(surface, ON).map((candidate) => candidate.name)).toEqual(names);
  });

  it("is shared only from the day the second bears it", () => {
    expect(authority.find("Khamenei", "2024-06-30").map((found) => found.name)).toEqual(["Ali Khamenei"]);
    expect(authority.find("Khamenei", "2026-03-09").map((found) => found.name)).toEqual([
      "Ali Khamenei",
      "Mojtaba Khamenei",
    ]);
  });

  it("says so in each reason", () => {
    expect(authority.find("Georgia").map((candidate) => candidate.reason)).toEqual([
      "name of Georgia; may also be State of Georgia (US)",
      "metonym: stands for State of Georgia (US); may also be Georgia",
    ]);
  });
});

describe("dates", () => {
  it.each([
    ["NATO Secretary General", "2014-09-30", "Anders Fogh Rasmussen"],
    ["NATO Secretary General", "2014-10-01", "Jens Stoltenberg"],
    ["NATO Secretary General", "2024-09-30T22:00", "Jens Stoltenberg"],
    ["NATO Secretary General", "2024-10-01", "Mark Rutte"],
    ["US President", "2021-01-19", "Donald Trump"],
    ["US President", "2021-01-20", "Joe Biden"],
    ["US President", "2025-01-20", "Donald Trump"],
    ["Hungary’s prime minister", "2026-05-08", "Viktor Orbán"],
    ["Hungary’s prime minister", "2026-05-09", "Péter Magyar"],
    ["Chinese Foreign Minister", "2023-01-15", "Qin Gang"],
    ["Chinese Foreign Minister", "2024-01-15", "Wang Yi"],
    ["British Foreign Secretary", "2024", undefined],
    ["British Foreign Secretary", "2022-10", "James Cleverly"],
    ["Israeli Defence Minister", "1999-01-01", undefined],
  ])("%s on %s: %s", (office, on, name) => {
    expect(authority.holder(office, on)?.name).toBe(name);
  });

  it("without a date takes who holds the office with no end in sight", () => {
    expect(authority.holder("NATO Secretary General")?.name).toBe("Mark Rutte");
    expect(authority.holder("Syrian President")).toBeUndefined();
  });

  it("keeps a name to the time it was borne", () => {
    expect(authority.find("Zaire", "1990-01-01")[0]?.name).toBe("DR Congo");
    expect(authority.find("Zaire", "1997-05-17")).toEqual([]);
    expect(authority.find("Zaire")).toEqual([]);
    expect(authority.find("Department of War", "2025-09-04")).toEqual([]);
    expect(authority.find("Department of War", "2025-09-05")[0]?.name).toBe("US Department of Defense");
  });
});

describe("bodies of a state", () => {
  it.each([
    ["KP", "foreign ministry", "North Korean Foreign Ministry"],
    ["kp", "the Ministry of Foreign Affairs", "North Korean Foreign Ministry"],
    ["US", "State Department", "US State Department"],
    ["US", "Navy", "US Navy"],
    ["US", "Senate", "US Senate"],
    ["GB", "Foreign Office", "British Foreign Office"],
    ["RU", "Duma", "State Duma"],
    ["state-fr", "presidency", "Élysée Palace"],
    ["eu", "Commission", "European Commission"],
    ["european-union", "foreign ministry", undefined],
    ["XX", "foreign ministry", undefined],
    ["VA", "navy", undefined],
  ])("%s, %s: %s", (state, noun, name) => {
    expect(authority.body(state, noun)?.name).toBe(name);
  });
});

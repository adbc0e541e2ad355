import { describe, expect, it } from "vitest";
import { baseLanguage, detectLanguage } from "./language.ts";

describe("detectLanguage", () => {
  it.each([
    ["en", "The ferry line will drop its night boat in the autumn, the council said."],
    ["fr", "La compagnie de navigation supprimera le bateau de nuit à l’automne, a dit le conseil."],
    ["de", "Die Reederei streicht im Herbst das Nachtboot, sagte der Rat der Stadt."],
    ["es", "La naviera suprimirá el barco nocturno en otoño, dijo el consejo de la ciudad."],
    ["ru", "Паромная компания осенью отменит ночной рейс, сообщил городской совет."],
    ["ko", "여객선 회사는 가을에 야간 운항을 중단할 것이라고 시의회가 밝혔다."],
    ["ar", "قال المجلس إن شركة العبارات ستلغي الرحلة الليلية في الخريف."],
  ])("%s", (language, text) => expect(detectLanguage(text)).toBe(language));

  it("says that it can't tell", () => {
    expect(detectLanguage("1 2 3 …")).toBe("und");
    expect(detectLanguage("Oslo")).toBe("und");
  });
  it("takes the source's word where the words are too few, and no more", () => {
    expect(detectLanguage("Oslo", "nb-NO")).toBe("nb");
    expect(detectLanguage("Паромная компания осенью отменит ночной рейс, сообщил совет.", "en")).toBe("ru");
  });
});

describe("baseLanguage", () => {
  it.each([
    ["de-AT", "de"],
    ["pt_BR", "pt"],
    ["EN", "en"],
    ["und", null],
    ["", null],
    ["<script>", null],
    [null, null],
  ])("%s", (tag, base) => expect(baseLanguage(tag)).toBe(base));
});

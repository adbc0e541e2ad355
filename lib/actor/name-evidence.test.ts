import { describe, expect, it } from "vitest";
import { nameEvidence, personName } from "./name-evidence.ts";

const evidence = (a: string, b: string) => nameEvidence(personName(a), personName(b));

describe("two names of persons", () => {
  it.each([
    ["Mira Holt", "Dr Mira Holt", "same"],
    ["Mira Holt", "MIRA HOLT", "same"],
    ["Holt Mira", "Mira Holt", "order"],
    ["Kang Dae-su", "Dae-su Kang", "order"],
    ["Kang Dae-su", "Kang Daesu", "spelling"],
    ["Oleh Tarsenko", "Олег Тарсенко", "spelling"],
    ["Dmytro Harkov", "Дмитро Гарков", "spelling"],
    ["Andriy Tarsenko", "Андрій Тарсенко", "spelling"],
    ["Sergei Tarsky", "Sergey Tarskiy", "spelling"],
    ["Yusuf al-Harun", "Yousuf Harun", "spelling"],
    ["Mohammed al-Harun", "Muhammad Al Harun", "spelling"],
    ["Søren Gråberg", "Soren Graberg", "same"],
    ["Mira Jane Holt", "Mira Holt", "middle"],
    ["Mira J. Holt", "Mira Jane Holt", "middle"],
    ["Carlo Tarn Jr.", "Carlo Tarn", "spelling"],
    ["M. Holt", "Mira Holt", "initials"],
    ["M.J. Holt", "Mira Jane Holt", "initials"],
    ["M.J. Holt", "Mira Holt", "initials"],
    ["M. Holt-Lind", "Mira Holt-Lind", "initials"],
    ["Holt", "Mira Holt", "surname"],
    ["Kang", "Kang Dae-su", "surname"],
  ])("%s, %s: %s", (a, b, expected) => {
    const found = evidence(a, b);
    expect([found, evidence(b, a)]).toEqual([expected, expected]);
  });

  it.each([
    ["Mira Holt", "Tove Holt"],
    ["Mario Tarn", "Maria Tarn"],
    ["Carl Tarn", "Carol Tarn"],
    ["M. Holt", "Tove Holt"],
    ["M.J. Holt", "Mira Kate Holt"],
    ["Mira Holt", "Mira Lind"],
    ["Mira Jane Holt", "Mira Kate Holt"],
    ["Holt", "Mira Lind"],
    ["M. Holt", "M. Lind"],
  ])("%s and %s are two", (a, b) => {
    expect(evidence(a, b)).toBeUndefined();
  });
});

import { describe, expect, it, test } from "vitest";
import { agencyCredits } from "./credit.ts";
import { type GroupMember, likelyEarliest } from "./earliest.ts";
import { intervalOf, surelyBefore } from "./printed-time.ts";

const AGENCIES = [
  { id: "wire", names: ["Harbour Wire"] },
  { id: "norta", names: ["NORTA"] },
];
const credited = (text: string, byline: string | null = null) => agencyCredits({ text, byline }, AGENCIES);

describe("an agency's credit", () => {
  test.each([
    ["TARNBY (Harbour Wire) — The pier is closed."],
    ["The pier\n\nTARNBY, July 2 (HW) - The pier is closed."],
    ["Tarnby (Harbour Wire/Quay) – The pier is closed."],
    ["HARBOUR WIRE — The pier is closed."],
    ["The pier is closed.\n\n— Harbour Wire"],
    ["The pier is closed.\n\nSource: Harbour Wire"],
    ["The pier is closed. (Harbour Wire)"],
    ["The pier is closed.\n\nReporting by Harbour Wire"],
  ])("stands in %j", (text) => expect(credited(text)).toEqual(["wire"]));
  test.each([
    ["The minister told Harbour Wire that the pier is closed, Harbour Wire reported."],
    ["The pier is closed.\n\nHarbour Wire contributed to this report."],
    ["The pier is closed; the hw stands for high water. Norta is a village."],
    [`${"The pier. ".repeat(40)}(Harbour Wire) ${"It is closed. ".repeat(40)}`],
  ])("does not stand in %j", (text) => expect(credited(text)).toEqual([]));
  test("stands in a byline, whole words only", () => {
    expect(credited("x", "Ann Tarn, HARBOUR WIRE")).toEqual(["wire"]);
    expect(credited("x", "Ann Tarn and NORTA")).toEqual(["norta"]);
    expect(credited("x", "Nora Nortan, Harbour Wiretap")).toEqual([]);
  });
  test("no sign in a name is taken for a pattern", () =>
    expect(agencyCredits({ text: "x", byline: "A+ (Wire)" }, [{ id: "a", names: ["A+ (Wire"] }])).toEqual([
      "a",
    ]));
});

describe("printed times", () => {
  const isBefore = (one: string, zone: string | null, other: string, otherZone: string | null) => {
    const [a, b] = [intervalOf({ local: one, zone }), intervalOf({ local: other, zone: otherZone })];
    return a !== null && b !== null && surelyBefore(a, b);
  };
  test("with zones are put in order", () => {
    expect(isBefore("2024-07-02T10:00", "+02:00", "2024-07-02T09:00", "UTC")).toBe(true);
    expect(isBefore("2024-07-02T10:00", "UTC", "2024-07-02T10:30", "+02:00")).toBe(false);
    expect(isBefore("2024-07-02T10:00", "Europe/Berlin", "2024-07-02T08:30", "UTC")).toBe(true);
    expect(isBefore("2024-01-02T10:00", "Europe/Berlin", "2024-01-02T09:00", "UTC")).toBe(false);
  });
  test("without zones are left open within 26 hours, abbreviations too", () => {
    for (const zone of [null, "IST", "Nowhere/Atall"]) {
      expect(isBefore("2024-07-02T10:00", zone, "2024-07-02T23:59", zone)).toBe(false);
      expect(isBefore("2024-07-02T10:00", zone, "2024-07-03T12:00", zone)).toBe(false);
      expect(isBefore("2024-07-02T10:00", zone, "2024-07-03T12:01", zone)).toBe(true);
    }
  });
  test("of a day, month or year are all of it", () => {
    expect(isBefore("2024-07-02", "UTC", "2024-07-02T23:00", "UTC")).toBe(false);
    expect(isBefore("2024-07-02", "UTC", "2024-07-03T00:00", "UTC")).toBe(true);
    expect(isBefore("2024-12", "UTC", "2025", "UTC")).toBe(true);
    expect(isBefore("2024", "UTC", "2024-12", "UTC")).toBe(false);
    expect(intervalOf({ local: "in July", zone: "UTC" })).toBeNull();
  });
});

const WIRE = { id: "wire", name: "Harbour Wire" };
const member = (id: string, over: Partial<GroupMember> = {}): GroupMember => ({
  id,
  outlet: { id: `outlet ${id}`, name: `Gazette ${id}` },
  credits: [],
  published: null,
  heldBy: new Map(),
  ...over,
});
const at = (local: string, zone: string | null = "UTC") => ({ published: { local, zone } });

describe("the likely earliest", () => {
  it("is the agency's own text that the others credit, whatever the times say", () =>
    expect(
      likelyEarliest([
        member("a", { ...at("2024-07-02T08:00"), credits: [WIRE] }),
        member("b", at("2024-07-02T09:00")),
        member("w", { ...at("2024-07-02T10:00"), outlet: WIRE, credits: [WIRE] }),
      ]),
    ).toEqual({ id: "w", by: "credit", reason: "1 of 2 other texts credits Harbour Wire" }));
  it("is, of two texts of that agency, the earlier one; else neither is named", () => {
    const members = [
      member("a", { credits: [WIRE] }),
      member("w", { ...at("2024-07-02T10:00"), outlet: WIRE }),
      member("v", { ...at("2024-07-02T07:00"), outlet: WIRE }),
    ];
    expect(likelyEarliest(members)).toMatchObject({ id: "v", by: "credit" });
    expect(likelyEarliest(members.map((one) => ({ ...one, published: null })))).toMatchObject({
      id: null,
      by: "credit",
    });
  });
  it("is the one published first where times tell, and says what they leave open", () => {
    expect(
      likelyEarliest([member("a", at("2024-07-02T09:30")), member("b", at("2024-07-02T09:00")), member("c")]),
    ).toEqual({
      id: "b",
      by: "time",
      reason:
        "published before the others, by the dates they print (by 30 minutes or more); 1 of 3 texts has no date",
    });
    expect(
      likelyEarliest([
        member("a", { ...at("2024-07-06T09:30"), credits: [WIRE] }),
        member("b", at("2024-07-02", null)),
      ]).reason,
    ).toBe(
      "published before the others, by the dates they print (by 2 days or more); Harbour Wire is credited, its own text is not on record",
    );
  });
  it("is not told by local times without a zone", () => {
    const open = [member("a", at("2024-07-02T09:30", null)), member("b", at("2024-07-02T19:00", null))];
    expect(likelyEarliest(open)).toMatchObject({ id: null, by: null });
  });
  it("is, as a weak sign, the text that stands whole in all others", () => {
    const core = member("core", {
      heldBy: new Map([
        ["x", 1],
        ["y", 0.97],
      ]),
    });
    const others = [
      member("x", {
        heldBy: new Map([
          ["core", 0.6],
          ["y", 0.5],
        ]),
      }),
      member("y", {
        heldBy: new Map([
          ["core", 0.5],
          ["x", 0.5],
        ]),
      }),
    ];
    expect(likelyEarliest([...others, core])).toMatchObject({ id: "core", by: "containment" });
    expect(likelyEarliest([...others, core]).reason).toMatch(/^a weak sign/);
    // One that holds the other and more may be the fuller original, or have been added to.
    expect(likelyEarliest([core, ...others.slice(0, 1)])).toMatchObject({ id: null, by: null });
  });
});

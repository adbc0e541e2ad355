import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CleanedLine, LineRole } from "./cleaned.ts";
import { composeText } from "./compose.ts";
import { linesOfText } from "./text-lines.ts";

const line = (text: string, role: LineRole, at: number): CleanedLine => ({
  line: at,
  text,
  role,
  reason: "as read",
});
const rolesOf = (lines: readonly CleanedLine[]) => lines.map(({ text, role }) => [role, text]);
const source = [
  line("Weir to be raised", "headline", 0),
  line("By Odo Fenn", "byline", 1),
  line("The weir holds.", "paragraph", 2),
  line("Read more", "dropped", 3),
  line("Barges  wait.", "paragraph", 4),
];
const text = (over: Partial<Parameters<typeof composeText>[0]> = {}) =>
  composeText({
    headline: "Weir to be raised",
    standfirst: null,
    paragraphs: ["The weir holds.", "Barges wait."],
    ...over,
  });

describe("lines of a text", () => {
  it("have the roles that the text was made with", () => {
    expect(rolesOf(linesOfText(source, text()))).toEqual([
      ["headline", "Weir to be raised"],
      ["dropped", "By Odo Fenn"],
      ["paragraph", "The weir holds."],
      ["dropped", "Read more"],
      ["paragraph", "Barges  wait."],
    ]);
  });

  it("say what an editor took in and left out", () => {
    const lines = linesOfText(source, text({ paragraphs: ["Read more", "Barges wait."] }));
    expect(lines.map(({ role, reason }) => [role, reason])).toEqual([
      ["headline", "as read"],
      ["dropped", "read as the byline"],
      ["dropped", "left out by an editor"],
      ["paragraph", "kept by an editor"],
      ["paragraph", "as read"],
    ]);
  });

  it("hold what no line of the source says, where it stands", () => {
    const lines = linesOfText(
      source,
      text({
        headline: "Another headline",
        paragraphs: ["The weir holds.", "Written by hand.", "Barges wait."],
      }),
    );
    expect(rolesOf(lines)).toEqual([
      ["headline", "Another headline"],
      ["dropped", "Weir to be raised"],
      ["dropped", "By Odo Fenn"],
      ["paragraph", "The weir holds."],
      ["paragraph", "Written by hand."],
      ["dropped", "Read more"],
      ["paragraph", "Barges  wait."],
    ]);
  });

  it("make the text again, whatever it is made of", () => {
    const words = fc.constantFrom("a", "b", "c d", "é", "🚢");
    const roles = fc.constantFrom<LineRole>("headline", "standfirst", "paragraph", "dropped", "date");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, roles), { maxLength: 12 }),
        words,
        fc.option(words, { nil: null }),
        fc.array(words, { minLength: 1, maxLength: 8 }),
        (read, headline, standfirst, paragraphs) => {
          const composed = composeText({ headline, standfirst, paragraphs });
          const lines = linesOfText(
            read.map(([one, role], at) => line(one, role, at)),
            composed,
          );
          const of = (role: LineRole) => lines.filter((one) => one.role === role).map((one) => one.text);
          const again = composeText({
            headline: of("headline").join(" "),
            standfirst: of("standfirst").join(" ") || null,
            paragraphs: of("paragraph"),
          });
          expect(again).toEqual(composed);
          expect(lines.map(({ line: at }) => at)).toEqual(lines.map((_, at) => at));
        },
      ),
    );
  });
});

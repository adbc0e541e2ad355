import { describe, expect, it } from "vitest";
import { found } from "./testdata/found.ts";

const actors = (text: string) => found(text).map((statement) => statement.actor);

describe("a role in small letters in front of a name", () => {
  it.each([
    ["direct", "“The quay is ours,” managing director Tove Lind said.", "managing director Tove Lind"],
    ["mixed", "The quay is “ours”, managing director Tove Lind said.", "managing director Tove Lind"],
    ["indirect", "The quay is theirs, acting governor Tove Lind said.", "acting governor Tove Lind"],
    [
      "direct",
      "“The quay is ours,” founding partner Tove Lind told reporters.",
      "founding partner Tove Lind",
    ],
    ["direct", "“The quay is ours,” said managing director Tove Lind.", "managing director Tove Lind"],
  ])("%s: %s", (kind, text, speaker) => {
    expect(found(text)).toMatchObject([{ kind, speaker, actor: "Tove Lind" }]);
  });

  it("a participle that manages something stays a verb", () => {
    expect(found("Managing the quay, directors said, was hard.")[0]?.speaker).toBe("directors");
  });
});

describe("an apostrophe inside a name", () => {
  it.each([
    ["the Elm Bay Dockers’ Union", "Elm Bay Dockers’ Union"],
    ["the Elm Bay Dockers' Union", "Elm Bay Dockers' Union"],
    ["the Farmers' Alliance", "Farmers' Alliance"],
    ["St John's Council", "St John's Council"],
  ])("%s", (speaker, actor) => {
    expect(found(`The pier is old, ${speaker} said yesterday.`)).toMatchObject([
      { speaker, actor, content: ["The pier is old"] },
    ]);
  });

  it("in an apposition, with an acronym that later words use", () => {
    const text =
      "“The log is late,” said Tove Lind, chair of the Elm Bay Dockers’ Union (EDU). The EDU said it had waited for weeks.";
    expect(found(text)).toMatchObject([
      { speaker: "Tove Lind, chair of the Elm Bay Dockers’ Union (EDU)", actor: "Tove Lind" },
      { actor: "Elm Bay Dockers’ Union" },
    ]);
  });

  it("inside single quotation marks, which it doesn’t close", () => {
    expect(found("‘The Farmers’ Alliance is late,’ Tove Lind said.")).toMatchObject([
      { content: ["‘The Farmers’ Alliance is late,’"], kind: "direct" },
    ]);
  });
});

describe("a description goes back to the body that the text has named", () => {
  it.each(["According to the board, the log is in order.", "The board said the log was in order."])(
    "which has not spoken before: %s",
    (sentence) => {
      const text = `The Elm Bay Harbour Board published a log. ${sentence} It also said that ships may sail.`;
      expect(actors(text)).toEqual(["Elm Bay Harbour Board", "Elm Bay Harbour Board"]);
      expect(found(text)[0]?.why).toMatch(/→ Elm Bay Harbour Board, named in the text$/);
    },
  );

  it("the last one of those that fit", () => {
    const text =
      "The Elm Bay Council met. The Tarn Council met later. The Harbour Guild looked on. The council said it was over.";
    expect(actors(text)).toEqual(["Tarn Council"]);
  });

  it("one whose name holds the capitals of the description", () => {
    const text = "The Elm Bay Council met. The Tarn Council met later. The Elm Council said it was over.";
    expect(actors(text)).not.toContain("Tarn Council");
  });

  it("a name with of", () => {
    expect(actors("The Office of Coastal Works was closed. The office said it would open.")).toEqual([
      "Office of Coastal Works",
    ]);
  });

  it.each([
    "The company Tarn Boats came to the bay.",
    "Tarn Boats is a family company.",
    "Tove Lind, director of Tarn Boats, came to the bay.",
  ])("the company: %s", (first) => {
    expect(actors(`${first} The company said that nobody was hurt.`)).toEqual(["Tarn Boats"]);
  });

  it("in a headline, in front of its name", () => {
    const text = "Union says pier is shut\n\nThe Elm Bay Dockers’ Union met at noon and went home at night.";
    expect(actors(text)).toEqual(["Elm Bay Dockers’ Union"]);
  });

  it("a ministry that only its statement or its state names", () => {
    const later = "The ministry said that the toll was illegal.";
    expect(actors(`Norland sent a Foreign Ministry statement to the press. ${later}`)).toEqual([
      "Norlandic Foreign Ministry",
    ]);
    expect(actors(`Sailors wrote to the Norlandic Foreign Ministry. ${later}`)).toEqual([
      "Norlandic Foreign Ministry",
    ]);
  });
});

describe("pronouns", () => {
  it("go to the person who spoke last, with a role in front", () => {
    const text =
      "Mira Holt said the pier was old. “It is new,” managing director Tove Lind said. It would stand, he added.";
    expect(actors(text)).toEqual(["Mira Holt", "Tove Lind", "Tove Lind"]);
  });

  it("go to the person whom the paragraph has turned to", () => {
    const text =
      "Mira Holt said the pier was old.\n\nMayor Tove Lind wants to see papers. “I have two,” she told the council.";
    expect(actors(text)).toEqual(["Mira Holt", "Tove Lind"]);
  });

  it("mind a title", () => {
    const text = "Ms. Mira Holt said the pier was old. Mr. Tove Lind listened. “It shakes,” she said.";
    expect(actors(text)).toEqual(["Mira Holt", "Mira Holt"]);
  });

  it("never go to a place or to a name inside a quotation", () => {
    const text =
      "The league’s Secretary General, Mira Holt, spoke in Elm Bay. “East Norland will stay as it is,” he said.";
    expect(actors(text)).toEqual(["Mira Holt"]);
  });

  it("what somebody was asked is nobody’s view", () => {
    const text = "Asked whether she believed the log, Mayor Tove Lind said: “Not before I have read it.”";
    expect(found(text)).toMatchObject([{ actor: "Tove Lind", cue: "said" }]);
  });
});

describe("an office with its holder beside it", () => {
  it("its Secretary General, by name", () => {
    const text = "The league met. Its Secretary General, Mira Holt, said there last May that it would stay.";
    expect(found(text)).toMatchObject([{ actor: "Mira Holt", content: ["it would stay"] }]);
  });
});

describe("several speakers", () => {
  it("speak together, never the last of them alone", () => {
    const text =
      "Mira Holt and Ada Brandt said the pier was old. Norland, the Harbour News Agency and Ada Brandt agreed that it was.";
    expect(found(text)).toMatchObject([
      { speaker: "Mira Holt and Ada Brandt", actor: "Mira Holt and Ada Brandt" },
      {
        speaker: "Norland, the Harbour News Agency and Ada Brandt",
        actor: "Norland, the Harbour News Agency and Ada Brandt",
        why: "several, named together",
      },
    ]);
  });

  it("are the two states that the text named in a row", () => {
    const text = "Ships of Norland and Sudland met at sea. The two countries said that the toll was illegal.";
    expect(actors(text)).toEqual(["Norland and Sudland"]);
    expect(actors(text.replace("Ships of Norland and", "Norland met ships of"))).toEqual([
      "The two countries",
    ]);
  });

  it("a date in front is none of them", () => {
    expect(found("On Monday, Mira Holt and Ada Brandt said the pier was old.")[0]?.speaker).toBe(
      "Mira Holt and Ada Brandt",
    );
  });

  it("an owner with a bare apostrophe belongs to the speaker", () => {
    expect(found("As Tarn Waters’ Tove Lind pointed out in May, “the quay is far too short.”")).toMatchObject(
      [{ speaker: "Tarn Waters’ Tove Lind", content: ["“the quay is far too short.”"] }],
    );
  });
});

import { describe, expect, it } from "vitest";
import { readActorFile } from "./import.ts";

const csv = (...lines: readonly string[]) => readActorFile(lines.join("\n"), "csv");
const json = (value: unknown) => readActorFile(JSON.stringify(value, null, 1), "json");

describe("CSV", () => {
  it("is read with names of all kinds, quotation marks, line ends of any system and a byte order mark", () => {
    const { entries, problems } = readActorFile(
      '\uFEFFkey,name,kind,description,part_of,state_code,wikidata,aliases\r\nport,"Port of ""Halden""",organisation,"a port,\r\nby the sea",,NO,Q1,"PH|acronym|en|1990-01-01|2001-01-01; Halden Havn|name|no"\r\n\r\npilots,Pilots,group,,port,,,\r\n',
      "csv",
    );
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      {
        line: 2,
        entry: {
          key: "port",
          name: 'Port of "Halden"',
          description: "a port, by the sea",
          part_of: null,
          state_code: "NO",
          wikidata: "Q1",
          aliases: [
            { name: "PH", kind: "acronym", language: "en", from: "1990-01-01", to: "2001-01-01" },
            { name: "Halden Havn", kind: "name", language: "no", from: null, to: null },
          ],
        },
      },
      { line: 5, entry: { key: "pilots", part_of: "port", description: null, aliases: [] } },
    ]);
  });

  it("tells every bad line with its number and takes the others", () => {
    const { entries, problems } = csv(
      "name,kind,aliases",
      "Ada,person,",
      ",person,",
      "Bo,planet,",
      "Cy,person,C|nickname",
      "Di,person,D|name|en|2024-13-01",
      "Ed,person",
      "Flo,unnamedSource,",
      "Gil,person,G|name|en|2020-01-01|2019-01-01",
      "Hal,person,H|name|en|||x",
      "Ivo,person,",
    );
    expect(entries.map(({ entry }) => entry.name)).toEqual(["Ada", "Ivo"]);
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(problems[0]?.message).toBe("name: the actor needs a name");
    expect(problems[4]?.message).toBe("2 columns where the first line names 3");
    expect(problems[5]?.message).toMatch(/belongs to its article/);
  });

  it.each([
    ["no header", "Ada,person"],
    ["an unknown column", "name,kind,colour\nAda,person,red"],
    ["nothing", ""],
    ["a quotation mark that never closes", 'name,kind\n"Ada,person'],
  ])("as a whole is refused with %s", (_, text) => {
    expect(() => readActorFile(text, "csv")).toThrow(/first line must name|not CSV/);
  });
});

describe("JSON", () => {
  const ada = { name: "Ada", kind: "person" };
  const body = {
    name: "Pilots",
    kind: "group",
    aliases: ["P", { name: "HP", kind: "acronym" }],
    offices: [{ title: "Chief", tenures: [{ holder: "Ada", from: "2020-01-01" }] }],
  };

  it("is an array, an object with actors, one object, or an object on each line", () => {
    for (const text of [
      JSON.stringify([ada, body]),
      JSON.stringify({ actors: [ada, body] }),
      `${JSON.stringify(ada)}\n\n${JSON.stringify(body)}\n`,
    ])
      expect(readActorFile(text, "json").entries.map(({ entry }) => entry.name)).toEqual(["Ada", "Pilots"]);
    expect(json(ada).entries).toHaveLength(1);
    expect(json([body]).entries[0]?.entry.offices[0]?.tenures[0]).toEqual({
      holder: "Ada",
      from: "2020-01-01",
      to: null,
    });
  });

  it("tells the line on which a bad entry begins", () => {
    const text = `[\n{"name":"A {\\" [","kind":"person"},\n\n{"name":"B",\n"kind":"x"},\n{"name":"C","kind":"person","colour":"red"}]`;
    const { entries, problems } = readActorFile(text, "json");
    expect(entries.map(({ line }) => line)).toEqual([2]);
    expect(problems.map(({ line }) => line)).toEqual([4, 6]);
    expect(readActorFile(`{"actors": [\n{"name":"B"}]}`, "json").problems[0]?.line).toBe(2);
  });

  it("a broken line among lines is that line's problem", () => {
    const { entries, problems } = readActorFile(
      `${JSON.stringify(ada)}\n{"name": \n${JSON.stringify(body)}`,
      "json",
    );
    expect(entries).toHaveLength(2);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringMatching(/^not JSON/) }]);
  });

  it.each(["", "[", "12", '"x"', "null", '{"a":1}'])("as a whole is refused: %s", (text) => {
    expect(() => readActorFile(text, "json")).toThrow(/not JSON|holds no list/);
  });

  it("numbers, arrays and nulls are bad entries, not crashes", () => {
    expect(json([1, null, [], "x", ada]).problems).toHaveLength(4);
  });
});

it("a key or a Wikidata id stands in a file once", () => {
  const { entries, problems } = json([
    { key: "a", name: "A", kind: "person", wikidata: "Q1" },
    { key: "a", name: "B", kind: "person" },
    { key: "c", name: "C", kind: "person", wikidata: "Q1" },
  ]);
  expect(entries).toHaveLength(1);
  expect(problems.map(({ message }) => message)).toEqual([
    "key a stands in line 2 already",
    "Wikidata id Q1 stands in line 2 already",
  ]);
});

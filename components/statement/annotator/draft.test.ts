import { describe, expect, it } from "vitest";
import {
  asAcceptance,
  asCorrection,
  asNewStatement,
  draftOf,
  missingIn,
  newDraft,
  withRelay,
} from "./draft.ts";
import { entriesOf } from "./entry.ts";
import { COUNCIL, deskArticle, INES, spanOf, statement, suggestion } from "./fixture.ts";
import { draftMarks } from "./marked-text.ts";

const [open] = entriesOf(deskArticle());
const [added] = entriesOf(deskArticle({ suggestions: [], statements: [statement()] }));
if (!open || !added) throw new Error("the fixture has no entries");

describe("a draft", () => {
  it("says what is missing", () => {
    expect(missingIn(newDraft([]))).toContain("Select the words");
    expect(missingIn(newDraft([spanOf("night boat")]))).toContain("Choose who speaks");
    const named = { ...newDraft([spanOf("night boat")]), actor: INES };
    expect(missingIn(named)).toBeNull();
    expect(missingIn({ ...named, via: [{ actor: null, proof: spanOf("Harbour Wire") }] })).toContain(
      "passed",
    );
    expect(missingIn({ ...named, actor: { id: null, name: " ", kind: "person" } })).toContain("name");
  });

  it("begins with somebody new as the text describes them, and with nobody where it says too little", () => {
    const unknown = suggestion({
      actor: null,
      proposedActor: "Dana Teller",
      proposal: { kind: "person", description: "a pilot of the strait" },
    });
    const [entry] = entriesOf(deskArticle({ suggestions: [unknown] }));
    const [silent] = entriesOf(deskArticle({ suggestions: [{ ...unknown, proposal: null }] }));
    if (!entry || !silent) throw new Error("no entry");
    const draft = draftOf(entry);
    expect(missingIn(draft)).toBeNull();
    expect(asAcceptance(draft, unknown).actor).toEqual({
      name: "Dana Teller",
      kind: "person",
      description: "a pilot of the strait",
    });
    expect(draftOf(silent).actor).toBeNull();
  });

  it("accepts a suggestion untouched as it is", () => {
    expect(asAcceptance(draftOf(open), suggestion())).toEqual({
      suggestionId: "suggestion-ines",
      version: 1,
    });
  });

  it("sends only what differs from the suggestion", () => {
    const draft = { ...draftOf(open), actor: COUNCIL, mode: "attributedView" as const };
    expect(asAcceptance(draft, suggestion())).toEqual({
      suggestionId: "suggestion-ines",
      version: 1,
      actor: { id: COUNCIL.id },
      mode: "attributedView",
    });
  });

  it("corrects relays on the way: one not on record must be chosen or taken out", () => {
    const wire = { id: "wire", name: "Harbour Wire", kind: "company" as const };
    const proof = spanOf("Harbour Wire");
    const known = suggestion({ via: [{ name: "Harbour Wire", actor: wire, reason: "name", proof }] });
    const unknown = suggestion({ via: [{ name: "Harbour Wire", actor: null, reason: "name", proof }] });
    const draftFrom = (from: typeof known) => {
      const [entry] = entriesOf(deskArticle({ suggestions: [from] }));
      if (!entry) throw new Error("no entry");
      return draftOf(entry);
    };
    expect(asAcceptance(draftFrom(known), known)).not.toHaveProperty("via");
    expect(asAcceptance({ ...draftFrom(known), via: [] }, known)).toMatchObject({ via: [] });
    expect(missingIn(draftFrom(unknown))).toContain("passed");
    expect(asAcceptance({ ...draftFrom(unknown), via: [] }, unknown)).not.toHaveProperty("via");
    expect(asAcceptance({ ...draftFrom(unknown), via: [{ actor: wire, proof }] }, unknown)).toMatchObject({
      via: [{ actor: { id: "wire" }, proof }],
    });
  });

  it("keeps the kind an editor chose when the passage moves, and else has it read off again", () => {
    const moved = { ...draftOf(open), content: [spanOf("night boat")] };
    expect(asAcceptance({ ...moved, kind: null }, suggestion())).not.toHaveProperty("kind");
    expect(asAcceptance(moved, suggestion())).toMatchObject({
      kind: "direct",
      spans: { content: moved.content },
    });
  });

  it("corrects a statement by what differs, and by nothing when nothing does", () => {
    expect(asCorrection(draftOf(added), statement())).toBeNull();
    const relayed = {
      ...draftOf(added),
      via: [
        {
          actor: { id: null, name: "Harbour Wire", kind: "company" as const },
          proof: spanOf("Harbour Wire"),
        },
      ],
    };
    expect(asCorrection(relayed, statement())).toEqual({
      statementId: "statement-ines",
      version: 1,
      via: [
        {
          actor: { name: "Harbour Wire", kind: "company", description: null },
          proof: spanOf("Harbour Wire"),
        },
      ],
    });
  });

  it("takes a relay away", () => {
    const relay = { ...COUNCIL, proof: spanOf("Harbour Wire") };
    const relayed = statement({ via: [relay] });
    const [entry] = entriesOf(deskArticle({ suggestions: [], statements: [relayed] }));
    if (!entry) throw new Error("no entry");
    expect(asCorrection({ ...draftOf(entry), via: [] }, relayed)).toMatchObject({ via: [] });
  });

  it("keeps a relay that no words prove, has words marked for it, and asks for them only where its chain changes", () => {
    const wire = { id: "wire", name: "Harbour Wire", kind: "company" as const };
    const relayed = statement({
      via: [
        { ...wire, proof: null },
        { ...COUNCIL, proof: spanOf("night boat") },
      ],
    });
    const [entry] = entriesOf(deskArticle({ suggestions: [], statements: [relayed] }));
    if (!entry) throw new Error("no entry");
    const draft = draftOf(entry);
    expect(missingIn(draft)).toBeNull();
    expect(asCorrection({ ...draft, mode: "attributedView" }, relayed)).toEqual({
      statementId: "statement-ines",
      version: 1,
      mode: "attributedView",
    });
    const first = draft.via.slice(0, 1);
    expect(missingIn({ ...draft, via: first })).toContain("Harbour Wire passed it on");
    const proved = withRelay(draft, spanOf("Harbour Wire"));
    expect(missingIn(proved)).toBeNull();
    expect(asCorrection(proved, relayed)?.via).toEqual([
      { actor: { id: "wire" }, proof: spanOf("Harbour Wire") },
      { actor: { id: COUNCIL.id }, proof: spanOf("night boat") },
    ]);
    expect(withRelay(proved, spanOf("said")).via.at(-1)).toEqual({ actor: null, proof: spanOf("said") });
    expect(draftMarks(draft).filter(({ role }) => role === "relay")).toHaveLength(1);
  });

  it("becomes a new statement with all of it", () => {
    const draft = { ...newDraft([spanOf("night boat")]), actor: INES, cue: [spanOf("said")] };
    expect(asNewStatement(draft, "revision")).toEqual({
      revisionId: "revision",
      spans: { speaker: [], cue: [spanOf("said")], content: [spanOf("night boat")] },
      actor: { id: INES.id },
      mode: "said",
      via: [],
    });
  });
});

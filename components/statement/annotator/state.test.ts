import { describe, expect, it } from "vitest";
import { newDraft } from "./draft.ts";
import { COUNCIL, COUNCIL_SUGGESTION, deskArticle, INES, spanOf, statement, suggestion } from "./fixture.ts";
import { type DeskState, entriesIn, openDesk, reduceDesk } from "./state.ts";
import { conflictOf, isOnRecord, type Write } from "./write.ts";

const accept = (number: number, id: string): Write => ({
  number,
  request: { action: "accept-suggestion", input: { suggestionId: id, version: 1 } },
  words: `accept: ${id}`,
  underway: { key: id, as: "accepted" },
  entry: id,
});
const decide = (state: DeskState, ...writes: Write[]) =>
  reduceDesk(state, { type: "decide", writes, said: "Accepted", next: true });
const states = (state: DeskState) => entriesIn(state).map((entry) => entry.state);

describe("the desk's state", () => {
  const opened = openDesk(deskArticle());

  it("opens at the first to decide, and goes on to the next with what is left", () => {
    expect(opened.selected).toBe("suggestion-ines");
    const once = decide(opened, accept(1, "suggestion-ines"));
    expect(once).toMatchObject({ selected: "suggestion-council", said: "Accepted, 1 to go" });
    const twice = decide(once, accept(2, "suggestion-council"));
    expect(twice).toMatchObject({ selected: "suggestion-council", said: "Accepted, nothing left to decide" });
  });

  it("shows a decision at once and takes it back when the record refuses it", () => {
    const write = accept(1, "suggestion-ines");
    const underway = decide(opened, write);
    expect(states(underway)).toEqual(["accepted", "open"]);
    const article = deskArticle({ suggestions: [suggestion({ state: "rejected", version: 2 })] });
    const conflict = conflictOf(write, { message: "It is rejected.", detail: {} }, article);
    const after = reduceDesk(underway, { type: "conflict", conflict, article });
    expect(states(after)).toEqual(["rejected"]);
    expect(after.conflicts).toHaveLength(1);
    expect(after.queue).toEqual([]);
    expect(after.savedAt).toBeNull();
  });

  it("keeps everything that was not sent, in its order, until it is sent or dropped", () => {
    const [first, second] = [accept(1, "suggestion-ines"), accept(2, "suggestion-council")];
    const waiting = reduceDesk(decide(opened, first, second), {
      type: "unsent",
      write: { ...first, repeated: true },
      message: "No answer.",
    });
    expect(waiting.queue).toEqual([{ ...first, repeated: true }, second]);
    expect(waiting.stopped).toBe("No answer.");
    expect(reduceDesk(waiting, { type: "resume" })).toMatchObject({ stopped: null, queue: waiting.queue });
    expect(states(reduceDesk(waiting, { type: "dropQueue" }))).toEqual(["open", "open"]);
  });

  it("stops after the decision that is being sent", () => {
    const all = decide(opened, accept(1, "suggestion-ines"), accept(2, "suggestion-council"));
    expect(reduceDesk(all, { type: "stopAfterThis" }).queue.map(({ number }) => number)).toEqual([1]);
  });

  it("is saved only when the record has it, and goes to a statement that was added", () => {
    const article = deskArticle({ statements: [statement({ content: [spanOf("Ferry line")] })] });
    const write: Write = {
      number: 1,
      request: {
        action: "add-statement",
        input: {
          revisionId: "revision",
          spans: { content: [{ ...spanOf("Ferry line") }] },
          actor: { id: INES.id },
        },
      },
      words: "add",
    };
    const sending = reduceDesk(opened, { type: "decide", writes: [write] });
    expect(sending.savedAt).toBeNull();
    const stored = reduceDesk(sending, { type: "stored", write, article, at: 7, select: "statement-ines" });
    expect(stored).toMatchObject({ savedAt: 7, selected: "statement-ines", queue: [] });
  });

  it("keeps an open form until it is saved, and opens it again when what it saved is refused", () => {
    const draft = newDraft([spanOf("night boat")]);
    const marking = reduceDesk(opened, { type: "draft", draft });
    expect(reduceDesk(marking, { type: "select", key: "suggestion-council" })).toMatchObject({
      selected: "suggestion-ines",
      draft,
    });
    expect(decide(marking, accept(1, "suggestion-ines")).draft).toBe(draft);
    const write = { ...accept(2, "suggestion-ines"), draft };
    const saving = reduceDesk(marking, { type: "decide", writes: [write], saves: true });
    expect(saving.draft).toBeNull();
    const refused = reduceDesk(saving, {
      type: "refused",
      write,
      message: "The actor is gone.",
      article: null,
    });
    expect(refused).toMatchObject({
      draft,
      queue: [],
      refusal: "accept: suggestion-ines: The actor is gone.",
    });
  });

  it("chooses another entry when the chosen one leaves the list", () => {
    const chosen = openDesk(deskArticle({ suggestions: [], statements: [statement()] }));
    expect(chosen.selected).toBe("statement-ines");
    expect(
      reduceDesk(chosen, { type: "read", article: deskArticle({ suggestions: [] }) }).selected,
    ).toBeNull();
  });
});

describe("less certain suggestions", () => {
  const article = deskArticle({
    suggestions: [suggestion({ confidence: 0.1 }), suggestion({ id: "sure", content: [spanOf("figures")] })],
  });

  it("are passed over until they are shown, and then gone through in reading order", () => {
    const opened = openDesk(article);
    expect(opened).toMatchObject({ selected: "sure", lessCertain: false });
    expect(decide(opened, accept(1, "sure"))).toMatchObject({
      selected: "sure",
      said: "Accepted, nothing left to decide",
    });
    const shown = reduceDesk(opened, { type: "lessCertain", on: true, said: "1 less certain, shown" });
    expect(shown).toMatchObject({ selected: "sure", said: "1 less certain, shown" });
    expect(decide(shown, accept(1, "sure"))).toMatchObject({ selected: "suggestion-ines" });
  });

  it("when they are hidden again, the page goes to what is listed", () => {
    const shown = reduceDesk(openDesk(article), { type: "lessCertain", on: true });
    const there = reduceDesk(shown, { type: "select", key: "suggestion-ines" });
    expect(reduceDesk(there, { type: "lessCertain", on: false }).selected).toBe("sure");
  });

  it("alone in an article, they are chosen when they are shown", () => {
    const opened = openDesk(deskArticle({ suggestions: [suggestion({ confidence: 0.1 })] }));
    expect(opened.selected).toBeNull();
    expect(reduceDesk(opened, { type: "lessCertain", on: true }).selected).toBe("suggestion-ines");
  });
});

describe("a chain given another actor", () => {
  const write: Write = {
    number: 1,
    request: {
      action: "reassign-chain",
      input: {
        articleId: "article",
        members: [
          { suggestionId: "suggestion-ines", version: 1 },
          { suggestionId: "suggestion-council", version: 1 },
        ],
        actor: { id: "actor-council" },
      },
    },
    words: "Harbour Council in 2 more of this chain",
  };
  const decided = (over: object) =>
    deskArticle({ suggestions: [suggestion(over), { ...COUNCIL_SUGGESTION, version: 1 }] });

  it("met by another decision, shows that one, and can be sent again for what is left", () => {
    const accepted = decided({ state: "accepted", statementId: "statement-ines", version: 2 });
    const conflict = conflictOf(
      write,
      { message: "", detail: {} },
      { ...accepted, statements: [statement({ version: 3 })] },
    );
    expect(conflict.theirs).toEqual(["accepted: actor: Ines Halloran, direct, said"]);
    expect(conflict.again).toMatchObject({
      input: {
        members: [
          { suggestionId: "suggestion-ines", version: 2, statementVersion: 3 },
          { suggestionId: "suggestion-council", version: 1 },
        ],
      },
    });
    const rejected = conflictOf(
      write,
      { message: "", detail: {} },
      decided({ state: "rejected", version: 2 }),
    );
    expect(rejected.theirs).toEqual(["rejected"]);
    expect(rejected.again).toMatchObject({
      input: { members: [{ suggestionId: "suggestion-council", version: 1 }] },
    });
    const gone = conflictOf(write, { message: "", detail: {} }, deskArticle({ suggestions: [] }));
    expect(gone).toMatchObject({ again: null });
  });

  it("without an answer, is on record when all of them have the actor", () => {
    const before = deskArticle();
    expect(isOnRecord(write, before, before)).toBe(false);
    expect(isOnRecord(write, before, decided({ actor: COUNCIL }))).toBe(true);
    const nobody = { ...write.request.input, actor: null } as never;
    const place: Write = { ...write, request: { action: "reassign-chain", input: nobody } };
    expect(isOnRecord(place, before, before)).toBe(false);
    const rejected = deskArticle().suggestions.map((one) => ({ ...one, state: "rejected" as const }));
    expect(isOnRecord(place, before, deskArticle({ suggestions: rejected }))).toBe(true);
  });
});

describe("a conflict", () => {
  it("shows both sides of a statement and can be sent again on top of theirs", () => {
    const write: Write = {
      number: 1,
      request: {
        action: "correct-statement",
        input: { statementId: "statement-ines", version: 1, mode: "attributedView" },
      },
      words: "correct: attributed view",
    };
    const article = deskArticle({ statements: [statement({ version: 4, kind: "mixed" })] });
    const conflict = conflictOf(write, { message: "Someone else has changed it.", detail: {} }, article);
    expect(conflict.theirs).toEqual(["actor: Ines Halloran", "mixed, said"]);
    expect(conflict.again).toMatchObject({ input: { version: 4, mode: "attributedView" } });
  });

  it("can't be sent again where the suggestion is decided", () => {
    const article = deskArticle({ suggestions: [suggestion({ state: "rejected", version: 2 })] });
    const conflict = conflictOf(accept(1, "suggestion-ines"), { message: "", detail: {} }, article);
    expect(conflict).toMatchObject({ theirs: ["rejected"], again: null });
  });

  it("lists the later decisions an undo would have to begin with", () => {
    const write: Write = { number: 1, request: { action: "undo", input: { seq: "3" } }, words: "undo 3" };
    const later = [{ seq: "5", by: "Ben", summary: "corrected: actor" }];
    expect(conflictOf(write, { message: "", detail: { later } }, deskArticle())).toMatchObject({
      theirs: ["5, Ben: corrected: actor"],
      again: null,
    });
  });
});

describe("a write whose answer was lost", () => {
  it("is on record when the record says what it was to say", () => {
    const before = deskArticle();
    const accepted = deskArticle({ suggestions: [suggestion({ state: "accepted" })] });
    expect(isOnRecord(accept(1, "suggestion-ines"), before, accepted)).toBe(true);
    expect(isOnRecord(accept(1, "suggestion-ines"), before, before)).toBe(false);
  });

  it("does not take an older statement of the same words for the one that was added", () => {
    const add: Write = {
      number: 1,
      request: {
        action: "add-statement",
        input: {
          revisionId: "revision",
          spans: { content: [{ ...spanOf("“The night boat loses money,”") }] },
          actor: { id: INES.id },
        },
      },
      words: "add",
    };
    const now = deskArticle({ statements: [statement()] });
    expect(isOnRecord(add, deskArticle(), now)).toBe(true);
    expect(isOnRecord(add, now, now)).toBe(false);
  });
});

import { expect, it } from "vitest";
import { OnRecordError } from "../errors.ts";
import { refusal } from "../net/refusal.ts";
import { LONGEST_WAIT, MOST_WAITS, openPatience } from "./patience.server.ts";

const busy = (retryAfter?: number) =>
  refusal(
    "busy",
    { fault: "paper.example is busy.", advice: "Try again later" },
    retryAfter === undefined ? {} : { retryAfter },
  );

/** Patience that notes for how many seconds it would wait. */
function noted() {
  const waits: number[] = [];
  const patience = openPatience(new AbortController().signal, async (ms) => void waits.push(ms / 1_000));
  return { patience, waits };
}
/** Fails in these ways, one after the other, and then does what it shall. */
function failing(...errors: readonly Error[]): () => Promise<string> {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error) throw error;
    return "done";
  };
}
const always = (error: Error) => () => Promise.reject(error);

it("a site that asks for time gets it, again and again, and as much as it asks for", async () => {
  const { patience, waits } = noted();
  expect(await patience("paper.example", failing(busy(3), busy(LONGEST_WAIT), busy(1)))).toBe("done");
  expect(waits).toEqual([3, LONGEST_WAIT, 1]);
});

it("however many lines wait for a site that answers one at a time, each has its turn", async () => {
  const { patience } = noted();
  let asked = 0;
  // Of the lines that come at once one is answered: whoever came last waits for all others.
  const slow = (place: number) =>
    patience("paper.example", async () => {
      asked += 1;
      if (asked < place * MOST_WAITS) throw busy(60);
      return place;
    });
  const places = Array.from({ length: MOST_WAITS * 2 }, (_, at) => at + 1);
  expect(await Promise.all(places.map(slow))).toEqual(places);
});

it("a site that never answers is given up, and its other lines with it, until it answers one", async () => {
  const { patience, waits } = noted();
  const words = `paper.example is busy. It still was after ${MOST_WAITS} waits.`;
  await expect(patience("paper.example", always(busy(60)))).rejects.toMatchObject({ fault: words });
  expect(waits).toHaveLength(MOST_WAITS);
  await expect(patience("paper.example", always(busy(60)))).rejects.toMatchObject({ fault: words });
  expect(waits).toHaveLength(MOST_WAITS);
  expect(await patience("other.example", failing(busy(60)))).toBe("done");
  expect(await patience("paper.example", failing())).toBe("done");
  expect(await patience("paper.example", failing(busy(60)))).toBe("done");
  expect(waits).toHaveLength(MOST_WAITS + 2);
});

it("a site that asks for hours is not waited for, and one that does not say for how long neither", async () => {
  const { patience, waits } = noted();
  await expect(patience("paper.example", always(busy(7_200)))).rejects.toMatchObject({
    fault: "paper.example is busy. It asks to be left alone for 2 hours.",
  });
  await expect(patience("paper.example", always(busy()))).rejects.toMatchObject({
    fault: "paper.example is busy.",
  });
  expect(waits).toEqual([]);
});

it("a few tries are made where somebody else is at the same records, or nobody knows why; one for any other fault", async () => {
  const { patience, waits } = noted();
  const conflict = new OnRecordError("conflict", "Somebody else was faster.");
  expect(await patience(null, failing(conflict, conflict, conflict))).toBe("done");
  expect(await patience(null, failing(new TypeError("nobody thought of this")))).toBe("done");
  expect(waits).toEqual([0.25, 0.5, 0.75, 0.25]);
  await expect(patience(null, failing(new OnRecordError("invalid", "No date.")))).rejects.toThrow("No date.");
});

import { expect, it } from "vitest";
import { OnRecordError } from "../errors.ts";
import { tooLarge } from "./body.server.ts";
import { explained, refusedStatus } from "./failure.server.ts";
import { factsOf, reasonOf, refusal, withoutPasting } from "./refusal.ts";
import { forbiddenByRobots } from "./robots.server.ts";
import { privateAddress, webAddress } from "./web-address.ts";

const ON_SITE = new URL("https://mole.example/a");
const broken = (code: string) => explained(Object.assign(new Error(), { code }), ON_SITE, 5_000_000);
const refused = (status: number, retryAfter: number | null = null) =>
  refusedStatus(status, ON_SITE, retryAfter);

function thrown(work: () => unknown): OnRecordError {
  try {
    work();
  } catch (error) {
    if (error instanceof OnRecordError) return error;
  }
  throw new Error("nothing was refused");
}

it.each([
  [privateAddress(), "Only pages of the public web are fetched: paste the text instead.", null],
  [broken("ETIMEDOUT"), "Try again later, or paste the text.", "Try again later."],
  [
    broken("CERT_HAS_EXPIRED"),
    "Open the page in a browser, and paste the text if you trust it.",
    "Open the page in a browser.",
  ],
  [broken("Z_DATA_ERROR"), "Paste the text instead.", null],
  [broken("HPE_HEADER_OVERFLOW"), "Paste the text instead.", null],
  [broken("ECONNRESET"), "Try again later, or paste the text.", "Try again later."],
  [tooLarge(5_000_000), "Paste the text instead.", null],
  [refused(404), "Check the address, or paste the text.", "Check the address."],
  [refused(403), "Open it in a browser and paste the text.", "Open it in a browser."],
  [refused(500), "Try again later, or paste the text.", "Try again later."],
  [refused(204), "Open the address in a browser and paste the text.", "Open the address in a browser."],
  [refused(503), "Try again later, or paste the text.", "Try again later."],
  [refused(429, 30), "Try again in 30 seconds, or paste the text.", "Try again in 30 seconds."],
  [forbiddenByRobots(ON_SITE), "Bring its articles in by hand.", "Bring its articles in by hand."],
  [thrown(() => webAddress("https://a..b/")), "Check its spelling.", "Check its spelling."],
])("%s: what to do, and what where no article is wanted", (error, advice, anybody) => {
  expect(error.fault).toMatch(/^[^.].*\.$/);
  expect(error.message).toBe(`${error.fault} ${advice}`);
  const said = anybody === null ? error.fault : `${error.fault} ${anybody}`;
  expect(withoutPasting(error)).toMatchObject({ message: said, fault: error.fault, code: error.code });
});

it("keeps reason and facts without the pasting", () => {
  const error = withoutPasting(refused(429, 30));
  expect(reasonOf(error)).toBe("busy");
  expect(factsOf(error)).toEqual({ status: 429, retryAfter: 30 });
});

it("says what is wrong alone where nothing can be done about it", () => {
  expect(refusal("busy", { fault: "mole.example is busy." }).message).toBe("mole.example is busy.");
});

it("leaves every other error as it is", () => {
  for (const error of [new Error("unforeseen"), new OnRecordError("unusable", "Paste the text instead.")])
    expect(withoutPasting(error)).toBe(error);
});

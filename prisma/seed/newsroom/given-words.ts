import type { ActorKey } from "./actors.ts";

/**
 * All the words that real actors get in the sample newsroom, as published. An article may leave words out of them and
 * may give them without quotation marks; it adds none. Whatever is invented, only invented actors say it.
 */
export interface GivenWords {
  readonly words: string;
  readonly source: string;
  /** Whom an article may name as the speaker. */
  readonly actors: readonly ActorKey[];
}

const PRESS_STATEMENT = {
  source: "North Korean Foreign Ministry, press statement of 30 June 2024, via KCNA",
  actors: ["northKoreanForeignMinistry", "northKorea"],
} as const;

export const GIVEN_WORDS: readonly GivenWords[] = [
  { words: "reckless and provocative military muscle-flexing", ...PRESS_STATEMENT },
  { words: "has already crossed the red-line", ...PRESS_STATEMENT },
  { words: "the full-fledged appearance of Asian version of NATO", ...PRESS_STATEMENT },
  { words: "nothing but rhetoric to evade international criticism", ...PRESS_STATEMENT },
  {
    words: "will never overlook the moves of the US and its followers to strengthen the military bloc",
    ...PRESS_STATEMENT,
  },
  {
    words:
      "promote trilateral interoperability and protect freedom for peace and stability in the Indo-Pacific",
    source: "United States, Japan and South Korea, joint statement of 27 June 2024, published by the US Navy",
    actors: ["threeStates", "usNavy"],
  },
  {
    words: "NATO will remain a regional alliance of Europe and North America, but we face global challenges",
    source: "Jens Stoltenberg, Brussels, 29 November 2023",
    actors: ["stoltenberg"],
  },
];

/** Words in order, in small letters, without marks: "red-line" is two. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What a key does in the annotator. */
export type Command =
  | "next"
  | "previous"
  | "accept"
  | "reject"
  | "other"
  | "chain"
  | "lessCertain"
  | "correct"
  | "claim"
  | "undo"
  | "add"
  | "cue"
  | "speaker"
  | "search"
  | "keys"
  | "leave";

interface KeyLine {
  readonly keys: readonly string[];
  /** How the help shows the keys, where it doesn't show each. */
  readonly shown?: string;
  readonly command: Command;
  readonly words: string;
}

/** All keys, in the order the help shows them. */
export const KEY_LINES: readonly KeyLine[] = [
  { keys: ["j"], command: "next", words: "Next in the list" },
  { keys: ["k"], command: "previous", words: "Previous in the list" },
  { keys: ["a"], command: "accept", words: "Accept, and go to the next one to decide" },
  { keys: ["x"], command: "reject", words: "Reject, and go to the next one to decide" },
  {
    keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    shown: "1–9",
    command: "other",
    words: "Take another actor of those listed, and accept",
  },
  { keys: ["o"], command: "chain", words: "Give the others of the same chain of mentions this actor too" },
  { keys: ["m"], command: "lessCertain", words: "Show or hide what is less certain" },
  { keys: ["e"], command: "correct", words: "Correct: actor first, then kind, mode and passage" },
  { keys: ["c"], command: "claim", words: "Tie to a claim" },
  { keys: ["u"], command: "undo", words: "Undo your last decision" },
  { keys: ["n"], command: "add", words: "Add the selected words: a new statement, or one more piece of it" },
  { keys: ["w"], command: "cue", words: "While marking: the selected words say how it was said (cue)" },
  { keys: ["s"], command: "speaker", words: "While marking: the selected words name who speaks" },
  { keys: ["/"], command: "search", words: "Search the list" },
  { keys: ["?"], command: "keys", words: "Show these keys" },
  { keys: ["Escape"], command: "leave", words: "Close, or leave the form" },
];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Where {
  /** The focus is in a field, a choice or a dialog, where letters mean letters. */
  readonly typing: boolean;
  /** Keys of one letter are on. */
  readonly on: boolean;
}

/** The command of a pressed key, or null where the key keeps its own meaning. */
export function commandOf(pressed: Pressed, { typing, on }: Where): Command | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const line = KEY_LINES.find(({ keys }) => keys.includes(pressed.key));
  if (!line) return null;
  if (line.command === "leave") return "leave";
  return typing || !on ? null : line.command;
}

/** The key to show beside a command's button. */
export function keyOf(command: Command): string {
  return KEY_LINES.find((line) => line.command === command)?.keys[0] ?? "";
}

import type { NamedChange } from "../named-change.ts";
import type { Difference, Touched } from "./proposal.ts";

const WHERE: Readonly<Record<Touched, string>> = {
  content: "The words changed",
  speaker: "Who says it changed",
  cue: "How it is reported changed",
  relay: "Through whom it is reported changed",
  around: "The words are the same, but not what stands around them",
};
const WHAT = { number: "a number, ", negation: "a negation, ", name: "a name, ", words: "" } as const;
const LONGEST = 60;

/** What an editor should look at first, in one sentence. */
export function reasonFor(differences: readonly Difference[]): string {
  const order: readonly Touched[] = ["content", "speaker", "cue", "relay", "around"];
  for (const touched of order) {
    const changes = differences.filter(({ touches }) => touches === touched).flatMap((one) => one.changes);
    const [first] = changes.toSorted((a, b) => Number(a.kind === "words") - Number(b.kind === "words"));
    if (first) return `${WHERE[touched]}: ${WHAT[first.kind]}${described(first)}.`;
  }
  return "The words are the same, but the marks or the space between them differ.";
}

function described({ before, after }: NamedChange): string {
  if (before === "") return `“${short(after)}” was added`;
  if (after === "") return `“${short(before)}” was left out`;
  return `“${short(before)}” became “${short(after)}”`;
}

/** By whole code points, so that no character is cut in two. */
function short(words: string): string {
  const characters = [...words];
  return characters.length <= LONGEST ? words : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

import type { ActorKind } from "./authority.ts";
import { kindByNoun, NAMES_FORCE } from "./body-names.ts";
import { namesPerson } from "./introductions.ts";
import { looksPersonal, type NamesInText } from "./names.ts";
import type { ActorProposal } from "./statement.ts";

/**
 * What the text says about somebody the authority lacks, for a new record.
 * @returns the proposal with the rule that gave its kind, for a person to judge.
 */
export function proposalFor(
  name: string,
  names: NamesInText,
  personal: boolean,
): { proposal: ActorProposal; rule: string } {
  const said = names.saidOf.get(name) ?? [];
  // What somebody is says more than what they do, and words of the text's own more than a title.
  const is = said.filter(({ words }) => !/^(?:who|which)\s/.test(words));
  const description = (is.find(({ words }) => /^\p{Ll}/u.test(words)) ?? is[0] ?? said[0])?.words;
  const { kind, rule } = kindOf(
    name,
    names,
    personal,
    said.flatMap(({ heads }) => [...heads]),
  );
  return { proposal: { kind, ...(description && { description }) }, rule };
}

function kindOf(
  name: string,
  names: NamesInText,
  personal: boolean,
  heads: readonly string[],
): { kind: ActorKind; rule: string } {
  const noun = names.nounOf.get(name);
  const person = personal && noun === undefined;
  if (person) {
    const role = heads.find(namesPerson);
    if (role) return { kind: "person", rule: `a person, for the text says “${role}”` };
    if (names.shownPersons.has(name))
      return { kind: "person", rule: "a person, for a title stands in front" };
    const pronoun = names.goesOnAs.get(name);
    if (pronoun && pronoun !== "it")
      return { kind: "person", rule: `a person, for the text says “${pronoun}”` };
    if (looksPersonal(name)) return { kind: "person", rule: "a person, as the name looks" };
  }
  if (noun === "company" && !NAMES_FORCE.test(name))
    return { kind: "company", rule: "a company, as the text calls it" };
  const body = kindByNoun(name);
  if (body) return { kind: body.kind, rule: `${KIND_WORDS[body.kind]}, for “${body.noun}” in its name` };
  return { kind: "organisation", rule: "an organisation, as nothing says more" };
}

const KIND_WORDS: Readonly<Partial<Record<ActorKind, string>>> = {
  military: "a force",
  company: "a company",
  governmentBody: "a public body",
};

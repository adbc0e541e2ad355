import { formsOf, VERB_FORMS, type VerbForm } from "./inflect.ts";
import type { StatementMode } from "./statement.ts";

/**
 * How a reporting verb takes its words.
 * - `say`: a clause or a quotation, before, after or around it ("X, she said"; "she said X").
 * - `tell`: the same, with a hearer in between ("she told the court X").
 * - `name`: a thing and what it is called ("called it X", "described it as X").
 * - `judge`: a thing praised, blamed or asked for ("condemned X").
 * - `view`: a clause somebody holds without saying it ("believes X").
 * - `regard`: a thing and what it is seen as ("sees it as X").
 */
export type CueClass = "say" | "tell" | "name" | "judge" | "view" | "regard";

export interface Cue {
  readonly verb: string;
  readonly class: CueClass;
  readonly forms: readonly VerbForm[];
  readonly mode: StatementMode;
  /** A thing may be the subject without anybody speaking ("the figures suggest"). */
  readonly weak: boolean;
  /** Takes quoted words or a that-clause, never a bare clause ("replied X"). */
  readonly quoting: boolean;
  /** Takes nothing but quoted words: "speaks of “X”". */
  readonly quoted?: true;
  /** The word is as often a noun ("claims", "reports"). */
  readonly noun: boolean;
}

const words = (list: string) => list.trim().split(/\s+/);

const VERBS: Record<CueClass, readonly string[]> = {
  say: words(`
    say add state note argue claim insist stress explain announce declare write tweet post reply respond answer
    continue conclude acknowledge admit concede confirm contend assert maintain observe remark report reveal reiterate
    repeat recall recount predict promise pledge vow suggest hint imply allege complain caution emphasise emphasize
    underline underscore joke quip shout yell chant cry wonder testify affirm affirm counter retort exclaim
    lament estimate indicate opine muse charge mention proclaim agree threaten rebut forecast clarify boast read
    interject recommend propose disclose signal warn caution ask beam boom intone thunder tease point speak rule`),
  tell: words("tell inform assure remind notify reassure advise"),
  name: words("call describe label dub brand characterise characterize portray liken depict denounce refer"),
  judge: words(`
    criticise criticize condemn slam blast decry lambast lambaste deride mock accuse blame praise applaud hail welcome
    commend reject dismiss deny dispute refute rebuke deplore urge demand denounce defend question disavow castigate herald tout
    bemoan ridicule rail thank congratulate implore order instruct
    express voice apologise apologize`),
  view: words("think believe fear hope expect doubt suspect worry feel find show plan intend aim"),
  regard: words("see view regard consider"),
};
const WEAK = new Set(
  words("suggest indicate reveal confirm imply mean underscore underline read signal conclude"),
);
/** Verbs of plans: only what somebody plans to do is a view of his. */
export const PLANNING_VERBS = new Set(["plan", "intend", "aim"]);
/** Verbs of findings: only a study, a poll or the like is their speaker. */
export const FINDING_VERBS = new Set(["find", "show"]);
export const FINDERS = new Set(
  words(`poll polls survey surveys study studies report reports research data analysis review reviews audit census
    investigation inquiry figures results statistics records documents researchers scientists inspectors auditors`),
);
const QUOTING = new Set(
  words(`continue respond reply answer beam boom intone thunder tease interject yell chant shout counter retort quip
    joke muse cry read offer threaten charge agree rule`),
);
const NOUNS = new Set(
  words(`state note claim report answer reply post tweet promise pledge vow joke shout cry charge estimate
    hint signal mention read call question demand offer brand view find show hope fear doubt worry blast counter
    remark repeat forecast complain feel label air ask dispute plan aim
    rule order voice express herald`),
);

function build(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const [kind, verbs] of Object.entries(VERBS) as [CueClass, readonly string[]][]) {
    for (const verb of verbs) {
      const forms = formsOf(verb);
      const of = new Map<string, VerbForm[]>();
      for (const form of VERB_FORMS) of.set(forms[form], [...(of.get(forms[form]) ?? []), form]);
      for (const [word, its] of of)
        cues.set(word, {
          verb,
          class: kind,
          forms: its,
          mode: kind === "view" || kind === "regard" ? "attributedView" : "said",
          weak: WEAK.has(verb),
          quoting: QUOTING.has(verb),
          noun: NOUNS.has(verb),
        });
    }
  }
  return cues;
}

const CUES = build();

/** The reporting verb a word is a form of. */
export function cueOf(low: string): Cue | undefined {
  return CUES.get(low);
}

/** Particles that belong to the verb: "called for", "pointed out", "spoke of". */
export const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  call: ["for", "on", "upon"],
  point: ["out", "to"],
  speak: ["of"],
  write: ["of", "back"],
  refer: ["to"],
  apologise: ["for"],
  apologize: ["for"],
};

/** "expressed concern": what is expressed belongs to the cue, what it is about is the content. */
export const FEELINGS = new Set(
  words(`concern concerns hope hopes confidence fear fears regret doubt doubts support outrage anger alarm surprise
    frustration sympathy interest disappointment worry worries scepticism skepticism optimism gratitude`),
);
export const EXPRESSING_VERBS = new Set(["express", "voice"]);

/** Nouns that carry a that-clause for somebody: "the ministry’s claim that ...". */
export const REPORTING_NOUNS = new Set(
  words(`claim claims assertion assertions allegation allegations accusation accusations statement warning warnings
    insistence contention argument suggestion promise pledge vow conclusion announcement prediction`),
);

/** Nouns that speak for whoever issued them: "the statement reads". */
export const DOCUMENTS = new Set(
  words(`statement report letter document memo memorandum communique communiqué declaration release paper indictment
    complaint lawsuit filing ruling resolution text note post tweet message email article editorial study survey
    poll briefing notice circular bulletin dispatch commentary column`),
);

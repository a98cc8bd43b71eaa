import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareAnswers } from "./compare.js";
import type { Difference } from "./compare.js";
import { questionsOf } from "./corpus-questions.js";
import { generateQuestions } from "./generate/questions.js";
import { ownAnswer } from "./own-answer.js";
import type { Question } from "./question.js";
import { prepareReference, startReference } from "./reference/reference.js";
import type { Reference } from "./reference/reference.js";
import { FuzzReport } from "./report.js";
import { compareAll } from "./run.js";
import { shrink } from "./shrink.js";

const usage = `Generates models and one mutation of each, and compares what this project and the reference
implementation say of them: verdict, events, JSON AST, selected shapes, formatting, IDL.

  --seed <number>       the seed, which determines the models (default: the current second)
  --models <number>     how many models to generate (default: 200)
  --from <folder>       take the model files in a folder instead of generating models
  --mutations <number>  mutations of each file in the folder (default: 1)
  --find <text>         print each difference that contains the text
  --shrink <number>     shrink the examples of so many kinds of differences (default: 0)
  --keep <folder>       write the examples to a folder
  --ids                 print how often the reference reported each event id
  --help                print this

Exits 1 if there are differences in the verdict or the events.
`;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Math.floor(Date.now() / 1000)) },
    models: { type: "string", default: "200" },
    from: { type: "string" },
    mutations: { type: "string", default: "1" },
    find: { type: "string" },
    shrink: { type: "string", default: "0" },
    keep: { type: "string" },
    ids: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(usage);
else {
  const available = prepareReference();
  if ("reason" in available) console.log(`Skipped: ${available.reason}.`);
  else process.exitCode = await run(startReference(available.classPath));
}

async function run(reference: Reference): Promise<number> {
  const seed = Number(values.seed);
  console.log(`seed ${seed}`);
  const questions =
    values.from === undefined
      ? generateQuestions(seed, Number(values.models))
      : questionsOf(values.from, Number(values.mutations), seed);
  const report = new FuzzReport();
  for await (const compared of compareAll(questions, reference)) {
    report.add(compared);
    for (const { detail } of compared.differences)
      if (values.find !== undefined && detail.includes(values.find))
        console.log(`${compared.question.name} ${detail}`);
  }
  console.log(report.summary());
  await printKinds(report, reference);
  if (values.ids)
    for (const [id, count] of [...report.ids].sort())
      console.log(`${String(count).padStart(7)} ${id}`);
  reference.end();
  return report.count("verdict") + report.count("events") > 0 ? 1 : 0;
}

/** Prints an example of each kind of difference. */
async function printKinds({ kinds }: FuzzReport, reference: Reference): Promise<void> {
  let left = Number(values.shrink);
  const shown = new Set<string>();
  for (const [index, { key, count, example, difference }] of kinds.entries()) {
    const isFirst = !shown.has(example.name);
    shown.add(example.name);
    const isShrunk = isFirst && left-- > 0;
    const small = isShrunk ? await shrunk(example, difference, reference) : example;
    console.log(`\n## ${count} x ${key} (${example.name})`);
    for (const { aspect, detail } of (await differencesOf(small, reference)).slice(0, 8))
      console.log(`  ${aspect}: ${detail.slice(0, 400)}`);
    if (isFirst) for (const { path, text } of small.files) console.log(`--- ${path}\n${text}`);
    if (values.keep !== undefined) keepQuestion(values.keep, String(index), small);
  }
}

async function differencesOf(
  question: Question,
  reference: Reference,
): Promise<readonly Difference[]> {
  const theirs = reference.ask(question);
  return compareAnswers(ownAnswer(question), await theirs);
}

/** Shrinks a question as long as it shows the difference and no difference of another kind. */
async function shrunk(
  question: Question,
  difference: Difference,
  reference: Reference,
): Promise<Question> {
  const keyOf = ({ aspect, kind }: Difference): string => `${aspect} ${kind}`;
  const wanted = new Set((await differencesOf(question, reference)).map(keyOf));
  return shrink(question, async (smaller) => {
    const keys = (await differencesOf(smaller, reference)).map(keyOf);
    return keys.includes(keyOf(difference)) && keys.every((key) => wanted.has(key));
  });
}

function keepQuestion(folder: string, name: string, { files }: Question): void {
  for (const { path, text } of files) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, path.replaceAll("/", "~")), text);
  }
}

import { shapeNamespace } from "@tinsmith/smithy";
import type { SourceText } from "@tinsmith/smithy";
import { mutateText } from "../mutate-text.js";
import type { Question } from "../question.js";
import { Random } from "../random.js";
import { addError, addOperation, addResource, addService } from "./add-services.js";
import type { AstShape, Draft } from "./ast.js";

import { addMetadata, addTraitDefinition, addTraits, anySelector } from "./decorate.js";
import { DraftMaker } from "./draft-maker.js";
import { mutateDraft } from "./mutate-draft.js";
import { printIdl } from "./print-idl.js";

/**
 * Generates models from a seed, and one mutation of each model. A mutation changes the model before
 * it is written, or the written text. The same seed results in the same questions.
 */
export function* generateQuestions(seed: number, models: number): Generator<Question> {
  for (let index = 0; index < models; index++) yield* questionPair(seed, index);
}

/** Returns one generated model and its mutation. */
export function questionPair(seed: number, index: number): readonly [Question, Question] {
  const random = new Random(seed * 1_000_003 + index * 7919);
  const draft = generateDraft(random);
  const layout = random.between(0, 1e9);
  const files = writeFiles(draft, new Random(layout));
  const selectors = [anySelector(random), anySelector(random)];
  const mutated = random.chance(0.75)
    ? writeFiles(mutateDraft(draft, random), new Random(layout))
    : mutateText(files, random);
  const name = `${seed}-${index}`;
  return [
    { name, files, selectors },
    { name: `${name}~`, files: mutated, selectors },
  ];
}

function generateDraft(random: Random): Draft {
  const maker = new DraftMaker(random);
  const repeat = (most: number, add: () => void): void => {
    for (let count = random.between(0, most); count > 0; count--) add();
  };
  repeat(4, () => maker.addSimple());
  if (maker.isVersion2) repeat(2, () => maker.addEnum());
  repeat(2, () => maker.addList());
  repeat(2, () => maker.addMap());
  if (maker.isVersion2) repeat(3, () => maker.addMixin());
  repeat(4, () => maker.addStructure());
  repeat(1, () => maker.addUnion());
  repeat(2, () => addError(maker));
  if (random.chance(0.7)) {
    repeat(2, () => addResource(maker, {}));
    repeat(4, () => addOperation(maker));
    repeat(random.chance(0.9) ? 1 : 2, () => addService(maker));
  }
  if (random.chance(0.2)) addTraitDefinition(maker);
  addTraits(maker);
  addMetadata(maker);
  return maker.draft;
}

/** Distributes a draft over files, as IDL and JSON AST. */
function writeFiles(draft: Draft, random: Random): readonly SourceText[] {
  const fileCount = random.pick([1, 1, 1, 2, 3]);
  const groups = new Map<string, [string, AstShape][]>();
  for (const [id, shape] of Object.entries(draft.shapes)) {
    const part = random.between(1, fileCount);
    // A file cannot have the namespace of the prelude.
    const namespace = shapeNamespace(id);
    const key = `${namespace === "smithy.api" ? "example" : namespace} ${part}`;
    groups.set(key, [...(groups.get(key) ?? []), [id, shape]]);
  }
  if (groups.size === 0) groups.set("example 1", []);
  return [...groups].map(([key, shapes], index) => {
    const [namespace = ""] = key.split(" ");
    // Metadata in several files would be merged.
    const part = { version: draft.version, metadata: index === 0 ? draft.metadata : {} };
    const isIdl = random.chance(0.75) && /^[A-Za-z_.]+$/.test(namespace);
    const name = `${namespace.replaceAll(".", "-")}-${index}`;
    return isIdl
      ? { path: `${name}.smithy`, text: printIdl(part, namespace, shapes, random) }
      : { path: `${name}.json`, text: printAst(part, shapes, random) };
  });
}

function printAst(
  { version, metadata }: Pick<Draft, "version" | "metadata">,
  shapes: readonly (readonly [string, AstShape])[],
  random: Random,
): string {
  const ast = {
    smithy: version,
    ...(Object.keys(metadata).length > 0 && { metadata }),
    shapes: Object.fromEntries(shapes),
  };
  return JSON.stringify(ast, undefined, random.pick([0, 2, 4]));
}

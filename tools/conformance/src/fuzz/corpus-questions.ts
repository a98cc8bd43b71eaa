import { basename, dirname } from "node:path";
import { filesBelow, readText } from "../corpus-files.js";
import { mutateText } from "./mutate-text.js";
import type { Question } from "./question.js";
import { Random } from "./random.js";

/** Generates questions about each model file below a folder, and about mutations of these files. */
export function* questionsOf(folder: string, mutations: number, seed: number): Generator<Question> {
  const files = [...filesBelow(folder, ".smithy"), ...filesBelow(folder, ".json")];
  for (const [index, { name, path }] of files.entries()) {
    const file = { path: `${basename(dirname(name))}/${basename(name)}`, text: readText(path) };
    yield { name, files: [file], selectors: [] };
    const random = new Random(seed * 7919 + index);
    for (let mutation = 1; mutation <= mutations; mutation++)
      yield { name: `${name}~${mutation}`, files: mutateText([file], random), selectors: [] };
  }
}

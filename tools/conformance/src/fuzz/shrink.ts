import type { SourceText } from "@tinsmith/smithy";
import { tokensOf } from "./mutate-text.js";
import type { Question } from "./question.js";

/** The maximum number of questions that both sides answer while one question is shrunk. */
const attempts = 1500;

/** Returns the smallest question found for which `differs` returns true. */
export async function shrink(
  question: Question,
  differs: (smaller: Question) => Promise<boolean>,
): Promise<Question> {
  let left = attempts;
  let best = question;
  const accept = async (files: readonly SourceText[]): Promise<boolean> => {
    if (left-- <= 0) return false;
    const smaller = { ...best, files };
    if (!(await differs(smaller))) return false;
    best = smaller;
    return true;
  };
  let previous = Infinity;
  while (sizeOf(best) < previous) {
    previous = sizeOf(best);
    await removeFiles(() => best.files, accept);
    for (const split of [linesOf, tokensOf])
      for (const { path } of best.files) await shrinkFile(() => best.files, path, split, accept);
  }
  return best;
}

type Files = readonly SourceText[];
type Accept = (files: Files) => Promise<boolean>;

/** Returns the size of a question: the number of its characters and files. */
export const sizeOf = ({ files }: Question): number =>
  files.reduce((sum, { text }) => sum + text.length + 1, 0);

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

async function removeFiles(current: () => Files, accept: Accept): Promise<void> {
  for (const { path } of current()) {
    const others = current().filter((file) => file.path !== path);
    if (others.length > 0) await accept(others);
  }
}

/** Removes parts of a file: first halves, and finally single parts. */
async function shrinkFile(
  current: () => Files,
  path: string,
  split: (text: string) => readonly string[],
  accept: Accept,
): Promise<void> {
  let parts = split(current().find((file) => file.path === path)?.text ?? "");
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = parts.length - size; start > -size; start -= size) {
      const from = Math.max(0, start);
      const fewer = [...parts.slice(0, from), ...parts.slice(from + size)];
      const text = fewer.join("");
      const files = current().map((file) => (file.path === path ? { ...file, text } : file));
      if (fewer.length < parts.length && (await accept(files))) parts = fewer;
    }
  }
}

import { readFileSync } from "node:fs";
import { loadModel } from "@tinsmith/smithy";

/**
 * `load-model.js FILE first|warm|parse`: prints a time in milliseconds and the number of shapes.
 * `first` loads the model once in a new process, `warm` loads it after some repetitions, and
 * `parse` runs `JSON.parse` on the same text.
 */
const [path = "", mode = "first"] = process.argv.slice(2);
const text = readFileSync(path, "utf8");

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
const load = () => loadModel([{ path, text }]);
function repeated(run: () => unknown): number {
  for (let round = 0; round < 4; round++) run();
  return Math.min(...Array.from({ length: 5 }, () => time(run)));
}

if (mode === "parse") console.log(repeated(() => JSON.parse(text)));
else if (mode === "shapes") console.log(load().model?.shapes.size ?? 0);
else console.log(mode === "warm" ? repeated(load) : time(load));

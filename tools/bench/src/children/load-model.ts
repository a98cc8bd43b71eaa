import { readFileSync } from "node:fs";
import { loadModel } from "@tinsmith/smithy";

/**
 * `load-model.js FILE first|warm|parse`: prints the milliseconds to load a model, the first time in
 * a new process or after some repetitions, or to run `JSON.parse` on the same text, and the number
 * of shapes.
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

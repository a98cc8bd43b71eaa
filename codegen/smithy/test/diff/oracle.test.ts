import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diffModels } from "../../src/diff/index.js";
import type { Model } from "../../src/index.js";
import { loadModel } from "../../src/index.js";
import { generatePairs } from "./generated-pairs.js";
import { askForDiffs, prepareOracle, writePairs } from "./oracle.js";
import type { Answer, WrittenPair } from "./oracle.js";

const inMatrix = process.env["TINSMITH_MATRIX"] !== undefined;
const oracle = inMatrix ? prepareOracle() : { reason: "TINSMITH_MATRIX is not set" };
if ("reason" in oracle) {
  console.info(`skipped: 1,000 generated pairs against the reference: ${oracle.reason}`);
}

const seed = Number(process.env["TINSMITH_SEED"] ?? 7);

describe.skipIf("reason" in oracle)("generated pairs of models", () => {
  it("cause the events that the reference implementation reports", { timeout: 3_600_000 }, () => {
    if ("reason" in oracle) return;
    const pairs = writePairs(generatePairs(1000, seed));
    const answers = askForDiffs(oracle.classPath, pairs);
    const compared = pairs.map((pair, index) => compare(pair, answers[index]));
    const differences = compared.filter((one) => one !== "equal" && one !== "invalid");
    const invalid = compared.filter((one) => one === "invalid").length;
    console.info(`seed ${seed}: ${pairs.length - invalid} pairs compared, ${invalid} invalid`);
    expect(differences).toEqual([]);
    // The generator is wrong if more than one pair in twenty is invalid.
    expect(invalid).toBeLessThan(pairs.length / 20);
  });
});

/** Describes how the events of a pair differ. */
function compare({ pair, before, after }: WrittenPair, answer: Answer | undefined) {
  const oldModel = load(before);
  const newModel = load(after);
  if (answer?.events === undefined || oldModel === undefined || newModel === undefined) {
    return "invalid";
  }
  const ours = diffModels(oldModel, newModel)
    .map(({ severity, code, shapeId, message }) => line(severity, code, shapeId ?? null, message))
    .sort();
  const theirs = answer.events.map(({ s, id, shape, m }) => line(s, id, shape, m)).sort();
  const missing = theirs.filter((one) => !ours.includes(one));
  const extra = ours.filter((one) => !theirs.includes(one));
  const isEqual = missing.length + extra.length === 0 && ours.length === theirs.length;
  return isEqual ? "equal" : { name: pair.name, edits: pair.edits, missing, extra };
}

const line = (severity: string, id: string, shape: string | null, message: string): string =>
  `[${severity}] ${shape ?? "-"}: ${withoutAddress(message)} | ${id}`;

/**
 * Removes addresses: if a default becomes null, the reference prints the memory address of a list
 * or map.
 */
const withoutAddress = (message: string): string =>
  message.includes("The `@default` trait was changed from")
    ? message.replace(/`(?:software\.amazon\.smithy[^`]*|\[.*\]|\{.*\})`/, "`…`")
    : message;

/** Loads a file. Returns `undefined` if the file has errors. */
function load(path: string): Model | undefined {
  const { model, diagnostics } = loadModel([{ path, text: readFileSync(path, "utf8") }]);
  return diagnostics.some(({ severity }) => severity === "ERROR") ? undefined : model;
}

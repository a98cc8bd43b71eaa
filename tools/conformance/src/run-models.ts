import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkModel, checkNames } from "./any-model/check-model.js";
import type { ModelResult } from "./any-model/check-model.js";
import { listModels } from "./any-model/list-models.js";
import { formatRows } from "./table.js";

/**
 * The folder of the reports. It is outside of the build output, because each build replaces that.
 */
const reportsFolder = fileURLToPath(new URL("../reports", import.meta.url));

const usage = `Generates every target of each model in ../shared/corpora (AWS, third parties, alloy),
type-checks and tests what was generated, and calls each operation once through client and mock server.

  --only <text>   only models whose name contains the text
  --resume        keep the results of an interrupted run, and check the other models
  --table         only print the table of the results so far
  --help          print this

Exits 1 when a check fails.
`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    resume: { type: "boolean", default: false },
    table: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(usage);
else process.exitCode = await run();

async function run(): Promise<number> {
  const models = listModels().filter(({ name }) => name.includes(values.only));
  if (models.length === 0) {
    console.log("Skipped: the models in ../shared/corpora are missing.");
    return 0;
  }
  const file = join(reportsFolder, "any-model.json");
  const kept = (values.resume || values.table) && existsSync(file);
  const results = new Map<string, ModelResult>(kept ? JSON.parse(readFileSync(file, "utf8")) : []);
  mkdirSync(reportsFolder, { recursive: true });
  for (const model of values.table ? [] : models) {
    if (results.has(model.name)) continue;
    const result = await checkModel(model);
    results.set(model.name, result);
    writeFileSync(file, JSON.stringify([...results]));
    console.log(rowOf(result).join("  "));
  }
  const checked = models.flatMap(({ name }) => results.get(name) ?? []);
  console.log(`\n${formatRows(["model", ...checkNames], checked.map(rowOf))}\n`);
  const failed = checked.flatMap(failuresOf);
  console.log(`${checked.length} of ${models.length} models checked\n${failed.join("\n")}`);
  return failed.length > 0 ? 1 : 0;
}

function rowOf({ name, checks }: ModelResult): readonly string[] {
  return [name, ...checkNames.map((check) => checks[check]?.shown ?? "-")];
}

/** Returns the first reasons of each failed check. */
function failuresOf({ name, checks }: ModelResult): readonly string[] {
  return Object.entries(checks).flatMap(([check, { failures }]) => {
    if (failures.length === 0) return [];
    const reasons = failures.slice(0, 3).map((each) => `    ${each}`);
    return [`${name}, ${check}: ${failures.length}`, ...reasons];
  });
}

import { loadModel } from "@tinsmith/smithy";
import { planService } from "@tinsmith/service";
import { filesBelow, source } from "../corpus-files.js";
import { compile, typeCheck } from "../type-check.js";
import { callOperations } from "./call-operations.js";
import type { ListedModel } from "./list-models.js";
import { generatePackages } from "./model-packages.js";
import type { ModelPackages } from "./model-packages.js";
import { runGeneratedTests } from "./run-generated-tests.js";

/** The outcome of one check: the share that passed, and the reasons for the rest. */
export interface Outcome {
  /** The text for the table, such as `41/41`. */
  readonly shown: string;
  readonly failures: readonly string[];
}

/** The checks of a model, in the order of the table. */
export const checkNames = ["targets", "TS 5.9", "TS 7", "tests", "calls"] as const;

export interface ModelResult {
  readonly name: string;
  readonly checks: Readonly<Partial<Record<(typeof checkNames)[number], Outcome>>>;
}

/** Generates every target of a model. Then type-checks, tests and calls the generated code. */
export async function checkModel(model: ListedModel): Promise<ModelResult> {
  const { name } = model;
  let packages: ModelPackages;
  try {
    packages = await generatePackages(model);
  } catch (error) {
    return { name, checks: { targets: { shown: "fails", failures: [String(error)] } } };
  }
  const files = filesBelow(packages.folder, ".ts")
    .filter(({ base }) => !base.endsWith(".config.ts"))
    .map(({ path }) => path);
  const scripts = { files, paths: packages.paths };
  const seven = { name: "TypeScript 7", package: "typescript-7" };
  const checks = {
    targets: { shown: String(packages.targets.length), failures: [] },
    "TS 5.9": await attempt(() => errorsOf(typeCheck(scripts))),
    "TS 7": await attempt(async () => errorsOf(await compile(seven, scripts))),
    tests: await attempt(() => {
      const { passed, total, failures } = runGeneratedTests(packages);
      return { shown: `${passed}/${total}`, failures };
    }),
  };
  if (!packages.targets.includes("client")) return { name, checks };
  const calls = await attempt(async () => {
    const { total, failures } = await callOperations(packages, clientNameOf(model));
    return { shown: `${Math.max(0, total - failures.length)}/${total}`, failures };
  });
  return { name, checks: { ...checks, calls } };
}

async function attempt(check: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await check();
  } catch (error) {
    return { shown: "fails", failures: [String(error)] };
  }
}

const errorsOf = (failures: readonly string[]): Outcome => ({
  shown: String(failures.length),
  failures,
});

function clientNameOf({ sources, service = "" }: ListedModel): string {
  const { model } = loadModel(sources.map(source));
  if (model === undefined) throw new Error("The model does not load.");
  return planService(model, service).names.client;
}
